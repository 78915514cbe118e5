import type { ComponentProps, ReactElement } from "react";
import { AdminPage } from "./admin-page.tsx";

/** A page of the moderators' desk. */
export function ModeratePage(props: ComponentProps<typeof AdminPage>): ReactElement {
  return <AdminPage up={{ href: "/moderate", label: "What waits" }} {...props} />;
}
