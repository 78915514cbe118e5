import type { DemonstrationPetition } from "../demonstration-petition.ts";

/** Closed three weeks ago with some 400 signatures: toilets with a hoist in Cardiff's parks. */
export const CARDIFF: DemonstrationPetition = {
  slug: "changing-places-in-cardiff-parks",
  bodyKind: "council",
  bodyName: "City of Cardiff Council",
  bodyGss: "W06000015",
  organiserName: "Nerys Coldwater",
  askClause: "to put a Changing Places toilet in each of its largest parks",
  shortName: "Changing Places toilets",
  goal: 500,
  openedDaysAgo: 140,
  closesInDays: -21,
  asks: [
    "A Changing Places toilet, with a hoist and a changing bench, in each of the city’s largest parks.",
    "Opening hours as long as the park’s own, and a map that shows which ones are working today.",
  ],
  spread: {
    councils: {
      W06000015: 327, // Cardiff
      W06000014: 22, // Vale of Glamorgan
      W06000018: 14, // Caerphilly
      W06000016: 11, // Rhondda Cynon Taf
      W06000022: 8, // Newport
    },
    anywhere: 27,
    northernIreland: 1,
    abroad: 2,
  },
  texts: {
    en: {
      title: "Put a Changing Places toilet in Cardiff’s largest parks",
      why: `A day in the park should end when the sun goes down, not when somebody needs the toilet.

Some disabled people cannot use an ordinary accessible toilet. They need a hoist, a bench for an adult and room for one or two carers. That is a Changing Places toilet. Without one, families lay a blanket on a toilet floor, or they go home, or they do not come at all.

We asked for one in each of the city’s largest parks. Thank you to everyone who signed.`,
      more: `### What it needs

- A room large enough for a wheelchair and two people who help.
- A ceiling hoist and a bench that goes up and down.
- A toilet with space on both sides, and a screen for privacy.

### What happens now

The petition is closed. We will hand it in together with the ideas that people gave us, and write here what the council says.`,
    },
  },
};
