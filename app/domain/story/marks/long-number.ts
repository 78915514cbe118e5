import { LEFT_OUT, type Mark } from "../mark.ts";
import { marksOf } from "./matches.ts";

const WHY = "A number this long is mostly somebody's file, and leads straight to it.";
const RUN =
  /(?<![\p{L}\d£$€.,/@#\\-])(?<it>#?(?:(?<letters>\p{L}{1,6})[/.\\-]?)?\d[\dO]*(?:(?:[ \u00a0./\\-]|\s[/\\–-]\s)(?:\d[\dO]*\p{Lu}{0,3}|\p{Lu}{1,4}\d*)(?![\p{L}])|\p{Lu}{1,3}(?=\d)\d+)*\p{Lu}{0,3})(?![\p{L}\d]|[.,:]\d|\s?(?:%|am\b|pm\b|k\b|pounds?\b|quid\b|p\b|grand\b))/gu;
const SAID =
  /\b(?:refs?|reference|references|case|cases|numbers?|nos?|num|nr|complaints?|ombudsman|lgo|lgsco|phso|tribunal|sendist|appeal|decision|hospital|crime|log|file|id|police|incident|dla|pip|claim|court|order|application|account|mosaic|ticket|query|enquiry|caseid|ehcp?|patient|mrn|pupil|candidate|passport|badge|foi|sar|ico|cqc|ofsted|urn|quote|quoting|membership|pals|request|panel|enquiry|invoice|letter|policy|licence|insurance)\b[^!?\n]{0,40}$/iu;
/** Digit by digit in words: "four five six one two". */
const SPELLED =
  /(?<![\p{L}\d])(?<it>(?:(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple|dash|slash|stroke|hyphen)[\s,-]{1,2}){3,}(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine))(?![\p{L}\d])/giu;
const LAW =
  /\b(?:act|regulations?|section|sections|s\.|si|order|para(?:graph)?|page|pages|year|years|yr|age|aged|form|level|key stage|chapter|article|schedule|table|between|from|fixture|episode|bus|room|about|around|nearly|over|almost|than|of|cost|costs|spent|paid|pay)\s*$/iu;
const COUNTED =
  /^\s(?:children|people|families|pupils|pages|words|miles|steps|hours|days|weeks|months|years|minutes|times|parents|households|homes|emails|letters|others|plans|signatures|of\b|in\b|on\b|and\s\d)/iu;
const YEARS = /^(?:19|20)\d\d(?:\s?[/–-]\s?(?:(?:19|20)?\d\d))?$/;
const ROAD = /^[ABM]\d{1,4}$/i;
const HELPLINE = /^(?:0800|0808|0300|0303|0330|0333|0345|0344|0370|0845|0843|0870|0871|116\d)/;

/** Numbers that no other pattern explains and that are too long for a count: of bodies whose shapes nobody lists. */
export function findLongNumbers(text: string): Mark[] {
  const spelled = marksOf(text, SPELLED, () => ({
    kind: "case_reference",
    certainty: "perhaps",
    why: WHY,
    replacement: LEFT_OUT,
  }));
  const runs = marksOf(text, RUN, (found, { letters = "" }, at) => {
    const before = text.slice(Math.max(0, at - 60), at);
    const isSaid = SAID.test(before);
    return isTelling(found, letters, before, text.slice(at + found.length, at + found.length + 16), isSaid)
      ? { kind: "case_reference", certainty: isSaid ? "likely" : "perhaps", why: WHY, replacement: LEFT_OUT }
      : undefined;
  });
  return [...runs, ...spelled];
}

function isTelling(found: string, letters: string, before: string, after: string, isSaid: boolean): boolean {
  const digits = found.replace(/\D/g, "");
  const isCapital = letters !== "" && letters === letters.toUpperCase();
  if (digits.length < 4 || ROAD.test(found) || YEARS.test(found.trim()) || HELPLINE.test(digits))
    return false;
  if (isOfTimes(found) || LAW.test(before) || COUNTED.test(after))
    return isSaid && digits.length > 6 && !YEARS.test(found);
  if (letters !== "" && !isCapital) return isSaid && digits.length >= 4;
  if (isCapital) return digits.length >= (isSaid ? 4 : 5);
  const needed = isSaid ? 4 : /[ ./\\-]/.test(found) ? 7 : 6;
  return digits.length >= needed;
}

/** Times, dates, scores and years in a row. */
function isOfTimes(found: string): boolean {
  return (
    /^\d{1,2}[.:]\d\d(?:\s?[–-]\s?\d{1,2}[.:]\d\d)?$/.test(found) ||
    /^(?:\d{1,2}[/.\s-]){2}(?:\d\d|\d{4})$/.test(found) ||
    /^(?:(?:19|20)\d\d[\s/–-]*)+$/.test(found)
  );
}
