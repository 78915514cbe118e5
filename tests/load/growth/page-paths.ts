import { afterPublication, type Path, page } from "./paths.ts";

const COUNCIL = { slug: "worcestershire" };
const CONSTITUENCY = { slug: "worcester" };

/** What everybody reads. */
export const PUBLIC_PAGES: readonly Path[] = [
  page("home", "_index.tsx"),
  page("petitions, newest", "petitions._index.tsx"),
  page("petitions, most signed this week", "petitions._index.tsx", "?sort=week"),
  page("petitions, search", "petitions._index.tsx", "?q=school"),
  page("petitions.json", "petitions[.]json.ts"),
  page("petition", "petitions.$slug._index.tsx"),
  page("petition’s places", "petitions.$slug.places.tsx"),
  page("petition’s map", "petitions.$slug.map.tsx"),
  page("petition’s ledger", "petitions.$slug.told.tsx"),
  page("petition’s answers", "petitions.$slug.answers.tsx"),
  page("petition’s updates", "petitions.$slug.updates._index.tsx"),
  page("petition.json", "petitions.$slug[.]json.ts", ".json"),
  page("count.json", "petitions.$slug.count[.]json.ts", "/count.json"),
  page("history.csv", "petitions.$slug.history[.]csv.ts", "/history.csv"),
  page("sign form", "petitions.$slug.sign.tsx"),
  page("signatories, first page", "petitions.$slug.signatories.tsx"),
  page("signatories, last page", "petitions.$slug.signatories.tsx", "?page=9999999"),
  page("signatories, page 40", "petitions.$slug.signatories.tsx", "?page=40"),
  page("signatories, search", "petitions.$slug.signatories.tsx", "?q=okafor"),
  page("council", "councils.$slug._index.tsx", "", undefined, COUNCIL),
  page("constituency", "constituencies.$slug.tsx", "", undefined, CONSTITUENCY),
];

/** What those who run it, and those who moderate, read. */
export const INNER_PAGES: readonly Path[] = [
  ...[
    page("organiser’s first page", "organise.$number._index.tsx", "", "organiser"),
    page("organiser: people", "organise.$number.people.tsx", "", "organiser"),
    page("organiser: signatories", "organise.$number.signatories.tsx", "", "organiser"),
    page("organiser: signatories, search", "organise.$number.signatories.tsx", "?q=okafor", "organiser"),
    page("organiser: updates", "organise.$number.updates._index.tsx", "", "organiser"),
    page("organiser: new update", "organise.$number.updates.new.tsx", "", "organiser"),
    page("organiser: hand-in", "organise.$number.hand-in.tsx", "", "organiser"),
    page("organiser: contacts", "organise.$number.contacts.tsx", "", "organiser"),
    page("organiser: forwarding", "organise.$number.forwarding._index.tsx", "", "organiser"),
    page("organiser: told", "organise.$number.told.tsx", "", "organiser"),
    page("organiser: paper", "organise.$number.paper.tsx", "", "organiser"),
    page("organiser: settings", "organise.$number.settings.tsx", "", "organiser"),
    page("organiser: tallies.csv", "organise.$number.tallies[.]csv.ts", "", "organiser"),
  ],
  ...[
    page("moderator’s overview", "moderate._index.tsx", "", "moderator"),
    page("moderator: campaign", "moderate.campaigns.$number._index.tsx", "", "moderator"),
    page("moderator: signatures held", "moderate.signatures.tsx", "", "moderator"),
    page("moderator: unusual groups", "moderate.campaigns.$number.signatures.tsx", "", "moderator"),
    page("moderator: a batch", "moderate.campaigns.$number.signatures.tsx", "?all=on", "moderator"),
    page(
      "moderator: a batch of a network",
      "moderate.campaigns.$number.signatures.tsx",
      "?network=nothing1",
      "moderator",
    ),
    page("moderator: names", "moderate.names.tsx", "", "moderator"),
    page("moderator: roles", "moderate.standings._index.tsx", "", "moderator"),
  ],
];

/** What is made of every place of the country once a publication, and given to whoever asks until the next. */
export const FIRST_PAGES: readonly Path[] = [
  page("petition", "petitions.$slug._index.tsx"),
  page("petition’s places", "petitions.$slug.places.tsx"),
  page("petition’s ledger", "petitions.$slug.told.tsx"),
  page("petition.json", "petitions.$slug[.]json.ts", ".json"),
  page("organiser’s first page", "organise.$number._index.tsx", "", "organiser"),
  page("organiser: told", "organise.$number.told.tsx", "", "organiser"),
  page("organiser: tallies.csv", "organise.$number.tallies[.]csv.ts", "", "organiser"),
].map(afterPublication);
