import type { DemonstrationPetition } from "../demonstration-petition.ts";

/** 1,803 people ask Worcestershire County Council for an independent investigation. */
export const WORCESTERSHIRE: DemonstrationPetition = {
  slug: "worcestershire-send-investigation",
  bodyKind: "council",
  bodyName: "Worcestershire County Council",
  bodyGss: "E10000034",
  organiserName: "Bryony Tansley",
  askClause: "to hold an independent investigation into its special educational needs services",
  shortName: "SEND investigation",
  goal: 2500,
  openedDaysAgo: 70,
  closesInDays: 112,
  asks: [
    "An investigation by somebody independent of the council, with its findings published in full.",
    "Families, young people and school staff asked what happened to them, in ways that everyone can use.",
    "A plan, with dates, to bring every late education, health and care plan up to date.",
  ],
  spread: {
    councils: {
      E07000237: 371, // Worcester
      E07000238: 296, // Wychavon
      E07000235: 262, // Malvern Hills
      E07000234: 231, // Bromsgrove
      E07000236: 187, // Redditch
      E07000239: 168, // Wyre Forest
      E08000025: 44, // Birmingham
      E06000015: 17, // Derby
    },
    anywhere: 193,
    northernIreland: 9,
    forces: 7,
    unknown: 6,
    abroad: 12,
  },
  texts: {
    en: {
      title: "Hold an independent investigation into special needs services in Worcestershire",
      why: `The law gives the council 20 weeks to write the plan that says what help a child will have. In Worcestershire in 2024, 517 of 1,389 new plans were ready in time: fewer than four in ten. In the same year inspectors found “widespread and/or systemic failings”.

The people who do this work want it to go well, and so do we. We ask for somebody from outside to listen to everyone, find out what goes wrong, and say plainly how to put it right.`,
      more: `### What a plan is

An education, health and care plan is a promise in writing. It says what help a child or young person needs, who gives it, and which school or college they go to. Without it, help can stop when a teacher leaves or a term ends.

### What the figures say

- In 2022, 174 of 559 new plans were ready within 20 weeks.
- In 2023 it was 318 of 1,155.
- In 2024 it was 517 of 1,389. More were in time, and many more were needed.
- In January 2025, 6,970 children and young people in the county had a plan. A year before it was 5,945.

Source: Department for Education, *Education, health and care plans*, 2025 release.

Ofsted and the Care Quality Commission looked at how the council and the health service look after these children in April 2024. Its report was published on 15 July 2024: [read it on Ofsted’s site](https://files.ofsted.gov.uk/v1/file/50252437).

### What an investigation would do

It would be led by somebody who does not work for the council and never has. It would ask families, young people, teachers, doctors and council staff. It would look at how plans are asked for, written and kept. At the end it would publish what it found, with names of children left out, and come back a year later to see what has changed.

### What this is not

It is not about blaming the person who answers the telephone. Most of us have met somebody there who went out of their way to help. It is about making sure that a child’s help does not depend on luck.`,
    },
    easy: {
      title: "Please find out what goes wrong with help for children in Worcestershire",
      why: `Some children need extra help to learn.

A plan says what help they will get. The council must write the plan in 20 weeks.

In 2024 most plans in Worcestershire were late.

Inspectors looked at this. They found big problems.

We want somebody to find out what goes wrong. This person must not work for the council.`,
      more: `### What is a plan?

It is called an education, health and care plan.

It says what help a child needs. It says who will give the help.

### How many plans were late?

In 2024 there were 1,389 new plans.

517 plans were on time. The others were late.

These numbers are from the Department for Education.

### What do we want?

- Somebody looks at what goes wrong.
- They ask families, young people and staff.
- They tell everyone what they found.
- The council says when each late plan will be ready.`,
    },
  },
};
