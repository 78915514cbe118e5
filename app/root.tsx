import latinFont from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, useRouteError } from "@remix-run/react";
import type { ReactElement, ReactNode } from "react";
import { DemonstrationBand } from "#app/components/demonstration-band.tsx";
import { ErrorPage } from "#app/components/error-page.tsx";
import { useSite } from "#app/components/site-details.ts";
import { SiteFooter } from "#app/components/site-footer.tsx";
import { SiteHeader } from "#app/components/site-header.tsx";
import { errorWords } from "./error-words.ts";
import styles from "./styles/app.css?url";

export const links: LinksFunction = () => [
  { rel: "preload", as: "font", type: "font/woff2", href: latinFont, crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", type: "image/svg+xml", href: "/favicon.svg" },
];

export const meta: MetaFunction = ({ error }) => [
  { title: error === undefined ? "Hear Hear" : `${errorWords(statusOf(error)).title} – Hear Hear` },
];

export default function App(): ReactElement {
  return <Outlet />;
}

export function ErrorBoundary(): ReactElement {
  return <ErrorPage status={statusOf(useRouteError())} />;
}

/** The document around every page, errors included. It has no scripts, and the page is finished when it arrives. */
export function Layout({ children }: { children: ReactNode }): ReactElement {
  const site = useSite();
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#5b2382" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to the page
        </a>
        {site.demonstration ? <DemonstrationBand /> : null}
        <SiteHeader />
        <main className="wrap site-main" id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter site={site} />
      </body>
    </html>
  );
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}
