import { useRouteLoaderData } from "@remix-run/react";

/** What the root loader tells every page about the site itself. */
export interface SiteDetails {
  operatorName: string;
  /** An e-mail address or a web address. */
  operatorContact: string;
  /** True where people and petitions are invented and nothing is sent. */
  demonstration: boolean;
}

const UNKNOWN: SiteDetails = { operatorName: "", operatorContact: "", demonstration: false };

/** The site's details on any page; blank ones where the root loader itself has failed. */
export function useSite(): SiteDetails {
  return useRouteLoaderData<SiteDetails>("root") ?? UNKNOWN;
}
