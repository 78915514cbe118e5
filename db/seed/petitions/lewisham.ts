import type { DemonstrationPetition } from "../demonstration-petition.ts";

/** Small and new: the first seven people ask Lewisham for a quiet hour. */
export const LEWISHAM: DemonstrationPetition = {
  slug: "quiet-hour-in-lewisham",
  bodyKind: "council",
  bodyName: "London Borough of Lewisham",
  bodyGss: "E09000023",
  organiserName: "Marcia Copperwheat",
  askClause: "to hold a weekly quiet hour in every leisure centre and library",
  shortName: "Quiet hour",
  goal: 100,
  openedDaysAgo: 2,
  closesInDays: 180,
  asks: [
    "One quiet hour each week in every leisure centre and library, at a time that does not change.",
    "No music, softer lights and fewer people in that hour, and a quiet corner all week.",
  ],
  spread: { councils: { E09000023: 6 }, anywhere: 1 },
  texts: {
    en: {
      title: "A weekly quiet hour in every leisure centre and library in Lewisham",
      why: `My son loves the water. What he cannot bear is the music, the whistles and the echo. For many autistic children and adults a swimming pool on a Saturday is like standing inside a bell.

One quiet hour a week would change that. No music, softer lights, fewer people. It costs little and it harms nobody: older people and parents with new babies like a quiet hour too.

Where this is done already, thank you. We ask for it everywhere, at the same time every week, so that families can count on it.`,
      more: `### What a quiet hour is

- The music and the hand dryers are off.
- The lights are softer where that is safe.
- Fewer people come in at one time.
- Staff know that it is the quiet hour, and what can help.

### Tell us what you need

This petition is new. If you have an idea of which hour would suit you, sign and tell your friends.`,
    },
  },
};
