const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "16 June", with its year where that is not the year of `today`. Both are `YYYY-MM-DD`. */
export function dayInWords(day: string, today: string): string {
  const then = partsOf(day);
  const name = `${then.day} ${monthName(then.month)}`;
  return then.year === partsOf(today).year ? name : `${name} ${then.year}`;
}

/**
 * When something was last so, as short as it stays clear: the month ("June"), with its year from eleven months
 * on; within the month of `today` the day ("2 June"). `preposition` goes with it: "in June", "on 2 June".
 */
export function earlierInWords(day: string, today: string): { preposition: "in" | "on"; words: string } {
  const then = partsOf(day);
  const now = partsOf(today);
  const monthsAgo = (now.year - then.year) * 12 + now.month - then.month;
  if (monthsAgo <= 0) return { preposition: "on", words: dayInWords(day, today) };
  const month = monthName(then.month);
  return { preposition: "in", words: monthsAgo < 11 ? month : `${month} ${then.year}` };
}

function partsOf(day: string): { year: number; month: number; day: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) throw new RangeError("a calendar date in a mail is written YYYY-MM-DD");
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

function monthName(month: number): string {
  const name = MONTHS[month - 1];
  if (!name) throw new RangeError("a calendar date in a mail has a month from 01 to 12");
  return name;
}
