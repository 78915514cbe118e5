/** One answer that can be chosen: what is stored, and how people read it. */
export interface Choice {
  value: string;
  label: string;
}

/** A band of a quantity; sums use its midpoint. */
export interface Band extends Choice {
  /** In the unit of its question: months, pounds, miles. */
  midpoint: number;
}

/**
 * The primary needs of English statistics on special educational needs. Source: Department for Education, "Special
 * educational needs in England", primary type of need.
 */
export const NEEDS = [
  { value: "asd", label: "Autism" },
  { value: "semh", label: "Social, emotional and mental health" },
  { value: "slcn", label: "Speech, language and communication" },
  { value: "spld", label: "Dyslexia or another specific learning difficulty" },
  { value: "mld", label: "Moderate learning difficulty" },
  { value: "sld", label: "Severe learning difficulty" },
  { value: "pmld", label: "Profound and multiple learning difficulty" },
  { value: "hi", label: "Hearing" },
  { value: "vi", label: "Vision" },
  { value: "msi", label: "Hearing and vision together" },
  { value: "pd", label: "Physical disability" },
  { value: "ds", label: "Down syndrome" },
  { value: "other", label: "Another need, or not assessed yet" },
] as const satisfies Choice[];

/** What happened; more than one can be true. */
export const HAPPENINGS = [
  { value: "no_place", label: "No school place" },
  { value: "part_time", label: "A part-time timetable" },
  { value: "plan_late", label: "The plan came late" },
  { value: "plan_not_delivered", label: "The plan was not carried out" },
  { value: "assessment_refused", label: "An assessment was refused" },
  { value: "tribunal", label: "We went to the tribunal" },
  { value: "exclusion", label: "Sent home or excluded" },
  { value: "transport", label: "Trouble with transport" },
  { value: "far_away", label: "A placement far away" },
  { value: "no_therapies", label: "No therapies" },
  { value: "other", label: "Something else" },
] as const satisfies Choice[];

/** Months without a full school place. */
export const MONTHS_OUT = [
  { value: "1-3", label: "Up to 3 months", midpoint: 2 },
  { value: "4-6", label: "4 to 6 months", midpoint: 5 },
  { value: "7-12", label: "7 to 12 months", midpoint: 9.5 },
  { value: "13-24", label: "1 to 2 years", midpoint: 18 },
  { value: "25+", label: "More than 2 years", midpoint: 30 },
] as const satisfies Band[];

/** Pounds that the family has spent on advice, assessments, tuition, travel. */
export const MONEY = [
  { value: "1-500", label: "Up to £500", midpoint: 250 },
  { value: "501-2000", label: "£501 to £2,000", midpoint: 1_250 },
  { value: "2001-5000", label: "£2,001 to £5,000", midpoint: 3_500 },
  { value: "5001-10000", label: "£5,001 to £10,000", midpoint: 7_500 },
  { value: "10001-25000", label: "£10,001 to £25,000", midpoint: 17_500 },
  { value: "25001+", label: "More than £25,000", midpoint: 35_000 },
] as const satisfies Band[];

/** Miles each way to the school that was offered or is gone to. */
export const MILES = [
  { value: "0-5", label: "Up to 5 miles", midpoint: 3 },
  { value: "6-10", label: "6 to 10 miles", midpoint: 8 },
  { value: "11-20", label: "11 to 20 miles", midpoint: 15 },
  { value: "21-50", label: "21 to 50 miles", midpoint: 35 },
  { value: "51+", label: "More than 50 miles", midpoint: 75 },
] as const satisfies Band[];

/** Months waited for the plan, the assessment or the place. */
export const MONTHS_WAITED = [
  { value: "1-5", label: "Up to 5 months", midpoint: 3 },
  { value: "6-12", label: "6 to 12 months", midpoint: 9 },
  { value: "13-24", label: "1 to 2 years", midpoint: 18 },
  { value: "25+", label: "More than 2 years", midpoint: 30 },
] as const satisfies Band[];

/** How an appeal to the tribunal stands. */
export const TRIBUNALS = [
  { value: "waiting", label: "We are waiting for it" },
  { value: "won", label: "We won" },
  { value: "settled", label: "The council gave way before the hearing" },
  { value: "lost", label: "We lost" },
] as const satisfies Choice[];

/** How old the child is; never a birthday. */
export const AGE_BANDS = [
  { value: "0-4", label: "Under 5" },
  { value: "5-10", label: "5 to 10" },
  { value: "11-15", label: "11 to 15" },
  { value: "16-25", label: "16 to 25" },
] as const satisfies Choice[];

/** Who tells. */
export const TELLERS = [
  { value: "parent", label: "I am the parent" },
  { value: "carer", label: "I am a carer or another relative" },
  { value: "young_person", label: "I am the young person, and 16 or over" },
  { value: "professional", label: "I work with children" },
] as const satisfies Choice[];

/** Whether a family court, care or police case about the child goes on or ever did. */
export const COURT_ANSWERS = [
  { value: "no", label: "No" },
  { value: "yes", label: "Yes" },
  { value: "not_sure", label: "I am not sure" },
] as const satisfies Choice[];
