import { useLocation } from "@remix-run/react";
import type { ReactElement } from "react";
import { Mark } from "./mark.tsx";

const PLACES_TO_GO = [
  { href: "/petitions", label: "Petitions" },
  { href: "/letters", label: "Letters" },
  { href: "/stories", label: "Stories" },
  { href: "/councils", label: "Councils" },
  { href: "/areas", label: "Your area" },
  { href: "/start", label: "Start a petition" },
] as const;

export function SiteHeader(): ReactElement {
  const { pathname } = useLocation();
  return (
    <header className="site-head">
      <div className="wrap">
        <Mark />
        <nav className="site-nav" aria-label="Main">
          <ul className="plain-list">
            {PLACES_TO_GO.map(({ href, label }) => (
              <li key={href}>
                <a href={href} aria-current={currentness(pathname, href)}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

/** "page" on the page itself, "true" on pages under it. */
function currentness(pathname: string, href: string): "page" | "true" | undefined {
  if (pathname === href) return "page";
  return pathname.startsWith(`${href}/`) ? "true" : undefined;
}
