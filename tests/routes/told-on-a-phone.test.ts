import { readFileSync } from "node:fs";
import { expect, inject, test } from "vitest";
import { testSite } from "#tests/site.ts";
import { launchBrowser } from "../browser.ts";
import { ARBORETUM, councillor, publish } from "../domain/forwarding/scene.ts";
import { see } from "./admin-scene.ts";
import { organiseScene } from "./organise-scene.ts";

const STYLES = new URL("../../app/styles/", import.meta.url);

// The same page from either engine, so one of them is enough.
test.runIf(inject("template").engine === "sqlite")(
  "who is told and why is read on a phone without going sideways, each of them on a card",
  async () => {
    const site = await testSite();
    const { front, base, petition, owner } = await organiseScene(site);
    await councillor(site, { name: "Maximiliana Featherstonehaugh-Cholmondeley" });
    await publish(site, petition.id, [["ward", ARBORETUM, 38]]);
    const { text } = await see(front, `${base}/told`, owner);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
      await page.setContent(`${text}<style>${allStyles()}</style>`);
      for (const width of [320, 360]) {
        await page.setViewportSize({ width, height: 640 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      const row = page.getByRole("row").filter({ hasText: "Featherstonehaugh" });
      expect(await row.evaluate((one) => getComputedStyle(one).display)).toBe("grid");
      expect(await row.innerText()).toContain("38 signed there");
    } finally {
      await browser.close();
    }
  },
  60_000,
);

/** The style as the build puts it together; each file in its layer. */
function allStyles(): string {
  const read = (name: string) => readFileSync(new URL(name, STYLES), "utf8");
  return read("app.css").replace(
    /@import "\.\/([\w.]+)"(?: layer\((\w+)\))?;/g,
    (_all, name: string, layer: string | undefined) =>
      layer === undefined ? read(name) : `@layer ${layer} { ${read(name)} }`,
  );
}
