import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { londonDay, people } from "#app/components/format.ts";
import { kindWords } from "#app/components/kind-words.ts";
import { LetterSheet } from "#app/components/letter-sheet.tsx";
import { CampaignText } from "#app/components/markdown.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { PlainText } from "#app/components/plain-text.tsx";
import { TextComparison } from "#app/components/text-comparison.tsx";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { compareTexts } from "#app/domain/campaign/compare-texts.ts";
import { findFormerText } from "#app/domain/campaign/former-texts.server.ts";
import { getText } from "#app/domain/campaign/replace-text.server.ts";
import { listLetterRecipients } from "#app/domain/open-letter/letter-recipients.server.ts";
import { countVersion } from "#app/domain/open-letter/version-counts.server.ts";
import { requireCampaign } from "#app/http/require-campaign.server.ts";

export const headers: HeadersFunction = () => ({ "X-Robots-Tag": "noindex" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(context, request, params.slug);
  const { id, kind, title, bodyName, organiserName } = campaign;
  const version = /^[1-9]\d{0,5}$/.test(params.version ?? "") ? Number(params.version) : 0;
  const former = await findFormerText(context.db.read, { campaignId: id, version });
  if (!former) throw new Response(null, { status: 404 });
  const recipients = kind === "letter" ? await listLetterRecipients(context.db.read, id) : [];
  const changes = compareTexts(former.content, await getText(context.db.read, id));
  const signed =
    kind === "letter" ? await countVersion(context.db.read, { campaignId: id, version }) : undefined;
  return {
    base: publicCampaignPath(campaign),
    kind,
    title,
    bodyName,
    organiserName,
    recipients,
    former,
    changes,
    signed,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data ? `An earlier text: ${data.title}` : "An earlier text"),
  { name: "robots", content: "noindex" },
];

export default function FormerTextPage(): ReactElement {
  const { base, kind, title, bodyName, organiserName, recipients, former, changes, signed } =
    useLoaderData<typeof loader>();
  const { content, replacedAt, signedBefore } = former;
  const { en, easy, asks, letter } = content;
  return (
    <>
      <PageHeading kicker={<a href={base}>{title}</a>} title={`An earlier text: ${en.title}`} />
      <Notice tone="waiting">
        <p>
          This text was changed on {londonDay(replacedAt)}.{" "}
          {signed === undefined
            ? `${people(signedBefore)} had signed before that.`
            : `${people(signed)} ${signed === 1 ? "signs" : "sign"} these words.`}{" "}
          The text that can be signed now is <a href={base}>on the {kindWords(kind).one}’s page</a>.
        </p>
      </Notice>
      {changes.length === 0 ? null : (
        <>
          <h2>What has changed since</h2>
          <TextComparison parts={changes} left="In this text" right="As it is now" />
        </>
      )}
      {letter === undefined ? (
        <>
          <h2>What we asked for</h2>
          <ol>
            {asks.map((ask) => (
              <li key={ask}>{ask}</li>
            ))}
          </ol>
          <h2>Why</h2>
          <div className="prose">
            <PlainText text={en.why} />
          </div>
        </>
      ) : (
        <LetterSheet
          {...{ letter, recipients, bodyName, organiserName }}
          why={en.why}
          asks={asks.map((text) => ({ text }))}
        />
      )}
      {en.more === "" ? null : (
        <div className="prose">
          <CampaignText markdown={en.more} />
        </div>
      )}
      {easy === undefined ? null : (
        <>
          <h2>Easy Read: {easy.title}</h2>
          <div className="prose">
            <PlainText text={easy.why} />
            {easy.more === "" ? null : <CampaignText markdown={easy.more} />}
          </div>
        </>
      )}
    </>
  );
}
