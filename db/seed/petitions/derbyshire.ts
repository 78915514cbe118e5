import type { DemonstrationPetition } from "../demonstration-petition.ts";

/** Some 640 people ask Derbyshire County Council for plans without a long wait. */
export const DERBYSHIRE: DemonstrationPetition = {
  slug: "derbyshire-plans-in-time",
  bodyKind: "council",
  bodyName: "Derbyshire County Council",
  bodyGss: "E10000007",
  organiserName: "Imran Hathersage",
  askClause: "to give every child their education, health and care plan within 20 weeks",
  shortName: "SEND plans on time",
  goal: 1000,
  openedDaysAgo: 44,
  closesInDays: 138,
  asks: [
    "Enough trained people to write every education, health and care plan within 20 weeks.",
    "A named person for each family, who answers within five working days.",
    "Help in school that starts while a family waits, not after.",
  ],
  spread: {
    councils: {
      E07000034: 96, // Chesterfield
      E07000032: 82, // Amber Valley
      E07000036: 78, // Erewash
      E07000037: 71, // High Peak
      E07000038: 63, // North East Derbyshire
      E07000035: 58, // Derbyshire Dales
      E07000039: 51, // South Derbyshire
      E07000033: 47, // Bolsover
      E06000015: 33, // Derby
    },
    anywhere: 56,
    northernIreland: 1,
    forces: 2,
    unknown: 1,
    abroad: 3,
  },
  texts: {
    en: {
      title: "Give every child in Derbyshire their education, health and care plan on time",
      why: `Twenty weeks is a long time when you are six. It is how long the law gives a council to write an education, health and care plan. In Derbyshire in 2024, 447 of 1,253 new plans were ready in time: a little more than one in three. For the other children the wait went on.

We know that the people who write the plans are stretched. So we ask the council for enough people, a name to ring, and help that starts while we wait.`,
      more: `### What the figures say

- In 2022, 167 of 534 new plans were ready within 20 weeks.
- In 2023 it was 302 of 1,310, in 2024 it was 447 of 1,253.
- In 2023 the council was asked for 2,017 assessments; in 2024 it was 2,713.
- In January 2025, 7,625 children and young people had a plan.

Source: Department for Education, *Education, health and care plans*, 2025 release.

### Why a name matters

When a plan is late, the worst part is not knowing. A named person who rings back lets a parent plan their work, lets a school plan its staff, and saves everyone a dozen telephone calls.

### Why help should not wait

Schools can start small things at once: a quiet place, a picture timetable, ten minutes with somebody who understands. We ask the council to help schools pay for these from the day a family asks, so that no child falls further behind in the queue.`,
    },
  },
};
