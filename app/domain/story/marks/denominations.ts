/** How churches and trusts are written inside the name of a school: "R.C.", "C of E", "(VA)", "C.E. (Aided)". */
const WRITTEN =
  /(?<![\p{L}\d])(?:(?:R\.\s?C|C\.?\s?of\s?(?:E(?:ng)?|S|W)|C\.\s?E|C\.\s?I\.\s?W|Ch\.?\s?of\s?E(?:ng)?|Church\s(?:of|in)\s(?:England|Scotland|Wales|Ireland))(?![\p{L}\d])(?:\.(?=\s?[(\p{L}]))?(?:[ ,/]{1,2}\(?(?:V\.?\s?[AC]\.?|(?:voluntary\s)?(?:aided|controlled))(?![\p{L}])\)?)?|\(\s?(?:V\.?\s?[AC]\.?|C\.?\s?E\.?|R\.?\s?C\.?|C\.?\s?of\s?E\.?|CofE|(?:voluntary\s)?(?:aided|controlled)|church\sof\sengland|(?:roman\s)?catholic)\s?\))/giu;
/** What stands for it while a school's name is read; no word of any language. */
const STANDS = /^xq+$/;

/** The text, as long as before, with each of these as one word, so that a school's name is read through it. */
export function joinDenominations(text: string): string {
  return text.replace(WRITTEN, (found) => {
    const isSmall = found === found.toLowerCase();
    return `${isSmall ? "x" : "X"}${"q".repeat(found.length - 1)}`;
  });
}

/** Whether a word stands for a denomination in a joined text. */
export function isDenomination(key: string): boolean {
  return STANDS.test(key);
}
