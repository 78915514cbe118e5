import { expect, test } from "vitest";
import { readMailbox } from "../mailbox.ts";
import { setScene, WORCESTERSHIRE, wordsOf } from "./scene.ts";

const scene = setScene({ FORWARDING: "rehearsal" });

test("a visitor reads that MPs would be told, and sees invented councillors told on Tuesday at ten", async () => {
  const page = await scene.visit(WORCESTERSHIRE);
  await page
    .getByRole("link", { name: /who is told|representatives/ })
    .last()
    .click();
  expect(new URL(page.url()).pathname).toBe(`${WORCESTERSHIRE}/told`);
  const mp = page.getByRole("row", { name: /^MP for Worcester / });
  expect(await wordsOf(mp)).toMatch(/Would be told: \d+/);
  const councillors = page.getByRole("row", { name: /^Councillor, / });
  expect(await councillors.count()).toBeGreaterThan(0);
  expect(await wordsOf(councillors.first())).not.toContain("Rehearsed");

  await scene.advance(`PT${await hoursUntilTuesday()}H`);
  await page.reload();
  expect(await wordsOf(mp)).toMatch(/Would be told: \d+/);
  expect(await wordsOf(mp)).toContain("Not yet");
  expect(await wordsOf(councillors.first())).toContain("Rehearsed");
});

test("every message of a rehearsal goes to an address that leads nowhere, and carries the band", async () => {
  const mails = (await readMailbox(scene.app.url)).filter(({ to }) => to.includes("rep-"));
  expect(mails.length).toBeGreaterThan(0);
  for (const { to, text, html } of mails) {
    expect(to).toMatch(/rep-[^@]+@rehearsal\.invalid/);
    for (const body of [text, html])
      expect(body).toContain("Demonstration: invented people, nothing was sent");
  }
});

/** Hours from the site's now to half past ten of the next Tuesday in London, in full hours and a little more. */
async function hoursUntilTuesday(): Promise<number> {
  const weekday = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    hour: "2-digit",
    timeZone: "Europe/London",
  });
  const now = await scene.now();
  for (let hours = 1; ; hours += 1) if (/Tue.*11/.test(weekday.format(now + hours * 3_600_000))) return hours;
}
