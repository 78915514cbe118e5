import { expect, test } from "vitest";
import { messagesPausedMail } from "#app/emails/messages-paused.ts";
import { BASE, SITE, TITLE } from "./sample-site.ts";

const PAUSED = {
  ...{ site: SITE, who: "Councillor Pat Example, St John", worksForDays: 60 },
  undoUrl: `${BASE}/unpause/unpause-token`,
};

test("the subject of a pause says what is paused, and whose messages", () => {
  const one = { ...PAUSED, campaignTitle: TITLE, shortName: "SEND investigation" };
  expect(messagesPausedMail({ ...one, way: "page" }).subject).toBe(
    "Paused for Councillor Pat Example, St John: SEND investigation",
  );
  expect(messagesPausedMail({ ...PAUSED, way: "page" }).subject).toBe(
    "Paused: all our messages to Councillor Pat Example, St John",
  );
  expect(messagesPausedMail({ ...PAUSED, way: "for_good" }).subject).toBe(
    "Stopped for good: all our messages to Councillor Pat Example, St John",
  );
});

test("one click in a mail program is told as that, and that it has paused everything", () => {
  const words = (way: "page" | "one_click") =>
    messagesPausedMail({ ...PAUSED, way }).text.replace(/\s+/g, " ");
  expect(words("one_click")).toContain("Somebody pressed “unsubscribe” in the mail program");
  expect(words("one_click")).toContain("That pauses everything.");
  expect(words("page")).toContain("Somebody opened the link “Pause or stop”");
  expect(words("page")).not.toContain("unsubscribe");
});
