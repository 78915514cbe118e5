import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { counted, londonDay, londonTime, people } from "#app/components/format.ts";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { OrganiseUpdates } from "#app/components/organise-updates.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { listOrganisedUpdates } from "#app/domain/update/organised-updates.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { doneWords } from "#app/http/done-words.ts";
import { readMailTimes, takesNews } from "#app/http/organise-updates.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";
import { DAYS_BETWEEN_MAILINGS } from "#app/policy-news.ts";

const DONE = { deleted: "The draft is thrown away." } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign } = await requireOrganiser(context, request, params.number);
  const { number, title, state, kind } = campaign;
  const page = readPage(new URL(request.url).searchParams.get("page"));
  const [{ updates, count }, mail] = await Promise.all([
    listOrganisedUpdates(context.db.read, context.keyring, { campaignId: campaign.id, page }),
    readMailTimes(context, campaign.id),
  ]);
  return {
    campaign: { number, title, state, kind },
    ...{ updates, mail, page, isTellable: takesNews(campaign) },
    pageCount: Math.max(1, Math.ceil(count / PAGE_LENGTH)),
    done: doneWords(request, DONE),
  };
}

export const meta: MetaFunction = () => pageTitle("News");

export default function OrganiseUpdatesPage(): ReactElement {
  const { campaign, updates, mail, page, pageCount, isTellable, done } = useLoaderData<typeof loader>();
  const base = `/organise/${campaign.number}/updates`;
  return (
    <OrganisePage
      campaign={campaign}
      title="News"
      lede={`Tell those who signed what has happened. ${people(mail.wantingCount)} asked for news by mail.`}
      done={done}
    >
      {isTellable ? (
        <>
          <p>
            {mail.nextAt <= mail.now
              ? `A mail can go now. After it, the next can go ${counted(DAYS_BETWEEN_MAILINGS, "day")} later.`
              : `The next mail can go from ${londonDay(mail.nextAt)}, ${londonTime(mail.nextAt)}: at most one in ${counted(DAYS_BETWEEN_MAILINGS, "day")}. On the site news can appear at any time.`}
          </p>
          <p>
            <ButtonLink href={`${base}/new`}>Write an update</ButtonLink>
          </p>
        </>
      ) : (
        <p>News can be told once it is open to sign.</p>
      )}
      <h2>Your updates</h2>
      {updates.length === 0 ? <p>None yet.</p> : <OrganiseUpdates base={base} updates={updates} />}
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => `${base}?page=${to}`} />
    </OrganisePage>
  );
}
