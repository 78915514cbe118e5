import type { CouncilDescription } from "#app/domain/area/describe-council.server.ts";
import type { AreaEnding } from "#app/domain/area/ending.server.ts";
import type { Area } from "#app/domain/area/queries.server.ts";
import type { CouncilEvidence } from "#app/domain/story/council-evidence.server.ts";
import { councilLede, signedWords, unknownWords } from "./area-council-words.ts";
import { areaHref } from "./area-links.ts";
import { areaToldRows } from "./area-told.ts";
import { councilKicker, shareWords } from "./area-words.ts";
import { type ListedInCard, listedCard } from "./listed-card.ts";

/** Rows of who was told that a council's page shows of each kind; each campaign's ledger has all. */
const TOLD_ROWS = 8;

interface Read {
  council: Area;
  description: CouncilDescription;
  petitions: readonly ListedInCard[];
  letters: readonly ListedInCard[];
  /** What came after a council that has ended. */
  ending: AreaEnding | undefined;
  forwarding: "off" | "rehearsal" | "live";
  /** What families have told. */
  evidence: CouncilEvidence;
}

/** What a council's page shows, from what was read. */
export type CouncilView = ReturnType<typeof councilView>;

/** Puts what was read of a council into words, links and rows. */
export function councilView({
  council,
  description,
  petitions,
  letters,
  ending,
  forwarding,
  evidence,
}: Read) {
  const { county, districts, parts, constituencies, councillors, members, campaigns, figures, rule } =
    description;
  const { open, toldMembers, toldCouncillors, answered } = description;
  const partWord: "ward" | "division" = council.kind === "county" ? "division" : "ward";
  const known = new Set(councillors.map((one) => one.gssCode));
  const unknownParts = parts.filter((part) => !known.has(part.gssCode)).length;
  const standing = councilLede({
    ...open,
    councillorCount: new Set(
      councillors.filter((one) => one.kind === "councillor").map((one) => one.publicId),
    ).size,
    memberCount: members.length,
    unknownParts,
    partWord,
    toldCount: new Set(
      [...toldMembers, ...toldCouncillors].filter((row) => row.toldCount > 0).map((row) => row.publicId),
    ).size,
    forwarding,
  });
  return {
    name: council.name,
    ...{ shortName: council.shortName, slug: council.slug },
    nation: council.nation,
    homepageUrl: council.homepageUrl,
    kicker: councilKicker(council),
    lede: council.endsOn === "" ? standing : signedWords(open),
    ended: ending && { ...ending, successors: ending.successors.map(link) },
    county: county && link(county),
    districts: districts.map((district) => entry(district)),
    parts: parts.map((part) => entry(part, council)),
    partWord,
    unknown: unknownWords({ unknownParts, partWord }),
    councillors,
    members: [...members].sort((a, b) => rank(a.gssCode) - rank(b.gssCode)),
    areas: new Map([
      [council.gssCode, { name: council.name }],
      ...parts.map((part): [string, Named] => [
        part.gssCode,
        { name: part.name, href: areaHref(part, council) },
      ]),
      ...constituencies.map(({ constituency }): [string, Named] => [
        constituency.gssCode,
        link(constituency),
      ]),
    ]),
    notes: new Map(
      constituencies.map(({ constituency, ...shares }) => [
        constituency.gssCode,
        shareWords(shares, council.shortName),
      ]),
    ),
    campaigns,
    addressed: petitions.map((petition) => listedCard(petition)),
    letters: letters.map((letter) => listedCard(letter)),
    told: {
      members: { rows: areaToldRows(toldMembers.slice(0, TOLD_ROWS)), count: toldMembers.length },
      councillors: { rows: areaToldRows(toldCouncillors.slice(0, TOLD_ROWS)), count: toldCouncillors.length },
    },
    answered,
    figures,
    rule,
    evidence,
  };

  function rank(gssCode: string): number {
    return constituencies.findIndex(({ constituency }) => constituency.gssCode === gssCode);
  }
}

interface Named {
  name: string;
  href?: string;
}

function link(area: Area): { name: string; href: string } {
  return { name: area.name, href: areaHref(area) ?? "" };
}

function entry(area: Area, parent?: Area): { gssCode: string; name: string; href: string } {
  return { gssCode: area.gssCode, name: area.name, href: areaHref(area, parent) ?? "" };
}
