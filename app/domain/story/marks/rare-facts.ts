const WHO =
  "(?:child(?:ren)?|boys?|girls?|pupils?|students?|person|people|famil(?:y|ies)|kids?|teenagers?|teens?|bab(?:y|ies)|users?|twins?|triplets?|siblings?|lads?|lass(?:es)?|sisters?|brothers?|mums?|mothers?|dads?|fathers?|parents?|carers?|couple|household|speakers?|case|patient|school|one|ones|adults?|foster\\s\\w+|grandparents?|refugees?|travellers?)";
const TRAIT =
  "(?:wheelchair|deaf|blind|black|brown|asian|white|mixed[- ]race|non[- ]white|muslim|jewish|sikh|hindu|chinese|polish|ukrainian|syrian|afghan|kurdish|somali|nigerian|romanian|hungarian|portuguese|spanish|french|german|bangladeshi|pakistani|indian|filipino|traveller|gypsy|roma|autistic|disabled|adopted|fostered|trans|non[- ]?verbal|tube[- ]fed|signing|welsh|gaelic|same[- ]sex|lesbian|gay|epileptic|diabetic|ventilated|ginger|home[- ]educated|looked[- ]after|foreign|refugee|down['’]?s|syndrome|bsl|ehcp|plan|needs|palsy|oxygen|frame|hearing|sight|hoist|chair)";
const PLACE =
  "(?:village|town|hamlet|island|valley|parish|county|street|road|estate|school|class|classroom|year|year\\s\\w+|year group|form|cohort|nursery|reception|unit|base|college|sixth form|area|ward|borough|district|city|church|mosque|synagogue|community|team|bus|block|country|world|region|dale|glen|peninsula|site|group|half of the county|building|place|here|miles)";
const SMALL =
  "(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|a handful|a dozen)";
const MANY =
  "(?:children|child|people|kids|pupils|boys|girls|families|cases|houses|households|souls|residents|students|others)";
const WHERE = `(?:in|at|on|from|of|for|round|around|within)\\s(?:(?:the|our|his|her|my|this|that|a|all of|their|whole|entire|tiny|small|little|same|village|primary|secondary|local|that|old)\\s){0,4}(?:${PLACE}(?!\\p{L})|(?<own>[\\p{L}'’-]{3,}))`;

