import type { TextContent } from "#app/domain/campaign/text-content.ts";
import type { Spread } from "../homes.ts";

const FIRST = `We write as parents and carers of children with special educational needs and disabilities in Worcestershire.

The law gives 20 weeks to write the plan that says what help a child will have. In 2024, 517 of 1,389 new plans in the county were ready in time. We know that there are many more children to plan for than there were, and that the people who do this work are tired. So are we.

What wears a family out most is not knowing. A place at school depends on the plan. So does a parent’s job, and sometimes a child’s sleep. A letter that says “by the end of March” would let us live until then.`;

const ADDED = `Since we first wrote, many families have told us of plans that are there and are not looked at again each year, as they should be. So we ask for those too.`;

const LAST = `We know that you want this to go well, and we would like to help. Please:`;

const BACKGROUND = `### Where the figures are from

Department for Education, *Education, health and care plans*, 2025 release: in 2024, 517 of 1,389 new plans in Worcestershire were written within 20 weeks.

### What changed

The letter was first published with two demands. Families who had signed it asked for a third, about yearly reviews. Whoever signed the first version was asked by mail whether they agree to the second.`;

const CLAUSE = "to tell each family with a late plan when it will come";
const SHORT = "Dates for late plans";
const TITLE = "Tell each family when their child’s plan will come";
const ASKS = [
  "Write to each family whose plan is late, by the end of January, and say in which month it will be ready.",
  "Publish each month how many plans are late, and by how long.",
  "Do the same for yearly reviews that are late.",
];

/** The open letter of the demonstration, as it was first published and as it stands; `datedOn` is filled in. */
export const LETTER_VERSIONS: readonly [first: TextContent, present: TextContent] = [
  {
    en: { title: TITLE, why: `${FIRST}\n\n${LAST}`, more: "" },
    ...{ asks: ASKS.slice(0, 2), askClause: CLAUSE, shortName: SHORT },
    letter: { place: "Worcester", datedOn: "", salutation: "Dear Ms Penhale", close: "Yours sincerely" },
  },
  {
    en: { title: TITLE, why: `${FIRST}\n\n${ADDED}\n\n${LAST}`, more: BACKGROUND },
    ...{ asks: ASKS, askClause: CLAUSE, shortName: SHORT },
    letter: { place: "Worcester", datedOn: "", salutation: "Dear Ms Penhale", close: "Yours sincerely" },
  },
];

/** Where those who signed it live: 560 people, and those below. */
export const LETTER_SPREAD: Spread = {
  councils: {
    E07000237: 148, // Worcester
    E07000238: 104, // Wychavon
    E07000235: 88, // Malvern Hills
    E07000234: 76, // Bromsgrove
    E07000236: 62, // Redditch
    E07000239: 54, // Wyre Forest
  },
  anywhere: 26,
  abroad: 2,
};

/** Somebody who signs as what they are: `vouched` was checked, `waiting` waits for a moderator and is not shown. */
export interface LetterSignatory {
  name: string;
  role: string;
  organisation: string;
  /** For the organisation as such. */
  onBehalf: boolean;
  authority: string;
  state: "vouched" | "waiting";
  isFirst: boolean;
}

const AS_ONESELF = { onBehalf: false, authority: "", state: "vouched", isFirst: true } as const;
const ON_BEHALF = { onBehalf: true, state: "vouched", isFirst: false } as const;

/** People and organisations whose names stand there, all invented. */
export const LETTER_SIGNATORIES: readonly LetterSignatory[] = [
  { name: "Bryony Tansley", role: "Chair", organisation: "Severn Valley SEND Families", ...AS_ONESELF },
  { name: "Corwin Halloway", role: "Head teacher", organisation: "Elmbrook Hill School", ...AS_ONESELF },
  { name: "Philippa Oakeshaw", role: "Solicitor", organisation: "Marlow Vale Law Centre", ...AS_ONESELF },
  { name: "Idris Penhallow", role: "Educational psychologist", organisation: "", ...AS_ONESELF },
  {
    ...{ name: "Maud Ferriday", role: "Trustee", organisation: "The Lantern Fields Trust" },
    ...{ ...ON_BEHALF, authority: "The trustees agreed it at their meeting in October." },
  },
  {
    ...{ name: "Tobias Larkrise", role: "Secretary", organisation: "Riverside Parents’ Circle" },
    ...{ ...ON_BEHALF, authority: "Our members voted for it." },
  },
  {
    ...{ name: "Silas Merrowdown", role: "Paediatrician", organisation: "Three Weirs Clinic" },
    ...{ onBehalf: false, authority: "", state: "waiting", isFirst: false },
  },
  {
    ...{ name: "Harriet Loweswater", role: "Chair", organisation: "Teme Bank Carers" },
    ...{ onBehalf: true, authority: "I am its chair.", state: "waiting", isFirst: false },
  },
];

/** Whom the letter is to. She is invented, and her office here is not the council’s own. */
export const DIRECTOR = {
  name: "Orla Penhale",
  role: "Director of Children’s Services",
  organisation: "Worcestershire County Council",
  answer:
    "Thank you for writing, and for the care in your letter. I have read every name under it. I would like to come to one of your Thursday meetings and listen before I answer each point.",
} as const;

/** Who gets a copy. */
export const COPY = {
  name: "",
  role: "Cabinet member for education",
  organisation: "Worcestershire County Council",
} as const;
