import type { ReactElement } from "react";
import { Contact } from "./contact.tsx";
import { ReportLink } from "./report-link.tsx";
import type { SiteDetails } from "./site-details.ts";

const TO_READ = [
  { href: "/about", label: "How it works" },
  { href: "/my-signatures", label: "Your signatures" },
  { href: "/stories", label: "Stories" },
  { href: "/groups", label: "Groups" },
  { href: "/organise", label: "For organisers" },
  { href: "/privacy", label: "Privacy" },
  { href: "/terms", label: "Terms" },
  { href: "/accessibility", label: "Accessibility" },
  { href: "/about/data", label: "Data and sources" },
] as const;

/** Names who runs the site, on every page. */
export function SiteFooter({ site }: { site: SiteDetails }): ReactElement {
  return (
    <footer className="site-foot">
      <div className="wrap">
        {site.operatorName !== "" && (
          <p>
            Hear Hear is run here by <b>{site.operatorName}</b>.{" "}
            <Contact to={site.operatorContact}>Write to us</Contact>.
          </p>
        )}
        <p>No trackers, no adverts, no selling of names.</p>
        <nav aria-label="About this site">
          <ul className="plain-list">
            <li>
              <ReportLink />
            </li>
            {TO_READ.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
