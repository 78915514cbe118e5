import type { ReactElement, ReactNode } from "react";
import { ErrorSummary } from "./error-summary.tsx";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";

interface AdminPageProps {
  title: string;
  lede?: ReactNode;
  /** The page above this one. */
  up?: { href: string; label: string };
  errors?: Readonly<Record<string, string>>;
  /** What went wrong that is no field's fault. */
  problem?: string;
  /** Said right after a change. */
  saved?: string;
  children: ReactNode;
}

/** A page for those who look after the site: where it stands, what went wrong, what has been done. */
export function AdminPage(props: AdminPageProps): ReactElement {
  const { title, lede, up = { href: "/admin", label: "Looking after the site" }, children } = props;
  const { errors = {}, problem = "", saved = "" } = props;
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading kicker={<a href={up.href}>{up.label}</a>} title={title} lede={lede} />
      {saved === "" ? null : (
        <Notice tone="ok">
          <p role="status">{saved}</p>
        </Notice>
      )}
      {problem === "" ? null : (
        <Notice tone="problem">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      {children}
    </>
  );
}
