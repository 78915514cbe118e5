import { LEFT_OUT, type Mark } from "../mark.ts";
import { marksOf } from "./matches.ts";
import { isLargePlace, isOrdinary, isWordlike } from "./vocabulary.ts";
import { foldWord } from "./words.ts";

const EMAIL = /(?<![\p{L}\d._%+-])(?<it>[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,})/gu;
const SPACED =
  /(?<![\p{L}\d._%+-])(?<it>[\p{L}\d._%+'-]+(?:\s@\s?|@\s)[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|org|net|uk|co|info|me|ie|invalid|example|test)(?![\p{L}\d.]))/giu;
const AT = "\\s*(?:[\\[({<]\\s*at\\s*[\\])}>]|\\sat\\s|\\sAT\\s)\\s*";
const DOT = "\\s*(?:[\\[({<]\\s*dot\\s*[\\])}>]|\\sdot\\s|\\sDOT\\s|\\.)\\s*";
const HIDDEN = new RegExp(
  `(?<![\\p{L}\\d._%+-])(?<it>(?:[\\p{L}\\d_-]+\\s(?:dot|DOT)\\s)?[\\p{L}\\d._%+-]+${AT}[\\p{L}\\d-]+(?:${DOT}[\\p{L}\\d-]+)*${DOT}(?:com|org|net|uk|co|info|me|ie|invalid|example|test|gov|ac|nhs|sch|eu|school|scot|wales|cymru|london|online|live|email|cloud|app|family)\\b)`,
  "giu",
);
const PROVIDER =
  /(?<![\p{L}\d._%+-])(?<it>[\p{L}\d][\p{L}\d._%+-]*(?:\s(?:dot|underscore|dash)\s[\p{L}\d_-]+)*\s?(?:@|\sat\s|[[({]\s?at\s?[\])}])\s?(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|aol|btinternet|virginmedia|protonmail|proton|talktalk|ntlworld|tiscali|msn|me\.com|live\.co))(?![\p{L}\d])(?!\s*(?:\.|dot\b)\s*\p{L})/giu;
const SPOKEN_OF = /\b(?:e-?mail|mail|write|contact|reach|address|message)\b/i;
const LINK = /(?<![\p{L}\d@])(?<it>(?:https?:\/\/|www\.)[^\s<>"“”)\]]*[^\s<>"“”)\].,;:!?'’])/giu;
const BARE =
  /(?<![\p{L}\d@./-])(?<it>(?:[a-z\d-]+\.)+(?:com|org|net|uk|co|info|me|be|tv|io|app|blog|page|link|ly|gg|ie|eu|biz|social|online|site|family|example|invalid|wales|scot|cymru|london|xyz|cc|fm|website|foundation|charity|care)(?:\/[^\s<>"“”)\]]*[^\s<>"“”)\].,;:!?])?)(?![\p{L}\d@-])/giu;
const SOCIAL =
  /(?:facebook|fb|instagram|tiktok|twitter|x|snapchat|threads|linkedin|bsky)\.(?:com|app|me)\/\S/i;
