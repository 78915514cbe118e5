import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCellAreas } from "#app/domain/area/cell-names.server.ts";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { standingWords } from "#app/domain/open-letter/standing-words.ts";
import { formatPostcode } from "#app/domain/place/postcode.ts";
import { findContactGroup } from "#app/domain/signature/contact-consent.server.ts";
import { findSignatureByLink } from "#app/domain/signature/queries.server.ts";

/** Everything we keep of one signatory, for themselves. */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const { db, keyring, settings } = context;
  const signature = await findSignatureByLink(db.read, keyring, params.token ?? "", ["signature"]);
  if (!signature) throw new Response(null, { status: 404 });
  const { ward, division, council, county, constituency, abroad } = await findCellAreas(
    db.read,
    signature.cell,
  );
  const contactGroup =
    signature.contactGroupId === "" ? undefined : await findContactGroup(db.read, signature.contactGroupId);
  const copy = {
    [signature.campaign.kind]: signature.campaign.title,
    address: `${settings.appUrl}${publicCampaignPath(signature.campaign)}`,
    state: signature.state,
    name: signature.name,
    email: signature.email,
    postcode: signature.country === "" ? formatPostcode(signature.postcode) : "",
    country: abroad ?? "United Kingdom",
    ward: ward?.name ?? "",
    division: division?.name ?? "",
    council: council?.name ?? "",
    county: county?.name ?? "",
    constituency: constituency?.name ?? "",
    showName: signature.showName,
    updates: signature.updates,
    handIn: signature.handIn,
    connection: signature.connection,
    role: signature.claim.role,
    organisation: signature.claim.organisation,
    signsForOrganisation: signature.claim.onBehalf,
    authority: signature.claim.authority,
    roleAndOrganisation: standingWords(signature).words,
    versionSigned: signature.textVersion,
    contactBy: contactGroup?.name ?? "",
    signedAt: isoTime(signature.createdAt),
    confirmedAt: isoTime(signature.confirmedAt),
    consent: {
      noticeVersion: signature.noticeVersion,
      handInVersion: signature.handInVersion,
      connectionVersion: signature.connectionVersion,
      givenAt: isoTime(signature.consentedAt),
      contactVersion: signature.contactVersion,
      contactGivenAt: isoTime(signature.contactAt),
    },
  };
  return Response.json(copy, {
    headers: {
      "Content-Disposition": 'attachment; filename="my-signature.json"',
      "Cache-Control": "private, no-store",
    },
  });
}

function isoTime(instant: number | null): string {
  return instant === null ? "" : new Date(instant).toISOString();
}
