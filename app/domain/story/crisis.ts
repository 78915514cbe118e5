/** What words of danger are about. */
export type Danger = "self_harm" | "suicide" | "abuse" | "violence_at_home" | "child_in_danger";

/** A passage that speaks of danger; `isNow` unless it tells of what is long over. */
export interface DangerPassage {
  start: number;
  end: number;
  danger: Danger;
  isNow: boolean;
}

/** What was read out of a text. */
export interface Crisis {
  dangers: readonly Danger[];
  passages: readonly DangerPassage[];
  /** Show its author at once where help is; also where the danger is over. */
  showHelp: boolean;
  /** It may be going on: moderators see it first. */
  isUrgent: boolean;
}

const SELF = "(?:him|her|my|them|it|your|our)sel(?:f|ves)";
const WANTS =
  "(?:want(?:s|ed|ing)?|wish(?:es|ed)?|tr(?:y|ies|ied|ying)|threaten(?:s|ed|ing)?|going|plan(?:s|ned|ning)?|attempt(?:s|ed|ing)?|talk(?:s|ed|ing)?|speaks?|spoke|thinks?|thinking|thought|says?|said|asks?|asked|beg(?:s|ged)?)";
const HURTS =
  "(?:hit|hits|hitting|beat|beats|beating|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|chok(?:es|ed|ing)|strangl(?:es|ed|ing)|hurt(?:s|ing)?|attack(?:s|ed|ing)?|rap(?:es|ed|ing)|throttl(?:es|ed|ing)|stabb(?:ed|ing))";
const CHILD =
  "(?:him|her|them|me|us|my (?:son|daughter|child|children|boy|girl|brother|sister|mum|dad)|(?:the|our) (?:kids|children|child|baby|boy|girl))";
const HOME =
  "(?:my (?:husband|wife|partner|ex|boyfriend|girlfriend|dad|father|mum|mother|stepdad|step-?father|stepmum|uncle|brother)|his (?:dad|father|mum|mother|stepdad|step-?father)|her (?:dad|father|mum|mother|stepdad|step-?father)|their (?:dad|father|mum|mother))";

