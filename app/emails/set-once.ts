import { html } from "./html.ts";
import type { RenderedMail } from "./layout.ts";
import { plainLine } from "./plain-line.ts";

/** Settings of one mail that are kept: one for each campaign of which mail is going out. */
const KEPT = 100;
/** Columns of the text part; a longer line would have been broken. */
const COLUMNS = 72;
/** What stands for a value has one character, or so many. */
const LONG = 50;
const FIRST_BLANK = 0xe000;

/** What goes between fixed pieces: the first piece, then a value and a piece, and so on. */
interface Pieces {
  fixed: string[];
  /** Which value comes after the piece of the same place. */
  slots: number[];
}

interface Form {
  subject: string;
  text: Pieces;
  html: Pieces;
  /** How long each value may be so that no line breaks; a web address alone on its line has any length. */
  rooms: number[];
}

/** Says a value of the mail at hand, or the blank that stands for it. */
type Say<Name> = (name: Name) => string;

/**
 * For a mail that thousands get with other names and addresses in it: what is the same for all is set once for each
 * `shared`, and the rest filled in, byte for byte as `set` would have done. The values of `names` are single lines that
 * stand in blocks, not in the subject; where one is so long that it would break its line, or is no plain line, the mail
 * is set anew. `shared` is kept in memory and may hold nothing of a person.
 */
export function setOnce<Shared, Name extends string>(
  names: readonly Name[],
  set: (shared: Shared, say: Say<Name>) => RenderedMail,
): (shared: Shared, own: Readonly<Record<Name, string>>) => RenderedMail {
  const forms = new Map<string, Form | undefined>();
  return (shared, own) => {
    const key = JSON.stringify(shared);
    if (!forms.has(key)) {
      for (const oldest of forms.keys()) if (forms.size >= KEPT) forms.delete(oldest);
      forms.set(
        key,
        makeForm(names, (say) => set(shared, say)),
      );
    }
    const form = forms.get(key);
    const values = names.map((name) => own[name]);
    return form && fits(form, values) ? filled(form, values) : set(shared, (name) => own[name]);
  };
}

/** Undefined where the length of a value matters for anything but its own line. */
function makeForm<Name>(names: readonly Name[], set: (say: Say<Name>) => RenderedMail): Form | undefined {
  const [short, long] = [1, LONG].map((length) => {
    const blanks = names.map((_, slot) => String.fromCharCode(FIRST_BLANK + slot).repeat(length));
    const { subject, text, html: page } = set((name) => blanks[names.indexOf(name)] ?? "");
    return {
      subject: piecesOf(subject, blanks),
      text: piecesOf(text, blanks),
      html: piecesOf(page, blanks),
    };
  });
  if (!short || JSON.stringify(short) !== JSON.stringify(long)) return undefined;
  const { subject, text, html: page } = short;
  const [words = "", ...more] = subject.fixed;
  if (more.length > 0) return undefined;
  return { subject: words, text, html: page, rooms: roomsOf(names.length, text) };
}

function piecesOf(part: string, blanks: readonly string[]): Pieces {
  const pieces = part.split(new RegExp(`(${blanks.join("|")})`));
  return {
    fixed: pieces.filter((_, index) => index % 2 === 0),
    slots: pieces.filter((_, index) => index % 2 === 1).map((blank) => blanks.indexOf(blank)),
  };
}

function roomsOf(count: number, { fixed, slots }: Pieces): number[] {
  const rooms = Array.from({ length: count }, () => Number.POSITIVE_INFINITY);
  for (const [index, slot] of slots.entries()) {
    const [before = ""] = (fixed[index] ?? "").split("\n").slice(-1);
    const [after = "", ...next] = (fixed[index + 1] ?? "").split("\n");
    const isWhole = before === "" && after === "" && next.length > 0;
    // Two values on one line would have to share its room.
    const sharesLine = next.length === 0 || (index > 0 && !(fixed[index] ?? "").includes("\n"));
    const room = sharesLine ? 0 : COLUMNS - before.length - after.length;
    if (!isWhole) rooms[slot] = Math.min(rooms[slot] ?? 0, room);
  }
  return rooms;
}

function fits({ rooms }: Form, values: readonly string[]): boolean {
  return values.every((value, slot) => {
    const room = rooms[slot] ?? 0;
    if (value === "" || plainLine(value) !== value) return false;
    return value.length <= (value.includes(" ") ? Math.min(room, COLUMNS) : room);
  });
}

function filled(form: Form, values: readonly string[]): RenderedMail {
  const marked = values.map((value) => html`${value}`.markup);
  return { subject: form.subject, text: joined(form.text, values), html: joined(form.html, marked) };
}

function joined({ fixed, slots }: Pieces, values: readonly string[]): string {
  let part = fixed[0] ?? "";
  for (const [index, slot] of slots.entries()) part += (values[slot] ?? "") + (fixed[index + 1] ?? "");
  return part;
}
