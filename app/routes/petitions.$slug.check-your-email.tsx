import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Notice } from "#app/components/notice.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Prose } from "#app/components/prose.tsx";
import { requireCampaign } from "#app/http/require-campaign.server.ts";
import { CONFIRM_LINK_DAYS, MAIL_COOL_DOWN_MINUTES, REMINDER_HOURS } from "#app/policy.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { slug, title } = await requireCampaign(context, "petition", params.slug);
  return { slug, title, showsMailbox: !context.settings.isProduction };
}

export const meta: MetaFunction = () => pageTitle("Check your e-mail");

export default function CheckYourEmailPage(): ReactElement {
  const { slug, title, showsMailbox } = useLoaderData<typeof loader>();
  return (
    <Prose>
      <PageHeading
        kicker={<a href={`/petitions/${slug}`}>{title}</a>}
        title="Now check your e-mail"
        lede="Press the button in the mail we have sent you. Only then is your signature counted."
      />
      {showsMailbox ? (
        <Notice>
          <p>
            On this demonstration no mail leaves. <a href="/dev/mailbox">Open the mailbox</a> to find yours.
          </p>
        </Notice>
      ) : null}
      <h2>No mail?</h2>
      <ul>
        <li>It can take a few minutes. Please look in spam or junk, too.</li>
        <li>
          After {MAIL_COOL_DOWN_MINUTES} minutes, <a href={`/petitions/${slug}#sign`}>sign again</a> with the
          same details and we send it once more.
        </li>
        <li>If the address had a slip in it, just sign again with the right one.</li>
      </ul>
      <p className="soft">
        The link works for {CONFIRM_LINK_DAYS} days. If you have not used it, we remind you once, after{" "}
        {REMINDER_HOURS} hours.
      </p>
    </Prose>
  );
}