const ON_SOCIAL =
  /\b(?:insta(?:gram)?|ig|tik\s?tok|snap(?:chat)?|twitter|discord|roblox|xbox|psn|threads|bluesky|bsky|youtube|minecraft|fortnite|telegram)\b(?:\s(?:is|name|handle|account|page|as|under|called|at|user|profile|im|its|my|find me|me|add me|search|for|look|up|by|the|name|channel))*\s?[:=–-]?\s?["“'‘]?(?<it>[\p{L}][\p{L}\d_.-]{3,29}(?<![.-]))(?![\p{L}\d])/giu;
/** "mandysharps on insta". */
const HELD_ON =
  /(?<![\p{L}\d@._])(?<it>[\p{L}][\p{L}\d_.-]{4,29})\s(?:on|over on)\s(?:insta(?:gram)?|ig|tik\s?tok|snap(?:chat)?|discord|roblox|xbox|psn|threads|bluesky|bsky|telegram)(?!\p{L})/giu;
/** A group, a page, a post: a link rather than somebody's name there. */
const SHARED = /\.(?:com|app|me)\/(?:groups?|pages?|events?|watch|posts?|p|reel|video|share|story)\//i;
const HANDLE = /(?<![\p{L}\d._%+/@-])(?<it>@[\p{L}\d_][\p{L}\d_.]{2,29}(?<!\.))(?!\.?[\p{L}\d])/gu;
const SAID_HANDLE =
  /\b(?:insta(?:gram)?|ig|sc|psn|tik\s?tok|twitter|snap(?:chat)?|facebook|fb|discord|roblox|xbox|gamertag|username|user\s?name|handle)\b(?:\s+(?:is|name|handle|account|page|as|on|under|called|at|user|profile))*\s*[:=-]?\s*["“']?(?<it>(?=[\p{L}\d_.]*[\d_])[\p{L}][\p{L}\d_.]{3,29}(?<!\.))/giu;
const TOLD_HANDLE =
  /\b(?:insta(?:gram)?|ig|tik\s?tok|twitter|snap(?:chat)?|discord|roblox|gamertag|user\s?name|handle)\b(?:\s+(?:name|handle|account|page))?\s*(?:\sis\s|[:=]|\sunder\s|\sas\s)\s*["“']?(?<it>[\p{L}][\p{L}\d_.]{5,29}(?<!\.))(?![\p{L}\d])/giu;
/** Of everybody: laws, charities, public bodies. */
const OFFICIAL =
  /^(?:https?:\/\/)?(?:www\.)?(?:gov\.uk|nhs\.uk|legislation\.gov\.uk|ipsea\.org\.uk|parliament\.uk|bbc\.co\.uk|samaritans\.org|childline\.org\.uk|[a-z.]*ofsted\.gov\.uk)(?:\/|$)/i;

/** E-mail addresses, also written around a machine's eye. */
export function findEmails(text: string): Mark[] {
  return [EMAIL, SPACED, HIDDEN, PROVIDER].flatMap((pattern) =>
    marksOf(text, pattern, (found, _, at) =>
      isReadAt(found) && !SPOKEN_OF.test(text.slice(Math.max(0, at - 40), at))
        ? undefined
        : {
            kind: "email",
            certainty: "sure",
            why: "An e-mail address lets anybody write to the family, and often holds a name.",
            replacement: LEFT_OUT,
          },
    ),
  );
}

/** "Read it at fight.example.org": a word and a link, unless the link is where mail is kept or a dot is spelled out. */
function isReadAt(found: string): boolean {
  return (
    /^[\p{L}-]+\sat\s[^\s]+$/iu.test(found) &&
    !/\sat\s(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|aol|btinternet|sky|msn|proton(?:mail)?|virginmedia)\b/i.test(
      found,
    )
  );
}

/** Links to anywhere but the pages of public bodies. */
export function findLinks(text: string): Mark[] {
  return [LINK, BARE].flatMap((pattern) =>
    marksOf(text, pattern, (found) => {
      if ((SOCIAL.test(found) && !SHARED.test(found)) || OFFICIAL.test(found) || /^\d/.test(found))
        return undefined;
      return {
        kind: "link",
        certainty: "sure",
        why: "What stands behind a link can name the child, today or later.",
        replacement: LEFT_OUT,
      };
    }),
  );
}

/** Names on social networks. */
export function findHandles(text: string): Mark[] {
  const pages = [LINK, BARE].flatMap((pattern) =>
    marksOf(text, pattern, (found) =>
      SOCIAL.test(found) && !SHARED.test(found) ? handle("sure") : undefined,
    ),
  );
  return [
    ...pages,
    ...marksOf(text, HANDLE, () => handle("sure")),
    ...marksOf(text, HELD_ON, (found) => {
      const key = foldWord(found);
      return isOrdinary(key) || isWordlike(key) || isLargePlace(key) ? undefined : handle("perhaps");
    }),
    ...marksOf(text, ON_SOCIAL, (found) => {
      const key = foldWord(found);
      return isOrdinary(key) || isWordlike(key) || isLargePlace(key) ? undefined : handle("perhaps");
    }),
    ...marksOf(text, SAID_HANDLE, () => handle("likely")),
    ...marksOf(text, TOLD_HANDLE, (found) =>
      isOrdinary(foldWord(found)) || isWordlike(foldWord(found)) ? undefined : handle("perhaps"),
    ),
  ];
}

function handle(certainty: Mark["certainty"]): Omit<Mark, "start" | "end"> {
  return {
    kind: "handle",
    certainty,
    why: "A name on a social network leads to the family, their pictures and their friends.",
    replacement: LEFT_OUT,
  };
}
