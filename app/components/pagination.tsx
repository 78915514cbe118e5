import type { ReactElement } from "react";
import { ButtonLink } from "./button.tsx";

interface PaginationProps {
  /** From 1. */
  page: number;
  pageCount: number;
  hrefFor: (page: number) => string;
}

/** To the page before and after; nothing where there is one page. */
export function Pagination({ page, pageCount, hrefFor }: PaginationProps): ReactElement | null {
  if (pageCount <= 1) return null;
  return (
    <nav className="pages" aria-label="Pages">
      {page > 1 && (
        <ButtonLink tone="quiet" href={hrefFor(page - 1)}>
          Previous page
        </ButtonLink>
      )}
      <p>{`Page ${page} of ${pageCount}`}</p>
      {page < pageCount && (
        <ButtonLink tone="quiet" href={hrefFor(page + 1)}>
          Next page
        </ButtonLink>
      )}
    </nav>
  );
}
