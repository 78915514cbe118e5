import type { DemonstrationPetition } from "../demonstration-petition.ts";

/** Some 2,900 people all over the country ask the Department for Education to show waiting times. */
export const ENGLAND: DemonstrationPetition = {
  slug: "show-how-long-children-wait",
  bodyKind: "department",
  bodyName: "the Department for Education",
  bodyGss: "",
  organiserName: "Femi Larkrise",
  askClause: "to publish every month, council by council, how long children wait for their plans",
  shortName: "Waits for SEND help",
  goal: 5000,
  openedDaysAgo: 58,
  closesInDays: 124,
  asks: [
    "How long children wait for an education, health and care plan, published every month for each council.",
    "How many children are out of school while they wait, counted and published as well.",
    "Help from the department for the councils where the wait is longest.",
    "The same figures in plain words and Easy Read, so that families can use them.",
  ],
  spread: {
    councils: {
      E08000025: 96, // Birmingham
      E08000035: 61, // Leeds
      E07000237: 44, // Worcester
      E06000015: 38, // Derby
      E06000023: 52, // Bristol
      S12000036: 31, // Edinburgh
      W06000015: 34, // Cardiff
    },
    anywhere: 2466,
    northernIreland: 41,
    forces: 14,
    unknown: 9,
    abroad: 17,
  },
  texts: {
    en: {
      title: "Show every month how long children wait for special educational needs help",
      why: `If you wait for a hospital, you can look up how long others wait. If your child waits for an education, health and care plan, you cannot. The figures come once a year, months after the year has ended.

In 2024 councils in England issued about 90,400 new plans; fewer than half came within the 20 weeks that the law allows. By the time we could read this, the children in those figures had grown a year older.

What is counted every month is talked about every month.`,
      more: `### What we know today

- In January 2025 about 638,700 children and young people in England had a plan.
- How many plans were in time differs very much from place to place: in 2024 it was fewer than one in ten in some councils and all of them in others.
- Families brought about 12,800 appeals in 2022 and about 22,300 in 2024.

Source: Department for Education, *Education, health and care plans*, 2025 release, and its table of tribunal appeals; sums over the 153 council areas made for this petition.

### What we do not know

Nobody tells us how many weeks a child has been waiting today, how many of them are at home without a school place, or whether it is getting better this term.

### How it could work

Councils already keep these figures to run their own services. The department could collect a few of them each month and publish them on one page, with a map, and with small numbers left out so that no child can be recognised.`,
    },
  },
};
