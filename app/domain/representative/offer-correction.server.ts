import { v7 } from "uuid";
import { CORRECTIONS_PER_CLIENT_PER_HOUR, CORRECTIONS_PER_NETWORK_PER_HOUR } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import type { CorrectionKind } from "#db/tables/correction.ts";
import { findArea } from "../area/queries.server.ts";
import type { CorrectionForm, MissingForm } from "../moderation/correction.ts";
import { sealedIn, type TYPED_COLUMNS } from "../moderation/corrections.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import { hashClient } from "../signature/person.server.ts";
import type { Site } from "../site.ts";
import { HOUR } from "../time/durations.ts";
import { findRepresentativeRow } from "./admin-queries.server.ts";
import { isOfficialPage } from "./council-domain.ts";
import { councilDomainOf, listCouncilDomains } from "./seat-problem.server.ts";
import { addressProblem } from "./seat-rules.ts";

/** What became of an offer: it is kept in every case but two, over a limit as well. */
export type OfferOutcome = "offered" | "unknown" | "not_official";

/**
 * Takes down what somebody outside says is wrong with a representative. Nobody sees it but moderators; over a limit
 * it is held apart and the answer is the same. `not_official`: the page is not the council's or Parliament's.
 */
export async function offerCorrection(
  site: Site,
  { publicId, form, clientAddress }: { publicId: string; form: CorrectionForm; clientAddress: string },
  now: number,
): Promise<OfferOutcome> {
  return site.db.transaction("offer correction", async (tx) => {
    const person = await findRepresentativeRow(tx, publicId);
    if (!person) return "unknown";
    const domains = await listCouncilDomains(tx, person.id);
    if (form.sourceUrl !== "" && !isOfficialPage(form.sourceUrl, domains)) return "not_official";
    const { wrong: kind, words, sourceUrl, email } = form;
    const about = { kind, representativeId: person.id, gssCode: null };
    await insertCorrection(tx, site, { about, clientAddress }, { words, sourceUrl, email }, now);
    return "offered";
  });
}

/** Takes down a councillor whom somebody outside knows of and we do not; at the council's own address alone. */
export async function offerCouncillor(
  site: Site,
  { gssCode, form, clientAddress }: { gssCode: string; form: MissingForm; clientAddress: string },
  now: number,
): Promise<OfferOutcome | "not_at_council"> {
  return site.db.transaction("offer councillor", async (tx) => {
    const area = await findArea(tx, gssCode);
    const hasCouncillors = area?.level === "ward" || area?.level === "division";
    if (!area || !hasCouncillors || area.endsOn !== "") return "unknown";
    const domain = await councilDomainOf(tx, area);
    if (addressProblem("councillor", form.address, domain)) return "not_at_council";
    if (!isOfficialPage(form.sourceUrl, [domain])) return "not_official";
    const about = { kind: "missing" as const, representativeId: null, gssCode };
    await insertCorrection(tx, site, { about, clientAddress }, form, now);
    return "offered";
  });
}

interface Offer {
  about: { kind: CorrectionKind; representativeId: string | null; gssCode: string | null };
  clientAddress: string;
}

async function insertCorrection(
  tx: Tx,
  { keyring }: Pick<Site, "keyring">,
  { about, clientAddress }: Offer,
  typed: Partial<Record<(typeof TYPED_COLUMNS)[number], string>>,
  now: number,
): Promise<void> {
  const { corrections } = tx.tables;
  const { clientHash, clientNetHash } = hashClient(keyring, clientAddress);
  const limits = [
    { key: `correction client ${clientHash}`, windowMs: HOUR, limit: CORRECTIONS_PER_CLIENT_PER_HOUR },
    { key: `correction network ${clientNetHash}`, windowMs: HOUR, limit: CORRECTIONS_PER_NETWORK_PER_HOUR },
  ];
  let state: "waiting" | "held" = "waiting";
  for (const limit of limits) if (!(await takeAllowance(tx, limit, now))) state = "held";
  const id = v7({ msecs: now });
  const seal = (column: (typeof TYPED_COLUMNS)[number]) =>
    keyring.seal(sealedIn(id, column), typed[column] ?? "");
  await tx.insert(corrections).values({
    id,
    publicId: newPublicId(),
    ...about,
    words: seal("words"),
    name: seal("name"),
    address: seal("address"),
    sourceUrl: seal("sourceUrl"),
    email: seal("email"),
    state,
    reason: "",
    createdAt: now,
    settledAt: null,
  });
}
