import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CampaignPreview } from "#app/components/campaign-preview.tsx";
import { MessagePreview } from "#app/components/message-preview.tsx";
import { type Campaign, findCampaign } from "#app/domain/campaign/queries.server.ts";
import { previewReport } from "#app/http/preview-report.server.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { readable } from "./site-pages.ts";

test("an example of the message says what is asked, in real places of the council's area, and that it is invented", async () => {
  const site = await testSite();
  const campaign = await written(site, { bodyGss: "E10000034", title: "Answer <b>us</b>" });
  const message = await preview(site, campaign);
  expect(message?.to).toBe("To the Member of Parliament for West Worcestershire");
  expect(message?.subject).toBe("97 of your constituents in West Worcestershire: Answer <b>us</b>");
  expect(message?.text).toMatch(/^\*{3} An example: the numbers are invented, nothing was sent \*{3}\n/);
  expect(message?.text).toContain("They ask Worcestershire County Council to answer every family in time.");
  expect(message?.text).toContain("Elsewhere in West Worcestershire");
  expect(message?.html).toContain("An example: the numbers are invented");
  const page = message && renderToStaticMarkup(<MessagePreview message={message} />);
  expect(page).toContain("Answer &lt;b&gt;us&lt;/b&gt;");
  expect(readable(page ?? "")).toContain("97 of your constituents have signed.");
  expect(page).not.toMatch(/<a |style=/);
});

test("an example is of the constituency where its writer lives, once they have given their postcode", async () => {
  const site = await testSite();
  const campaign = await written(site, { bodyGss: "E10000034" });
  const message = await preview(site, campaign, "WR52NP");
  expect(message?.to).toBe("To the Member of Parliament for Worcester");
  expect((await preview(site, campaign, "ZZ99ZZ"))?.to).toContain("West Worcestershire");
});

test("an example adds up, and no number in it is below five", async () => {
  const site = await testSite();
  const message = await preview(site, await written(site, { bodyGss: "E06000015" }));
  const table = message?.blocks.find((block) => block.kind === "table");
  const counts = table?.kind === "table" ? table.rows.map(([, count]) => Number(count)) : [];
  expect(counts.length).toBeGreaterThan(2);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
  expect(message?.subject).toContain(`${counts.reduce((sum, count) => sum + count, 0)} of your`);
});

test("an example of a petition to nobody's council, without a clause, under a slug of a draft, is whole all the same", async () => {
  const site = await testSite();
  const campaign = await written(site, {
    ...{ bodyGss: "", bodyKind: "department", bodyName: "Department for Education", askClause: "" },
    slug: "draft-xyz",
  });
  const message = await preview(site, campaign);
  expect(message?.text).toContain("They ask the Department for Education to answer every family in time.");
  expect(message?.text).not.toContain("draft-xyz");
});

test("a page as it would look shows title, asks, why, picture and Easy Read version, without a form or a second first heading", () => {
  const html = renderToStaticMarkup(
    <CampaignPreview
      campaign={{ bodyName: "Severnshire", organiserName: "Wren Applegarth", goal: 100 }}
      text={{
        en: { title: "Reply in time", why: "First.\n\nSecond.", more: "**More**" },
        easy: { title: "Reply", why: "Easy words.", more: "" },
        asks: ["Reply to all"],
        askClause: "to reply",
        shortName: "",
      }}
      picture={{ publicId: "abc", alt: "A hall", width: 1600, height: 900, hasSmall: true }}
    />,
  );
  for (const part of [
    "Reply in time",
    "Severnshire",
    "Reply to all",
    "<p>First.</p>",
    "<strong>More",
    "Easy words.",
  ])
    expect(html).toContain(part);
  expect(html).toContain('alt="A hall"');
  expect(html).not.toMatch(/<h1|<h2|<form|<input/);
});

async function written(site: TestSite, changes: Parameters<typeof openPetition>[1]): Promise<Campaign> {
  const { slug } = await openPetition(site, changes);
  const campaign = await findCampaign(site.db.read, "petition", slug);
  if (!campaign) throw new Error("the petition is not there");
  return campaign;
}

function preview(site: TestSite, campaign: Campaign, postcode?: string) {
  return previewReport({ ...site, clock: { offset: 0, now: () => NOW } }, campaign, postcode);
}
