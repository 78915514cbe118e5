import type { MetaFunction } from "@remix-run/react";
import type { ReactElement } from "react";
import { DonePage } from "#app/components/done-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";

export const meta: MetaFunction = () => pageTitle("Deleted");

export default function StoryDeletedPage(): ReactElement {
  return (
    <DonePage
      title="It is deleted"
      lede="Nothing of what you wrote is left here. You can begin again at any time."
    />
  );
}
