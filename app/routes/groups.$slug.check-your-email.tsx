import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Prose } from "#app/components/prose.tsx";
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
    <Prose>
      <PageHeading
        kicker={<a href={path}>{name}</a>}
        title="Now check your e-mail"
        lede="Your message has not been sent yet. Open the link in the mail we have sent you, and press the button there."
      />
      {showsMailbox ? (
        <p>
          On this demonstration no mail leaves. <a href="/dev/mailbox">Open the mailbox</a> to find yours.
        </p>
      ) : null}
      <h2>No mail?</h2>
      <ul>
        <li>It can take a few minutes. Please look in spam or junk, too.</li>
        <li>If the address had a slip in it, write once more with the right one.</li>
        <li>Whoever has written to this group several times today gets no more mail until tomorrow.</li>
      </ul>
      <p className="soft">
        The link works for {GROUP_MESSAGE_CONFIRM_DAYS} days. Then we delete the message.
      </p>
    </Prose>
  );
}
