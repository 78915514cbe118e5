import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { DonePage } from "#app/components/done-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  return { isCounted: new URL(request.url).searchParams.has("counted") };
}

export const meta: MetaFunction = () => pageTitle("Erased");

export default function ErasedPage(): ReactElement {
  const { isCounted } = useLoaderData<typeof loader>();
  if (isCounted)
    return (
      <DonePage
        title="Your details are erased"
        lede="Your name, address and postcode are deleted, and the links in our mails no longer lead anywhere. Your signature stays in the count, as a number."
      />
    );
  return (
    <DonePage
      title="Erased"
      lede="Your name, address and postcode are deleted, and the links in our mails no longer lead anywhere."
    />
  );
}
