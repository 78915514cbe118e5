import type { ReactElement, ReactNode } from "react";

interface NoticeProps {
  children: ReactNode;
  title?: string;
  tone?: "plain" | "ok" | "waiting" | "problem";
}

/** Something the reader should not miss: text in a box. A list of form errors is `ErrorSummary`. */
export function Notice({ children, title, tone = "plain" }: NoticeProps): ReactElement {
  return (
    <div className={tone === "plain" ? "notice" : `notice notice-${tone}`}>
      {title === undefined ? null : <h2>{title}</h2>}
      {children}
    </div>
  );
}
