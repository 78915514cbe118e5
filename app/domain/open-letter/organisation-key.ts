import { foldWords } from "../area/fold-words.ts";

/** What stands at the end of a name and says only in which form of law it exists. */
const LEGAL_FORM = /(?: (?:ltd|limited|plc|llp|cic|cio|community interest company))+$/;

/**
 * An organisation's name as it is compared: without accents, capitals and punctuation, "the" and "Ltd", so that "The
 * St Mary's School Ltd." is "st marys school". Letters of other alphabets stay what they are: nobody is taken for
 * somebody else who is only written alike.
 */
export function organisationKey(name: string): string {
  const plain = foldWords(name.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, ""));
  const bare = plain.replace(/^the (?=.)/, "").replace(LEGAL_FORM, "");
  return bare || plain || name.trim();
}

/** The letters of a name that are not Latin, where some are: "Ѕt Mary’s" is written with a Cyrillic one. */
export function foreignLetters(name: string): string[] {
  const letters = [...name.normalize("NFKC")].filter((one) => /\p{L}/u.test(one));
  return [...new Set(letters.filter((one) => !/\p{Script=Latin}/u.test(one)))];
}
