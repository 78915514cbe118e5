import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { linkTo } from "../mailbox.ts";
import { mainOf, setScene, signOnPage } from "./scene.ts";

const scene = setScene();
const ENGLAND = "/petitions/show-how-long-children-wait";

test("somebody in Northern Ireland chooses council and constituency when confirming, and is counted there", async () => {
  const page = await signFromBelfast("niamh@example.org");
  const councils = await page.getByLabel("Your council").getByRole("option").allInnerTexts();
  expect(councils).toHaveLength(1 + 11);
  await page.getByLabel("Your council").selectOption({ label: "Belfast City Council" });
  await page.getByLabel("Your constituency").selectOption({ label: "Belfast South and Mid Down" });
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  const thanks = await mainOf(page);
  expect(thanks).toContain("Council: Belfast City Council");
  expect(thanks).toContain("Constituency, for your MP: Belfast South and Mid Down");
  expect(thanks).toContain("MP for Belfast South and Mid Down");
});

test("somebody in Northern Ireland who chooses nothing is counted all the same", async () => {
  const before = await scene.countOf(ENGLAND);
  const page = await signFromBelfast("cara@example.org");
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  expect(await mainOf(page)).toContain("You are counted");
  expect(await scene.countOf(ENGLAND)).toBe(before + 1);
});

async function signFromBelfast(email: string): Promise<Page> {
  const page = await scene.visit(ENGLAND);
  await signOnPage(page, { name: "Niamh Lisadell", email, postcode: "BT1 5GS" });
  await page.goto(linkTo(await scene.mailTo(email, "Confirm your signature"), "/confirm/"));
  return page;
}
