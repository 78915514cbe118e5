import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { headingOf, LEWISHAM, setScene } from "./scene.ts";

const scene = setScene();

test("the first stop of the keyboard skips to the page itself", async () => {
  const page = await scene.visit(LEWISHAM);
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Skip to the page");
  expect(await page.getByRole("link", { name: "Skip to the page" }).isVisible()).toBe(true);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
});

test("the keyboard goes through the page in reading order, and each stop can be seen", async () => {
  const page = await scene.visit(LEWISHAM);
  const stops = [];
  for (let index = 0; index < 80; index += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const at = [...document.querySelectorAll("a, button, input, select, summary")].indexOf(element);
      return {
        at,
        isOutlined: outlineStyle !== "none" && outlineWidth !== "0px",
        isThere: width * height > 0,
      };
    });
    if (!stop) break;
    stops.push(stop);
  }
  expect(stops.length).toBeGreaterThan(15);
  expect(stops.map(({ at }) => at)).toEqual(stops.map(({ at }) => at).sort((a, b) => a - b));
  expect(stops.filter(({ isOutlined, isThere }) => !isOutlined || !isThere)).toEqual([]);
});

test("a petition is signed with Tab, Space and Enter alone", async () => {
  const page = await scene.visit(LEWISHAM);
  await tabTo(page, "Your name");
  await page.keyboard.type("Campion Underwood");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("E-mail");
  await page.keyboard.type("campion@example.org");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Postcode");
  await page.keyboard.type("SE13 6RU");
  await tabTo(page, "Show my name on this page");
  await page.keyboard.press("Space");
  await tabTo(page, "Sign");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/check-your-email");
  expect(await headingOf(page)).toBe("Now check your e-mail");
  await scene.mailTo("campion@example.org", "Confirm your signature");
});

/** The words of what has the focus: its label, or what it says itself. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element instanceof HTMLInputElement) return element.labels?.[0]?.textContent?.trim() ?? "";
    return element?.textContent?.trim() ?? "";
  });
}

async function tabTo(page: Page, words: string): Promise<void> {
  for (let index = 0; index < 60; index += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === words) return;
  }
  throw new Error(`Tab never came to “${words}”`);
}
