import type { MetaFunction } from "@remix-run/react";
import type { ReactElement } from "react";
import { DonePage } from "#app/components/done-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";

export const meta: MetaFunction = () => pageTitle("Deleted");

export default function NotMeDonePage(): ReactElement {
  return (
    <DonePage
      title="Deleted"
      lede="We have deleted what was typed, and nothing of it is counted. We are sorry that you were troubled."
    />
  );
}
