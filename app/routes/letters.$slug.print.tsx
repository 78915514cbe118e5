import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { LetterSheet } from "#app/components/letter-sheet.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { PrintedNames } from "#app/components/printed-names.tsx";
import { QrPicture } from "#app/components/qr-picture.tsx";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { listFirstSignatories } from "#app/domain/open-letter/signatories.server.ts";
import { withoutIds } from "#app/domain/open-letter/signatory-search.ts";
import { qrCode } from "#app/http/qr-code.ts";
import { readPrinted } from "#app/http/read-printed.server.ts";
import { requireCampaign, requireOpened } from "#app/http/require-campaign.server.ts";
import { NAMES_ON_PRINT_PAGE } from "#app/policy.ts";

export const headers: HeadersFunction = () => ({ "X-Robots-Tag": "noindex" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = requireOpened(await requireCampaign(context, request, params.slug));
  const [printed, names] = await Promise.all([
    readPrinted(context, campaign),
    campaign.showsNames
      ? listFirstSignatories(context.db.read, { campaignId: campaign.id, limit: NAMES_ON_PRINT_PAGE })
      : [],
  ]);
  return {
    ...printed,
    names: withoutIds(names),
    base: publicCampaignPath(campaign),
    code: qrCode(printed.shortUrl),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data?.title ?? "Open letter"),
  { name: "robots", content: "noindex" },
];

export default function PrintedLetterPage(): ReactElement {
  const loaded = useLoaderData<typeof loader>();
  const { title, base, code, counted, names, coSigners, otherCount, shownCount, shortUrl } = loaded;
  return (
    <div className="printed">
      <div className="printed-ways">
        <p>
          <a href={base}>Back to the letter</a>
        </p>
        <p>
          This page prints as a letter: choose Print in your browser. Or take{" "}
          <a href={`${base}/letter.pdf`}>the PDF</a>, which has every name in it.
        </p>
      </div>
      <h1>{title}</h1>
      <LetterSheet {...loaded} />
      <h2>Signed</h2>
      {counted.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <PrintedNames
        names={names}
        coSigners={coSigners}
        otherCount={otherCount}
        hiddenCount={shownCount - names.length}
      />
      <div className="printed-end">
        <QrPicture code={code} alt={`QR code that opens ${shortUrl}`} />
        <div>
          <p>
            Each name here was confirmed by e-mail by the person who gave it. Roles and organisations, where
            they stand, were checked.
          </p>
          <p>
            The letter as it stands today, and who has signed since: {shortUrl.replace(/^https?:\/\//, "")}
          </p>
        </div>
      </div>
    </div>
  );
}