const SIGNS: readonly { danger: Danger; pattern: RegExp }[] = [
  {
    danger: "suicide",
    pattern: new RegExp(
      `\\b(?:suicid\\w*|sucid\\w*|kill(?:s|ed|ing)? (?:${SELF}|herself|himself)|(?:tak(?:e|es|ing)|took|end(?:s|ed|ing)?) (?:his|her|my|their) (?:own )?life|end(?:s|ed|ing)? it all|over?dos(?:e|ed|es|ing)|overdosed|hang(?:s|ed|ing)? (?:${SELF})|hung ${SELF}|unalive\\w*)`,
      "giu",
    ),
  },
  {
    danger: "suicide",
    pattern: new RegExp(
      `\\b(?:${WANTS}|wanna|rather|better off|would be|wishing|wish(?:es|ed)?)\\b(?:\\s+(?:to|that|about|of|he|she|they|i|we|was|were|be|is|if|could|would|just|not|how|for))*\\s+(?:die|dying|dead|death|kms|not (?:be|to be) (?:here|alive)|go to sleep and (?:not|never) wake)\\b`,
      "giu",
    ),
  },
  {
    danger: "suicide",
    pattern:
      /\b(?:(?:does|do|did)\s?n['’]?t|not|no longer|don['’]?t|doesn['’]?t|didn['’]?t) (?:want|wish|wanting) to (?:live|be here(?:\sany ?more)?|be alive|exist|carry on living|go on living|wake up)\b|\b(?:no reason|nothing|no point) (?:left )?(?:to live|in living|to live for)\b|\b(?:can['’]?t|cannot) (?:go on|take (?:it|this) any ?more|do this any ?more|carry on any ?more)\b|\bjump(?:s|ed|ing)? (?:off|from|in front of|out of) (?:the|a|his|her|my) (?:bridge|roof|train|window|car|bedroom window)\b|\b(?:wish|wishes|wished) (?:he|she|they|i) (?:was|were|had) (?:never (?:been )?born|dead)\b/giu,
  },
  {
    danger: "self_harm",
    pattern: new RegExp(
      `\\bself[- ]?(?:harm\\w*|injur\\w*)|\\b(?:cut(?:s|ting)?|burn(?:s|ed|ing|t)?|harm(?:s|ed|ing)?|hurt(?:s|ing)?|scratch(?:es|ed|ing)?|starv(?:es|ed|ing)) (?:${SELF})\\b|\\b(?:cut(?:s|ting)?|slit(?:s|ting)?|slash(?:es|ed|ing)?) (?:his|her|my|their) (?:wrists?|arms?|legs?|throat)\\b|\\b(?:bang(?:s|ed|ing)?|smash(?:es|ed|ing)?) (?:his|her|my|their) head (?:on|against|into)\\b`,
      "giu",
    ),
  },
  {
    danger: "abuse",
    pattern:
      /\b(?:sexual(?:ly)? (?:abus\w*|assault\w*|touch\w*)|rap(?:ed|ist|ing)\b|molest\w*|groom(?:ed|ing) (?:him|her|me|my|by|online)|(?:child|physical(?:ly)?|emotional(?:ly)?) abus\w*|abus(?:es|ed|ing|er)\b|being abused|touch(?:es|ed|ing) (?:him|her|me|my (?:son|daughter)) (?:there|where|in(?:appropriately)?|between)|inappropriate(?:ly)? touch\w*)/giu,
  },
  {
    danger: "violence_at_home",
    pattern: new RegExp(
      `\\bdomestic (?:abuse|violence)|\\bviolen(?:t|ce) at home|\\b${HOME} (?:\\w+ ){0,2}?${HURTS} ${CHILD}\\b|\\b(?:scared|afraid|frightened|terrified) (?:of|to go home to) ${HOME}\\b|\\b(?:living in|we are in|in a) (?:a )?(?:women['’]?s )?refuge\\b|\\bcoercive control\\b`,
      "giu",
    ),
  },
  {
    danger: "child_in_danger",
    pattern: new RegExp(
      `\\b(?:not safe at home|isn['’]?t safe at home|(?:he|she|they|child|i am|i['’]?m|we are|we['’]?re) (?:is |are )?(?:in (?:real |serious |grave |immediate )?danger|not safe)|unsafe at home|locked in (?:a|his|her|the|my) (?:room|cupboard|bedroom)|(?:has|have) (?:a|got a) (?:knife|gun)|with a knife|knife to (?:his|her|my|their)|threaten(?:s|ed|ing)? to kill|going to kill|kill (?:him|her|me|us|them|my)|(?:not|hasn['’]?t|stopped) (?:eaten|eating) (?:for|in) (?:\\w+ )?days|(?:run|ran|running) away (?:from home|at night)|missing since|went missing|(?:teacher|staff|driver|carer|they) ${HURTS} ${CHILD}|scared to go home|afraid to go home|(?:bruis\\w+|marks) (?:all over|on (?:his|her|my)))`,
      "giu",
    ),
  },
];

/** Denied or of something else: "never self-harmed", "a suicide mission", "he is not suicidal". */
const DENIED =
  /\b(?:never|no|not|isn['’]?t|wasn['’]?t|hasn['’]?t|haven['’]?t|didn['’]?t|without|nobody|denies|denied|rather than)\s+(?:\w+\s+){0,2}$/iu;
/** A "not" that belongs to the sign itself. */
const NEGATIVE_SIGN = /^(?:not|no|nothing|don|doesn|didn|does|do|did|isn|can|hasn|stopped|cannot)/iu;
const FIGURE =
  /\b(?:suicide (?:mission|pact with|squad)|overdose of (?:sugar|cake|cuteness|paperwork|chocolate)|(?:red tape|bureaucracy|system|paperwork|process|stress) (?:abus|kill)\w*|kill(?:s|ed|ing)? (?:me )?(?:time|the mood)|dying (?:to|for a)|abus(?:e|es|ed|ing) (?:the|of the|their|its|this) (?:system|process|law|power|powers|position|rules|trust))\b/iu;
const PAST =
  /\b(?:years ago|months ago|(?:at|in) the time|back then|used to|as a child|when i was|in (?:19|20)\d{2}|(?:two|three|four|five|six|\d+) years (?:ago|earlier|before)|long ago|no longer|not any ?more|(?:is|are|am|she's|he's|i'm) (?:safe|better|well|happy|ok|okay) now|(?:now|today) (?:he|she|they|i) (?:is|am|are) (?:safe|better|well|happy))\b/iu;
const PRESENT =
  /\b(?:now|still|today|tonight|every (?:day|night|week)|again|this (?:week|morning|evening|afternoon|month)|last night|yesterday|keeps?|right now|at the moment|constantly|(?:is|are|am) \w+ing)\b/iu;

/**
 * Words of danger in what an author or a young person typed. It errs on the side of showing help; a danger is not urgent
 * only where the same sentence, or the next, says that it is over and nothing says that it goes on.
 */
export function findCrisis(text: string): Crisis {
  const plain = text.replace(/’/g, "'");
  const passages: DangerPassage[] = [];
  for (const { danger, pattern } of SIGNS)
    for (const match of plain.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (isMeantOtherwise(plain, start, end)) continue;
      if (!passages.some((other) => other.start < end && start < other.end))
        passages.push({ start, end, danger, isNow: !isOver(plain, start, end) });
    }
  passages.sort((a, b) => a.start - b.start);
  return {
    dangers: [...new Set(passages.map(({ danger }) => danger))],
    passages,
    showHelp: passages.length > 0,
    isUrgent: passages.some(({ isNow }) => isNow),
  };
}

function isMeantOtherwise(text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - 24), end + 24);
  const figure = FIGURE.exec(around);
  if (figure) return true;
  const before =
    text
      .slice(Math.max(0, start - 30), start)
      .split(/[.!?;,\n]/u)
      .at(-1) ?? "";
  const isDouble =
    /\b(?:not (?:only|just)|no (?:one|help|support|wonder|surprise)|nobody (?:helped|listened|cared|did))\b/iu.test(
      before,
    );
  return !isDouble && DENIED.test(before) && !NEGATIVE_SIGN.test(text.slice(start, end));
}

function isOver(text: string, start: number, end: number): boolean {
  const from =
    Math.max(
      text.lastIndexOf(".", start - 1),
      text.lastIndexOf("!", start - 1),
      text.lastIndexOf("\n", start - 1),
    ) + 1;
  const stops = [...text.slice(end).matchAll(/[.!?\n]/gu)].map(({ index }) => end + index);
  const sentence = text.slice(from, stops[0] ?? text.length);
  const next = text.slice(stops[0] ?? text.length, stops[1] ?? text.length);
  const isSafe = /\b(?:safe|better|well|happy|ok|okay) now\b/iu.test(next);
  if (
    PRESENT.test(
      sentence
        .replace(/\b(?:safe|better|well|happy|ok|okay) now\b/giu, "")
        .replace(/\bnow (?:he|she|they|i)\b/giu, ""),
    )
  )
    return false;
  return PAST.test(sentence) || isSafe;
}
