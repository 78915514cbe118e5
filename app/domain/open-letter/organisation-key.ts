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

/** The letters of a name that are not Latin, each with its alphabet: "Ѕt Mary’s" begins with "Ѕ (Cyrillic)". */
export function foreignLetters(name: string): string[] {
  const letters = [...name.normalize("NFKC")].filter((one) => /\p{L}/u.test(one));
  const foreign = [...new Set(letters.filter((one) => !/\p{Script=Latin}/u.test(one)))];
  return foreign.map((letter) => {
    const alphabet = ALPHABETS.find(({ pattern }) => pattern.test(letter));
    return alphabet ? `${letter} (${alphabet.name})` : letter;
  });
}

/** Those whose letters look most like Latin ones. */
const ALPHABETS = [
  { name: "Cyrillic", pattern: /\p{Script=Cyrillic}/u },
  { name: "Greek", pattern: /\p{Script=Greek}/u },
  { name: "Armenian", pattern: /\p{Script=Armenian}/u },
  { name: "Cherokee", pattern: /\p{Script=Cherokee}/u },
];
