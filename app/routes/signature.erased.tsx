import type { MetaFunction } from "@remix-run/react";
import type { ReactElement } from "react";
import { DonePage } from "#app/components/done-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";

export const meta: MetaFunction = () => pageTitle("Erased");

export default function ErasedPage(): ReactElement {
  return (
    <DonePage
      title="Erased"
      lede="Your name, address and postcode are deleted, and the links in our mails no longer lead anywhere."
    />
  );
}