const PATTERNS: readonly RegExp[] = [
  // "its only wheelchair user", "the only black girl", "the first deaf pupil ever"
  `(?:the|its|our|their|his|her|my|school['’]?s|village['’]?s|town['’]?s|class['’]?s|s)\\s(?:only|sole|first|one and only)\\s(?:other\\s)?(?:[\\p{L}'’-]+\\s){0,3}?${TRAIT}\\s(?:[\\p{L}'’-]+\\s){0,2}?${WHO}(?:\\s(?:[\\p{L}'’-]+\\s){0,4}?${WHERE})?`,
  // "the only twins in the village", "only kid in year 4 with a feeding tube"
  `(?:only|sole|the first)\\s(?:other\\s)?(?:[\\p{L}'’-]+\\s){0,4}?${WHO}\\s(?:(?:who|that|like|with|ever|left|still|using|under|over)\\s(?:[\\p{L}'’-]+\\s){0,5}?|(?:him|her|them|us)\\s)?${WHERE}`,
  // "the only one who signs", "the only child with a stoma"
  `(?:the|were|we['’]re|shes|hes|she['’]s|he['’]s|im|i['’]m)\\s(?:the\\s)?only\\s(?:[\\p{L}'’-]+\\s){0,2}?${WHO}\\s(?:with|on|using|who\\s(?:has|uses|signs|speaks|wears|needs|is))\\s[^.,;!?\\n]{3,60}`,
  // "mine is the only one in nappies"
  "(?:mine|he|she|hes|shes|he['’]s|she['’]s|son|daughter|child|boy|girl|twins|they)\\s(?:is\\s|was\\s|are\\s|were\\s|being\\s)?the\\sonly\\s(?:one|ones)\\s(?:in|with|who|of|on|that|there|here)\\s[^.,;!?\\n]{3,60}",
  // "one of three children in Wales"
  `(?:one|1)\\s(?:of|out of|in)\\s(?:only\\s|just\\s|about\\s|around\\s|the\\s)?${SMALL}\\s(?:known\\s)?${MANY}\\s(?:[\\p{L}'’-]+\\s){0,4}?${WHERE}`,
  `(?:only|just|about|fewer than|less than|under)\\s${SMALL}\\s(?:known\\s|other\\s|such\\s)?${MANY}\\s(?:[\\p{L}'’-]+\\s){0,5}?(?:in|across)\\s(?:the\\s)?(?:whole\\s)?(?:world|country|county|UK|Britain|England|Wales|Scotland|Ireland|Europe|village|school|island|town|year|class)`,
  // "nobody else in the village speaks it", "no other deaf child here"
  `(?:no[- ]?one|nobody|no)\\s(?:else|other\\s(?:[\\p{L}'’-]+\\s){0,2}?${WHO})\\s(?:[\\p{L}'’-]+\\s){0,3}?(?:in|at|on|for)\\s(?:the\\s|our\\s|his\\s|her\\s|this\\s|my\\s)?(?:whole\\s|entire\\s)?${PLACE}(?:\\s(?:has|speaks?|uses?|signs?|is|looks|got|with)\\s[^.,;!?\\n]{2,40})?`,
  // "a school of 23 children", "an island with 80 people"
  `(?:school|village|island|hamlet|class|year group|nursery|parish|street)\\s(?:of|with|has|had|where there are|only has|is)\\s(?:only\\s|just\\s|about\\s|barely\\s)?${SMALL}\\s${MANY}`,
  `(?:there\\sare|there['’]?s|theres)\\s(?:only|just)\\s${SMALL}\\s(?:of them|of us|${MANY})\\s(?:[\\p{L}'’-]+\\s){0,3}?${WHERE}`,
  // many born at once
  "(?:(?:my|our|the|their|his|her|identical|set of|sets of|of)\\s(?:[\\p{L}'’-]+\\s){0,2}?(?:triplets?|quads|quadruplets?|quintuplets?)|conjoined twins?|two sets of twins|(?:triplets?|quadruplets?)\\s(?:in|at|aged|with)\\s[^.,;!?\\n]{2,30})",
  // what a whole place knows a parent by
  "(?:i\\sam|i['’]?m|im|is|was|am|as|husband|wife|dad|mum|father|mother|partner)\\s(?:(?:is|was)\\s)?(?:the|our)\\s(?:(?:village|parish|island|local|town|only|school|district|rural|last)\\s){1,2}(?:[\\p{L}'’-]+\\s)?(?:vicar|priest|rector|imam|rabbi|minister|gp|doctor|vet|midwife|nurse|dentist|postman|postmistress|postmaster|postie|butcher|baker|blacksmith|farrier|publican|landlord|landlady|policeman|bobby|undertaker|lollipop\\s\\p{L}+|caretaker|headteacher|head|teacher|shopkeeper|harbourmaster|ferryman|lighthouse\\skeeper|gamekeeper|thatcher|farmer|shepherd|chemist|pharmacist|organist|mayor|councillor|registrar|coroner|firefighter|bus\\sdriver|taxi\\sdriver)",
  "(?:is|was|am|i['’]?m|im)\\sthe\\s(?:vicar|rector|parish priest|lighthouse keeper|harbour\\s?master|gamekeeper|mayor|postmistress|postmaster|village\\s\\p{L}+)\\s(?:here|of|at|in)\\s[^.,;!?\\n]{2,40}",
  "(?:run|runs|ran|own|owns|keep|keeps|has|have)\\sthe\\s(?:(?:village|only|local|town|island)\\s)(?:[\\p{L}'’-]+\\s)?(?:shop|pub|post\\soffice|garage|bakery|chippy|chip\\sshop|butchers?|forge|farm|hotel|ferry|takeaway|restaurant|caf[eé]|dairy|vineyard|circus|funfair|zoo)(?:\\s(?:in|at|on)\\s[^.,;!?\\n]{2,30})?",
  // what stood in a newspaper
  "(?:it\\swas|was|were|we\\swere|been|made|story)\\s(?:all\\sover|on|in|the)\\s(?:the\\s)?(?:front\\spage|local\\s(?:news|paper|papers|radio)|tv\\snews|evening\\snews|(?:(?:[\\p{L}'’-]+\\s){0,2}(?:Echo|Gazette|Chronicle|Argus|Herald|Courier|Journal|Observer|Advertiser|Mercury|Examiner)))",
  "(?:was|were|been|got)\\s(?:killed|murdered|shot|stabbed|drowned)\\s(?:in|by|at|on|off|when|during)\\s[^.,;!?\\n]{3,60}",
].map((pattern) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}])`, "giu"));
/** Of numbers and of nobody: "the only one in ten", "the first school in the list". */
const NOBODY =
  /^(?:the\s)?(?:only|first|sole)\s(?:other\s)?(?:(?:thing|time|way|reason|answer|person to (?:blame|ask)|one (?:to|who (?:was|is|did|could|would|cared|listened|helped|asked|read|knew|came|rang|replied|bothered|understood|spoke|answered|can|will)))\b|(?:person|one|people|ones|teacher|school|schools|parent|parents|mum|mother|dad|families|case)\s(?:in the (?:room|meeting|building|council|department|country|world|team|end)|on the (?:panel|phone|list|call)|at the (?:council|meeting|table|school|review|end)))/i;

const TELLING = new RegExp(`(?<!\\p{L})${TRAIT}(?!\\p{L})`, "iu");

/** What makes one child out of a village: the only one, three at a birth, whose mother keeps the shop. */
export function findRareFacts(text: string): { start: number; end: number }[] {
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index, groups }) =>
      NOBODY.test(found) || isNowhere(found, groups?.own)
        ? []
        : [{ start: index, end: index + found.length }],
    ),
  );
}

/** "The only one in tears": no place, unless the need is said. */
function isNowhere(found: string, own: string | undefined): boolean {
  return own !== undefined && own[0] === own[0]?.toLowerCase() && !TELLING.test(found);
}
