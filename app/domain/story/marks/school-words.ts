/** Words that end the name of a school or setting. */
export const SCHOOL_TAIL = words(
  `school academy college nursery preschool pre-school playgroup kindergarten creche infirmary hospital clinic hospice unit centre base pru
primary infants infant juniors junior high grammar secondary trust federation sixth form schools comp comprehensive campus primery primay primairy academey acadamie collage schl schol skl scool skule secondry infents inf jnr jnrs prim primry skool shcool acadamy acadmey nursary`,
);

const GENERIC = words(
  `primary infant infants junior juniors first middle high secondary grammar upper lower community special nursery prep preparatory ce cofe c e rc va vc
church england catholic roman semh free boarding independent public state maintained voluntary aided controlled girls boys mixed sixth form multi short stay all through
of school academy college unit centre base pru trust federation alternative provision resource resourced
development assessment diagnostic primery primay secondry infents jnr primry camhs send asd autism day children childrens child's`,
);

const STOPS = words(
  `the a an at in on from to his her my our their your its this that these those when where who why how what if and or but so because after before then there here he she they we i it you
special mainstream local primary secondary private state independent maintained every each no any another both most many few some good outstanding nearest new old previous current former whole full
year reception sure start family support help health care education educational send sen camhs nhs council county borough city district national respite residential alternative provision
autism autistic learning disability disabilities mental speech language hearing vision sensory children childrens child young people neonatal intensive emergency day after
as is was were be been not only just even for with without of by about into out off than like between during since until while although though
english british scottish welsh catholic church international normal ordinary small large big different same right wrong suitable named
civic town leisure sports shopping job garden call visitor community outta been during went going goes back leave left leaving start started starting attend attends attended attending join joined had has have got get
out-of-county inclusive private online virtual home hospital elective part-time full-time term-time public boarding`,
);

/** Feasts and persons after whom schools are called, two words each. */
export const SAINTED = new Set([
  "our lady",
  "holy trinity",
  "sacred heart",
  "all saints",
  "holy family",
  "blessed sacrament",
  "christ church",
  "christ king",
  "corpus christi",
  "holy cross",
  "holy rosary",
  "english martyrs",
  "holy fam",
  "our ladys",
  "immaculate heart",
  "good shepherd",
  "holy name",
  "holy spirit",
  "blessed thomas",
]);

const SCHOOLISH =
  /^(?:[a-z]{2,}(?:fields?|brook|meads?|meadows?|woods?|hills?|dale|bank|park|view|bridge|gate|grove|croft|leys?|side|lands?|wells?|ford|hurst|acres?|lodge|manor|oaks?|moor|stone|mount|haven|crest|cliffe?|combe|burn|down|downs|thorpe|worth|wick|bury|field)|oaks?|willows|beeches|limes|elms|larches|pines|maples|cedars|orchard|meadow|grange|lodge|manor|house|hall|hollow|bumbles|bees|acorns|sunbeams|rainbows?|ladybirds?|tots|hollies|hawthorns|poplars|fields|ridgeway|chestnuts|laurels)$/;

/** Whether it is one of the words that many schools' names share. */
export function isSchoolWord(key: string): boolean {
  return GENERIC.has(key);
}

/** Whether no school's name begins with it. */
export function isSchoolStop(key: string): boolean {
  return STOPS.has(key);
}

/** Whether it is built as names of schools and settings are: Greenfields, Oakhurst, the Willows. */
export function looksLikeSchool(key: string): boolean {
  return SCHOOLISH.test(key);
}

/** What stands for the setting that a name says: "hospital", "nursery", "primary school". */
export function settingWord(name: string): string {
  const said = name.toLowerCase();
  if (/hospital|infirmary|ward/.test(said)) return "hospital";
  if (/clinic|centre|camhs/.test(said)) return /children/.test(said) ? "children's centre" : "clinic";
  if (/nursery|pre-?school|playgroup|kindergarten/.test(said)) return "nursery";
  if (/college|sixth/.test(said)) return "college";
  if (/special/.test(said)) return "special school";
  if (/primary|infant|junior|first/.test(said)) return "primary school";
  if (/high|secondary|grammar|upper/.test(said)) return "secondary school";
  if (/trust|federation/.test(said)) return "school's trust";
  return /unit|base|\bpru\b/.test(said) ? "unit" : "school";
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}
