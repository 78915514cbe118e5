import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { MailToPress } from "#app/components/mail-to-press.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { groupPath } from "#app/domain/group/group.ts";
import { requirePublicGroup } from "#app/http/require-group.server.ts";
import { GROUP_MESSAGE_CONFIRM_DAYS } from "#app/policy-groups.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { name, slug } = await requirePublicGroup(context, params.slug);
  return { name, path: groupPath(slug), showsMailbox: !context.settings.isProduction };
}

export const meta: MetaFunction = () => pageTitle("Check your e-mail");

export default function GroupCheckYourEmail(): ReactElement {
  const { name, path, showsMailbox } = useLoaderData<typeof loader>();
  return (
    <MailToPress
      about={{ title: name, path }}
      notYet="Your message has not been sent yet."
      limit="Whoever has written to this group several times today"
      days={GROUP_MESSAGE_CONFIRM_DAYS}
      what="the message"
      showsMailbox={showsMailbox}
    />
  );
}
