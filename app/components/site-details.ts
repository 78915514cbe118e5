import { createContext, useContext } from "react";

/** What every page says of the site itself. */
export interface SiteDetails {
  operatorName: string;
  /** An e-mail address or a web address. */
  operatorContact: string;
  /** True where people and petitions are invented and nothing is sent. */
  demonstration: boolean;
}

/**
 * Filled in where the document is rendered, not by a loader: no loader runs when an action has thrown, and the foot and
 * the demonstration's band belong on that page too.
 */
export const SiteDetailsContext = createContext<SiteDetails>({
  operatorName: "",
  operatorContact: "",
  demonstration: false,
});

/** The site's details, on any page and in any component. */
export function useSite(): SiteDetails {
  return useContext(SiteDetailsContext);
}
