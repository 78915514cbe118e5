import type { Spread } from "./homes.ts";
import type { CampaignDraft } from "./insert-campaign.server.ts";

/** A petition that the public cannot sign yet, or never will: what those who look after the site have in hand. */
export interface UnpublishedPetition
  extends Pick<
    CampaignDraft,
    | "slug"
    | "bodyKind"
    | "bodyName"
    | "bodyGss"
    | "organiserName"
    | "askClause"
    | "shortName"
    | "goal"
    | "texts"
    | "asks"
  > {
  state: "gathering" | "in_review" | "rejected";
  /** Why it was rejected, as a code, and what the moderator wrote. */
  reason: string;
  note: string;
  spread: Spread;
}

const NOWHERE = { anywhere: 0, northernIreland: 0, forces: 0, unknown: 0, abroad: 0 };

/** The demonstration's: one looks for supporters, one waits for a moderator, one was rejected. */
export const UNPUBLISHED: readonly UnpublishedPetition[] = [
  {
    state: "gathering",
    slug: "crossing-by-the-school-in-redditch",
    bodyKind: "council",
    bodyName: "Worcestershire County Council",
    bodyGss: "E10000034",
    organiserName: "Tamsin Oakhanger",
    askClause: "to build a crossing where children walk to school",
    shortName: "School crossing in Redditch",
    goal: 100,
    ...{ reason: "", note: "" },
    asks: ["A crossing with lights on the road between the houses and the school."],
    spread: { ...NOWHERE, councils: { E07000236: 3 } },
    texts: {
      en: {
        title: "Build a crossing by the school in Redditch",
        why: "Two hundred children walk to school every morning. Between the houses and the gate is a road without a crossing.",
        more: "",
      },
    },
  },
  {
    state: "in_review",
    slug: "warm-pool-for-everybody-in-malvern",
    bodyKind: "council",
    bodyName: "Malvern Hills District Council",
    bodyGss: "E07000235",
    organiserName: "Joss Wyndleton",
    askClause: "to keep the small pool warm on one afternoon a week",
    shortName: "Warm pool in Malvern",
    goal: 250,
    ...{ reason: "", note: "" },
    asks: [
      "One afternoon a week with the water at 32 degrees.",
      "A hoist that works, and somebody who knows how.",
    ],
    spread: { ...NOWHERE, councils: { E07000235: 8, E07000237: 1 } },
    texts: {
      en: {
        title: "A warm pool for everybody in Malvern, one afternoon a week",
        why: "For some of us warm water is the only place where we can move. Cold water makes muscles stiff, and then there is nothing but the way home.",
        more: "### What it would cost\n\nWe have asked three other pools: each of them warms its small pool for one afternoon and charges a little more.",
      },
    },
  },
  {
    state: "rejected",
    slug: "longer-summer-in-derby",
    bodyKind: "council",
    bodyName: "Derby City Council",
    bodyGss: "E06000015",
    organiserName: "Corwin Ashgate",
    askClause: "to make the summer holidays two weeks longer in every school",
    shortName: "Longer summer holidays",
    goal: 500,
    reason: "wrong_body",
    note: "Academies set their own dates, and the council decides only for the schools that it runs itself. If you ask the council about those schools, we can look at it again.",
    asks: ["Two more weeks of summer holidays in every school of the city."],
    spread: { ...NOWHERE, councils: { E06000015: 6 } },
    texts: {
      en: {
        title: "Make the summer holidays in Derby two weeks longer",
        why: "Summer is when families have time for each other. In Derby it ends before the warm days do.",
        more: "",
      },
    },
  },
];
