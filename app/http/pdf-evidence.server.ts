import { setImmediate } from "node:timers/promises";
import type { SendFigures } from "../domain/area/send-figures.server.ts";
import { inTimeShare } from "../domain/area/send-rates.ts";
import { appealsWords, plansWords, refusedWords, yearsInWords } from "../domain/area/send-words.ts";
import type { PackedStories, PackedStory } from "../domain/story/pack-stories.server.ts";
import type { ShownStatement } from "../domain/story/shown-statements.server.ts";
import type { StorySum } from "../domain/story/sum.ts";
import { barsInWords, SUM_METHOD, totalsInWords } from "../domain/story/sum-words.ts";
import { canSet } from "./pdf-fonts.server.ts";
import { COLOURS, MEASURE, type PdfWriter, SHEET, writePdf } from "./pdf-writer.server.ts";

/** What an evidence pack about one council holds. */
export interface EvidencePack extends PackedStories {
  council: string;
  /** Whom it is for, in words. */
  reader: string;
  /** "22 November 2026" */
  madeOn: string;
  madeAt: number;
  /** Stories there are to read of the council, in the pack or not. */
  storyCount: number;
  sum: (StorySum & { summedOn: string }) | undefined;
  figures: SendFigures | undefined;
  statements: readonly ShownStatement[];
  /** When and by whom a story was told, as its page says it: "Told in March 2026 by a parent". */
  toldWords: (story: PackedStory) => string;
  /** A calendar day, `2026-11-22`, in words. */
  calendarWords: (day: string) => string;
  /** The council's page of stories, whole. */
  url: string;
  operatorName: string;
  /** Said at the head where something in it is invented. */
  notice: string;
}

const BAR = { left: 205, height: 11 } as const;
const SOFT = { size: 9.5, colour: COLOURS.soft } as const;
const PART = { size: 15, isBold: true, colour: COLOURS.purple, after: 6 } as const;

/**
 * Writes an evidence pack: sums as words and bars, official figures with their sources, how it was counted and what
 * that cannot show, then the stories. Nothing of the facts stands beside a story, and no name or address anywhere.
 * Between stories everybody else who waits for the program has a turn.
 */
export async function evidencePdf(pack: EvidencePack): Promise<Buffer> {
  const { council, operatorName, url, madeAt } = pack;
  const title = `What families say of ${council}`;
  const foot = `${title}  ·  ${bare(url)}`;
  const pdf = writePdf({ title, author: operatorName, foot, createdAt: madeAt });
  writeHead(pdf, pack, title);
  writeSum(pdf, pack);
  writeOfficial(pdf, pack);
  writeMethod(pdf);
  writeStatements(pdf, pack.statements, "What was said in reply");
  await writeStories(pdf, pack);
  return pdf.end();
}

function writeHead(pdf: PdfWriter, pack: EvidencePack, title: string): void {
  const { operatorName, notice, reader, madeOn, url, stories, restCount, storyCount } = pack;
  pdf.write("P", `Evidence pack · ${operatorName}`, { size: 11, isBold: true, colour: COLOURS.purple });
  if (notice !== "") pdf.write("P", notice, { size: 9, isBold: true, after: 4 });
  pdf.write("H1", title, { size: 22, isBold: true, leading: 0.1, after: 8 });
  pdf.write("P", `For: ${reader}`, { after: 2 });
  pdf.write("P", `Made on ${madeOn}. As it stands today: ${bare(url)}`, { after: 8 });
  const rest = restCount === 0 ? "" : ` They are the newest; ${figure(restCount)} more could be in it.`;
  const allowed =
    stories.length === 0
      ? "None of their authors has agreed to this use, so none is in this pack."
      : `This pack holds ${stories.length === storyCount ? "all of them" : `${figure(stories.length)} of them`} in full, below: those whose authors agreed to it.${rest}`;
  pdf.write(
    "P",
    `${counted(storyCount, "story", "stories")} of this council can be read there. ${allowed} Each author can take a story back at any time: before you quote one, see whether it is still there. Please do not pass the pack on, and try to recognise nobody.`,
    { after: 16 },
  );
}

function writeSum(pdf: PdfWriter, { sum, council }: EvidencePack): void {
  pdf.write("H2", "What families say, added up", PART);
  if (sum === undefined) {
    pdf.write(
      "P",
      "Fewer than ten families have told what happened to them here, or the sum may not be shown yet. So nothing is added up.",
      { after: 14 },
    );
    return;
  }
  const { familyCount, summedOn } = sum;
  pdf.write(
    "P",
    `${counted(familyCount, "family", "families")} told of ${council}. Added up on ${summedOn}.`,
    { after: 6 },
  );
  const list = pdf.group("L");
  for (const { figure: shown, words } of totalsInWords(sum)) {
    pdf.room(20);
    pdf.item(list, [{ text: `${shown} ${words}`, style: { isBold: true, after: 3 } }]);
  }
  list.end();
  pdf.down(8);
  writeBars(pdf, sum);
}

