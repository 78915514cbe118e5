const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A day as people write it (`7 May 2026`, `7/5/2026`, `2026-05-07`) as `YYYY-MM-DD`, or undefined where it is none. */
export function readDay(text: string): string | undefined {
  const typed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return dayOf(iso[1], Number(iso[2]), iso[3]);
  const numbers = /^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/.exec(typed);
  if (numbers) return dayOf(numbers[3], Number(numbers[2]), numbers[1]);
  const words = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})$/.exec(typed);
  if (!words) return undefined;
  return dayOf(words[3], 1 + MONTHS.indexOf((words[2] ?? "").slice(0, 3)), words[1]);
}

function dayOf(year = "", month: number, dayOfMonth = ""): string | undefined {
  const day = `${year}-${String(month).padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  const read = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
  return isDay && year >= "1900" && year < "2100" ? day : undefined;
}
