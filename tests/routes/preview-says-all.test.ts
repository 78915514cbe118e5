import { expect, test } from "vitest";
import { readRound } from "#app/http/preview-round.server.ts";
import { testSite } from "#tests/site.ts";
import { ARBORETUM, councillor, publish, WORCESTER } from "../domain/forwarding/scene.ts";
import { NOW } from "../factories.ts";
import { see } from "./admin-scene.ts";
import { organiseScene } from "./organise-scene.ts";
import { readable } from "./site-pages.ts";

/** The words of a text as a page holds them: without addresses, rules and the marks around a band. */
function linesOf(text: string): string[] {
  return text
    .split(/\n\n/)
    .flatMap((part) => part.split(/\n(?=https?:|[=-]{3})|(?<=^(?:https?:|[=-]{3}).*)\n/m))
    .filter((part) => !/^(?:https?:|[=-]{3})/.test(part))
    .map((part) =>
      part
        .replace(/[*]{3}/g, "")
        .replace(/\s+/g, " ")
        .replace(/:$/, "")
        .trim(),
    )
    .filter((part) => part !== "");
}

test("the page of the next messages holds every line that is sent, subject, band and last line among them", async () => {
  const site = await testSite();
  const { front, base, petition, owner } = await organiseScene(site);
  await councillor(site, {});
  await publish(site, petition.id, [
    ["constituency", WORCESTER, 90],
    ["ward", ARBORETUM, 38],
  ]);
  const { messages } = await readRound(site.context(NOW), petition.id);
  const shown = readable((await see(front, `${base}/forwarding/preview`, owner)).text);
  expect(messages).toHaveLength(2);
  for (const { subject, text } of messages) {
    expect(shown).toContain(subject);
    const lines = linesOf(text);
    expect(lines.length).toBeGreaterThan(12);
    for (const line of lines) expect(shown).toContain(line);
  }
});
