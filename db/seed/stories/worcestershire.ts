import type { StoryContent } from "#app/domain/story/content.ts";

/** A story of an invented family. */
export type DemonstrationStory = Pick<StoryContent, "title" | "text"> &
  Partial<StoryContent> & { publishedDaysAgo: number };

/** Families that nobody is: what happened to them is what many tell, and none of it to anybody real. */
export const WORCESTERSHIRE_STORIES: readonly DemonstrationStory[] = [
  {
    publishedDaysAgo: 3,
    ...{ teller: "parent", title: "Fourteen months at the kitchen table" },
    text: "My son stopped going to school in the autumn, when the only grown-up he trusted there had left. We asked for another place at once. Fourteen months later we are still asking.\n\nHe does his lessons with me at the kitchen table. I gave up my job to sit beside him. He is nine. He asks me whether school has forgotten him. I do not know what to answer.",
    pullQuote: "He asks me whether school has forgotten him.",
    ...{ need: "asd", ageBand: "5-10", happened: ["no_place", "plan_late"], tribunal: "waiting" },
    ...{ monthsOut: "13-24", money: "2001-5000", miles: "11-20", monthsWaited: "13-24" },
  },
  {
    publishedDaysAgo: 5,
    ...{ teller: "parent", title: "One hour a day" },
    text: "They called it a part-time timetable. It was one hour a day, from nine to ten, and it was meant to last for two weeks. It lasted for two terms.\n\nNobody wrote it down. Whenever I asked when it would end, there was a meeting, and at the meeting they set another meeting. My daughter learned that she was somebody who goes home.",
    pullQuote: "My daughter learned that she was somebody who goes home.",
    ...{ need: "semh", ageBand: "5-10", happened: ["part_time", "plan_late", "plan_not_delivered"] },
    ...{ monthsOut: "7-12", money: "1-500", monthsWaited: "6-12" },
  },
  {
    publishedDaysAgo: 8,
    ...{ teller: "carer", title: "The plan came when the school year was over" },
    text: "I look after my grandson. The law says twenty weeks for a plan. Ours took more than a year, and when it came it named a school that had told them in writing that it was full.\n\nI am seventy-one and I have learned to write appeals at night. I would have liked to learn something else.",
    pullQuote: "I am seventy-one and I have learned to write appeals at night.",
    ...{ need: "slcn", ageBand: "5-10", happened: ["plan_late", "no_place", "tribunal"], tribunal: "won" },
    ...{ monthsOut: "7-12", money: "5001-10000", miles: "6-10", monthsWaited: "13-24" },
  },
  {
    publishedDaysAgo: 9,
    ...{ teller: "parent", title: "Speech therapy, on paper" },
    text: "Our plan says an hour of speech therapy a week. It has said so for two years. In that time my daughter has had nine hours.\n\nEverybody agrees that she should have it. There is nobody to give it. I have found out that a plan is a promise, and that a promise can simply be left lying there.",
    ...{ need: "slcn", ageBand: "5-10", happened: ["plan_not_delivered", "no_therapies"] },
    ...{ money: "2001-5000", miles: "0-5", monthsWaited: "13-24" },
  },
  {
    publishedDaysAgo: 12,
    ...{ teller: "young_person", title: "I was good at maths" },
    text: "I am seventeen. I missed most of two years because no school would take me. I was good at maths. I think I still am, but there is no paper that says so.\n\nAdults talked about me in rooms where I was not. I would like to have been asked once what would help. It was not much: a quiet place and the same person every day.",
    pullQuote: "It was not much: a quiet place and the same person every day.",
    ...{ need: "asd", ageBand: "16-25", happened: ["no_place", "exclusion"] },
    ...{ monthsOut: "13-24", miles: "21-50", monthsWaited: "25+" },
  },
  {
    publishedDaysAgo: 14,
    ...{ teller: "parent", title: "A taxi at twenty to seven" },
    text: "The place is good. It is also more than thirty miles away. The taxi comes at twenty to seven, and some mornings it does not come at all.\n\nMy son sleeps on the way home and cannot sleep at night. He has no friend within walking distance, because no child he knows lives where we live.",
    ...{ need: "sld", ageBand: "11-15", happened: ["far_away", "transport", "plan_late"] },
    ...{ monthsOut: "4-6", money: "501-2000", miles: "21-50", monthsWaited: "6-12" },
  },
  {
    publishedDaysAgo: 17,
    ...{ teller: "parent", title: "They said no, and then they said yes" },
    text: "They refused to assess my son. The letter was two pages and got his age wrong. We appealed, borrowed the money for a report, and waited for most of a year. A week before the hearing they gave way.\n\nNothing about him had changed. If it was right in the end, it was right at the beginning. He would have had that year.",
    pullQuote: "If it was right in the end, it was right at the beginning.",
    ...{ need: "spld", ageBand: "5-10", happened: ["assessment_refused", "tribunal", "plan_late"] },
    ...{ tribunal: "settled", monthsOut: "1-3", money: "5001-10000", miles: "6-10", monthsWaited: "6-12" },
  },
  {
    publishedDaysAgo: 20,
    ...{ teller: "parent", title: "The helper who was shared by five" },
    text: "Full-time help, the plan says. The help is a kind young woman who also helps four others. When one of them has a bad day, mine has nobody, and then he has a bad day too, and then I am telephoned.\n\nI keep my coat on at work.",
    pullQuote: "I keep my coat on at work.",
    ...{ need: "asd", ageBand: "5-10", happened: ["plan_not_delivered", "exclusion", "part_time"] },
    ...{ monthsOut: "4-6", money: "1-500", monthsWaited: "6-12" },
  },
  {
    publishedDaysAgo: 23,
    ...{ teller: "parent", title: "We remortgaged the house" },
    text: "I had not known what a tribunal was. By the end I knew the price of each report, and what a morning with a barrister costs. We remortgaged.\n\nWe won. People congratulate us. What we won is what the law had promised my daughter from the start, a year and a half late.",
    pullQuote: "We won. People congratulate us.",
    ...{ need: "asd", ageBand: "11-15", happened: ["tribunal", "no_place", "plan_late"], tribunal: "won" },
    ...{ monthsOut: "13-24", money: "10001-25000", miles: "11-20", monthsWaited: "13-24" },
  },
  {
    publishedDaysAgo: 27,
    ...{ teller: "professional", title: "What I could not say in the meeting" },
    text: "I taught small children for many years. In meetings I was asked to speak of what we could provide, never of what the child needed. The two were not the same, and everybody at the table knew.\n\nI have seen mothers cry in car parks. I went home and told nobody. I am telling it now.",
    ...{ happened: ["plan_not_delivered", "plan_late"] },
  },
  {
    publishedDaysAgo: 31,
    ...{ teller: "parent", title: "Offered a place, then not" },
    text: "In May they offered a place. We visited, we bought the jumper, we put the dates on the wall. In August a letter said that the place had gone to somebody else.\n\nThe jumper is still in its bag. My daughter has had no school since.",
    pullQuote: "The jumper is still in its bag.",
    ...{ need: "mld", ageBand: "11-15", happened: ["no_place", "transport"] },
    ...{ monthsOut: "7-12", money: "501-2000", miles: "51+", monthsWaited: "6-12" },
  },
  {
    publishedDaysAgo: 36,
    ...{ teller: "parent", title: "Three case workers in one year" },
    text: "Each of them was polite. Each of them began from the beginning. I have told the worst days of our life to three strangers, and each time the file was closed behind me and opened again with nothing in it.\n\nThe plan is still a draft.",
    ...{ need: "pd", ageBand: "0-4", happened: ["plan_late", "transport", "no_place"] },
    ...{ monthsOut: "4-6", miles: "6-10", monthsWaited: "13-24" },
  },
  {
    publishedDaysAgo: 40,
    ...{ teller: "parent", title: "He used to sing" },
    text: "My son used to sing in the bath. In his second year at the wrong school he stopped singing, then he stopped eating at table, then he stopped going out.\n\nWith the right help he has begun to hum. We paid for that help ourselves for as long as we could. I would like every child to have it, and not only those whose parents have savings.",
    pullQuote: "With the right help he has begun to hum.",
    contentNote: "It speaks of a child who stopped eating.",
    ...{ need: "semh", ageBand: "11-15", happened: ["plan_not_delivered", "no_place", "tribunal"] },
    ...{
      tribunal: "waiting",
      monthsOut: "7-12",
      money: "10001-25000",
      miles: "11-20",
      monthsWaited: "13-24",
    },
  },
  {
    publishedDaysAgo: 46,
    ...{ teller: "carer", title: "Two buses and a promise" },
    text: "Transport was refused because on the map it is not far. On the map there is no main road without a pavement. We take two buses each way, and my niece, who cannot bear noise, holds her hands over her ears for all of it.\n\nWe asked them to come with us once. They did not.",
    pullQuote: "On the map there is no main road without a pavement.",
    ...{
      need: "asd",
      ageBand: "11-15",
      happened: ["transport", "tribunal", "plan_not_delivered", "no_place"],
    },
    ...{ tribunal: "lost", monthsOut: "1-3", money: "501-2000", miles: "6-10", monthsWaited: "1-5" },
  },
];
