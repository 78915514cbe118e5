import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { CheckYourEmail } from "#app/components/check-your-email.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { requireSupported } from "#app/http/require-supported.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { title } = await requireSupported(context, params.token);
  return { path: `/support/${params.token}`, title, showsMailbox: !context.settings.isProduction };
}

export const headers: HeadersFunction = () => ({ "X-Robots-Tag": "noindex, nofollow" });

export const meta: MetaFunction = () => [
  ...pageTitle("Check your e-mail"),
  { name: "robots", content: "noindex, nofollow" },
];

export default function SupportCheckYourEmailPage(): ReactElement {
  return <CheckYourEmail {...useLoaderData<typeof loader>()} />;
}
