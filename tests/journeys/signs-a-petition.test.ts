import { expect, test } from "vitest";
import { linkTo } from "../mailbox.ts";
import { headingOf, LEWISHAM, mainOf, setScene, signOnPage, WORCESTERSHIRE, wordsOf } from "./scene.ts";

const scene = setScene({ TRUST_PROXY: "1" });

test("a visitor finds a petition on the home page and reads who is asked for what, and how many have signed", async () => {
  const page = await scene.visit("/");
  await page
    .getByRole("link", { name: /independent investigation.*Worcestershire/ })
    .first()
    .click();
  expect(new URL(page.url()).pathname).toBe(WORCESTERSHIRE);
  expect(await headingOf(page)).toMatch(/^Hold an independent investigation/);
  const main = await mainOf(page);
  expect(main).toContain("Petition to Worcestershire County Council");
  expect(main).toMatch(/1,803\s+people have confirmed their signature/);
  expect(main).toContain("What we ask for");
});

test("mistakes come back with what was typed, a summary at the top, and links to the fields", async () => {
  const page = await scene.visit(WORCESTERSHIRE);
  await signOnPage(page, { name: "Marigold Pennywhistle", email: "marigold@", postcode: "WR5" });
  const summary = page.getByRole("alert");
  expect(await summary.locator(":focus, :scope:focus").count()).toBe(1);
  expect(await summary.getByRole("link").allInnerTexts()).toEqual([
    "Enter an e-mail address like name@example.com",
    expect.stringContaining("WR5 2NP"),
  ]);
  expect(await page.getByLabel("Your name").inputValue()).toBe("Marigold Pennywhistle");
  expect(await page.getByLabel("Postcode", { exact: true }).inputValue()).toBe("WR5");
  await summary.getByRole("link").first().click();
  const email = page.getByLabel("E-mail", { exact: true });
  expect(await email.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await email.getAttribute("aria-invalid")).toBe("true");
  expect(await wordsOf(page.locator("#email-error"))).toContain("Enter an e-mail address");
});

test("an address that looks mistyped is asked about once, and either answer signs", async () => {
  const page = await scene.visit(WORCESTERSHIRE);
  await signOnPage(page, {
    name: "Basil Thistlewood",
    email: "basil.thistlewood@gmial.com",
    postcode: "WR5 2NP",
  });
  expect(await page.getByRole("heading", { name: "Did you mean gmail.com?" }).count()).toBe(1);
  await page.getByRole("button", { name: "No, basil.thistlewood@gmial.com is right" }).click();
  expect(await headingOf(page)).toBe("Now check your e-mail");
  await scene.mailTo("basil.thistlewood@gmial.com", "Confirm your signature");
});

test("a visitor signs, confirms by the mailed link, is thanked with their places and MP, and counts once", async () => {
  const before = await scene.countOf(WORCESTERSHIRE);
  const page = await scene.visit(WORCESTERSHIRE);
  await page.getByLabel("Show my name on this page").check();
  await signOnPage(page, {
    name: "Marigold Pennywhistle",
    email: "marigold@example.org",
    postcode: "wr52np",
  });
  expect(await headingOf(page)).toBe("Now check your e-mail");
  expect(await scene.countOf(WORCESTERSHIRE)).toBe(before);

  const mail = await scene.mailTo("marigold@example.org", "Confirm your signature");
  expect(mail.text).toContain("Marigold Pennywhistle");
  expect(mail.text).toContain("WR5 2NP");
  await page.getByRole("link", { name: "Open the mailbox" }).click();
  await page
    .getByRole("listitem")
    .filter({ hasText: "marigold@example.org" })
    .getByRole("link")
    .first()
    .click();
  await page
    .getByRole("link", { name: linkTo(mail, "/confirm/") })
    .first()
    .click();
  expect(await mainOf(page)).toMatch(/Marigold Pennywhistle[\s\S]*WR5 2NP/);
  expect(await scene.countOf(WORCESTERSHIRE)).toBe(before);
  await page.getByRole("button", { name: "Confirm my signature" }).click();

  const thanks = await mainOf(page);
  expect(thanks).toContain("Thank you");
  expect(thanks).toMatch(/Ward: .+/);
  expect(thanks).toContain("Council: Worcester");
  expect(thanks).toContain("County: Worcestershire");
  expect(thanks).toContain("Constituency, for your MP: Worcester");
  expect(thanks).toMatch(/, MP for Worcester/);
  expect(thanks).toContain("they would be told how many");
  expect(await scene.countOf(WORCESTERSHIRE)).toBe(before + 1);
  await page.reload();
  expect(await mainOf(page)).toBe(thanks);
  expect(await scene.countOf(WORCESTERSHIRE)).toBe(before + 1);
});

test("a place of five is shown ten minutes after its fifth person confirmed, and not before", async () => {
  const shown = async () => {
    const page = await scene.visit(`${LEWISHAM}/places`);
    return page.getByRole("row", { name: /^Worcester 5$/ }).count();
  };
  const before = await scene.countOf(LEWISHAM);
  // Four of another place: were there too few elsewhere, the five would be kept back to protect them.
  const homes = [...Array(5).fill("WR5 2NP"), ...Array(4).fill("DE1 2FS")];
  for (const [index, postcode] of homes.entries()) await signQuickly(index, postcode);
  expect(await scene.countOf(LEWISHAM)).toBe(before + 9);
  expect(await shown()).toBe(0);
  await scene.advance("PT10M");
  expect(await shown()).toBeGreaterThan(0);
});

/** Signs and confirms as a program would, each from an address of its own. */
async function signQuickly(index: number, postcode: string): Promise<void> {
  const email = `quick-${index}@example.org`;
  const headers = { "X-Forwarded-For": `192.0.2.${index}` };
  const body = new URLSearchParams({ name: "Quick Signer", email, postcode });
  await fetch(`${scene.app.url}${LEWISHAM}/sign`, { method: "POST", headers, body });
  const mail = await scene.mailTo(email, "Confirm your signature");
  await fetch(linkTo(mail, "/confirm/"), { method: "POST", headers });
}
