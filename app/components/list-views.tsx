import type { ReactElement } from "react";

/** One way to look at a list. */
export interface ListView {
  words: string;
  href: string;
  isHere: boolean;
}

/** Links to the other ways to look at a list; they keep what was searched for. */
export function ListViews({ label, views }: { label: string; views: readonly ListView[] }): ReactElement {
  return (
    <nav aria-label={label} className="list-views">
      <ul>
        {views.map(({ words, href, isHere }) => (
          <li key={words}>
            <a href={href} aria-current={isHere ? "page" : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