/** What happened to how many: each line is read out with its number; the bars are drawn beside. */
function writeBars(pdf: PdfWriter, sum: StorySum): void {
  const bars = barsInWords(sum);
  if (bars.length === 0) return;
  pdf.room(60);
  pdf.write("H3", "What happened, by families. More than one can be true.", {
    ...{ size: 11.5, isBold: true, after: 5 },
  });
  const most = Math.max(...bars.map(({ count }) => count));
  const longest = MEASURE - BAR.left - 30;
  const list = pdf.group("L");
  for (const { name, count } of bars) {
    const style = { size: 10, width: BAR.left - 10 };
    const height = Math.max(16, pdf.heightOf(`${name}: ${count}`, style) + 4);
    pdf.room(height);
    const top = pdf.doc.y;
    pdf.item(list, [{ text: `${name}: ${figure(count)}`, style }]);
    pdf.decorate(() => {
      const width = Math.max(2, (longest * count) / most);
      pdf.doc.rect(SHEET.left + BAR.left, top + 1, width, BAR.height).fill(COLOURS.purple);
    });
    pdf.doc.y = top + height;
  }
  list.end();
  pdf.down(14);
}

function writeOfficial(pdf: PdfWriter, { figures, calendarWords }: EvidencePack): void {
  const latest = figures?.years
    .filter((year) => year.plansIssued !== null || year.assessmentRequests !== null)
    .at(-1);
  if (!figures || !latest) return;
  pdf.room(120);
  pdf.write("H2", "The official figures", PART);
  pdf.write("P", "Of all children there. They are not added to what families tell.", { ...SOFT, after: 5 });
  const shares = figures.years.map((year) => ({ year: year.year, share: inTimeShare(year) }));
  const known = shares.filter(({ share }) => share !== undefined);
  const england = figures.years.map(({ year, england: one }) => ({ year, share: one.inTimeShare }));
  const sentences = [
    known.length === 0
      ? undefined
      : `Plans finished within the 20 weeks that the law allows: ${yearsInWords(known)}.`,
    known.length === 0
      ? undefined
      : `In England: ${yearsInWords(england.filter(({ share }) => share !== undefined))}.`,
    plansWords(latest),
    refusedWords(latest),
    appealsWords(latest),
    inspectionWords(figures.inspection, calendarWords),
  ];
  const list = pdf.group("L");
  for (const text of sentences) {
    if (text === undefined) continue;
    pdf.room(pdf.heightOf(text));
    pdf.item(list, [{ text, style: { after: 3 } }]);
  }
  list.end();
  pdf.write("P", `Source: ${latest.source}.`, { ...SOFT, after: 14 });
}

const OUTCOMES = {
  positive: "typically positive experiences and outcomes",
  inconsistent: "inconsistent experiences and outcomes",
  failings: "widespread or systemic failings",
} as const;

function inspectionWords(
  inspection: SendFigures["inspection"],
  calendarWords: EvidencePack["calendarWords"],
): string | undefined {
  if (inspection === undefined || inspection.outcome === "") return undefined;
  const { outcome, publishedOn, source } = inspection;
  return `Last inspection, report of ${calendarWords(publishedOn)}: ${OUTCOMES[outcome]}. Source: ${source}.`;
}

function writeMethod(pdf: PdfWriter): void {
  pdf.room(120);
  pdf.write("H2", "How this was counted, and what it cannot show", PART);
  const list = pdf.group("L");
  for (const text of SUM_METHOD) {
    pdf.room(pdf.heightOf(text, { size: 10 }));
    pdf.item(list, [{ text, style: { size: 10, after: 4 } }]);
  }
  list.end();
  pdf.down(10);
}

async function writeStories(pdf: PdfWriter, pack: EvidencePack): Promise<void> {
  const { stories, toldWords } = pack;
  if (stories.length === 0) return;
  pdf.doc.addPage();
  pdf.write("H2", "The stories, in their authors’ words", PART);
  pdf.write(
    "P",
    "The newest first. A moderator has read each; nobody has checked each sentence. No word of them was changed without the author’s yes.",
    { ...SOFT, after: 14 },
  );
  for (const [index, story] of stories.entries()) {
    pdf.room(110);
    pdf.write("H3", `${index + 1}. ${story.title}`, { size: 13, isBold: true, leading: 0.1, after: 2 });
    pdf.write("P", toldWords(story), { ...SOFT, after: story.contentNote === "" ? 6 : 2 });
    if (story.contentNote !== "")
      pdf.write("P", `Before you read: ${story.contentNote}`, { ...SOFT, after: 6 });
    for (const paragraph of story.text.split(/\n\s*\n/))
      if (paragraph.trim() !== "") pdf.write("P", paragraph.trim(), { size: 10.5, after: 6 });
    if (!canSet(story.text.replace(/\s/g, " ")))
      pdf.write("P", "Some characters of it cannot be set in this file; its page shows them.", SOFT);
    writeStatements(pdf, story.statements, "In reply to it");
    pdf.down(14);
    await setImmediate();
  }
}

function writeStatements(pdf: PdfWriter, statements: readonly ShownStatement[], heading: string): void {
  if (statements.length === 0) return;
  pdf.room(70);
  pdf.write("H4", heading, { size: 11, isBold: true, after: 3 });
  for (const { words, role, organisation, isOfficial } of statements) {
    const who = [role, organisation].filter((part) => part !== "").join(", ");
    pdf.write("P", words, { size: 10, after: 2 });
    pdf.write("P", `${who}${isOfficial ? ", confirmed from the council’s own address" : ""}`, {
      ...SOFT,
      after: 6,
    });
  }
}

function counted(n: number, one: string, many: string): string {
  return `${figure(n)} ${n === 1 ? one : many}`;
}

function figure(n: number): string {
  return n.toLocaleString("en-GB");
}

/** An address as it is read and typed. */
function bare(url: string): string {
  return url.replace(/^https?:\/\//, "");
}
