import { expect, test } from "vitest";
import { changeRule, ruleToChange } from "#app/domain/forwarding/change-rule.server.ts";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { RuleForm } from "#app/domain/forwarding/rule-form.ts";
import { SITE } from "#app/domain/forwarding/rules.server.ts";
import type { Site } from "#app/domain/site.ts";
import type { TestSite } from "../../site.ts";
import {
  ARBORETUM,
  councillor,
  deliveriesOf,
  dispatchAll,
  forwardingSite,
  petitionWith,
  rehearsing,
  TUESDAY,
  tenOn,
  WORCESTER,
} from "./scene.ts";

const TEN = tenOn(TUESDAY);

async function setRule(site: Site, campaignId: string, changes: Record<string, string>): Promise<void> {
  const { version } = await ruleToChange(site.db.read, campaignId);
  const everything = { tellsMps: "on", tellsRecipients: "on", sendsClosing: "on" };
  const form = RuleForm.parse({ ...everything, councillors: "all", pace: "usual", ...changes, version });
  await changeRule(site, { campaignId, accountId: "somebody", form }, TEN);
}

/** A planned round to one councillor of a ward of Worcester and to one member of parliament, both invented. */
async function plannedRound(
  bodyGss?: string,
): Promise<{ site: TestSite; campaignId: string; ward: string; mp: string }> {
  const site = await forwardingSite();
  const ward = await councillor(site, {});
  const mp = await councillor(site, { gssCode: WORCESTER });
  const petition = await petitionWith(
    site,
    [
      ["ward", ARBORETUM, 38],
      ["constituency", WORCESTER, 60],
    ],
    bodyGss === undefined ? {} : { bodyGss },
  );
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN);
  return { site, campaignId: petition.id, ward: ward.termId, mp: mp.termId };
}

async function fatesAfterSending(site: TestSite): Promise<Map<string, string>> {
  await dispatchAll(rehearsing(site, TEN));
  return new Map((await deliveriesOf(site)).map(({ termId, state }) => [termId, state]));
}

test("members of parliament who are switched off between planning and sending are not written to", async () => {
  const { site, campaignId, ward, mp } = await plannedRound();
  await setRule(site, campaignId, { tellsMps: "" });
  const fates = await fatesAfterSending(site);
  expect(fates.get(ward)).toBe("sent");
  expect(fates.get(mp)).toBe("skipped");
});

test("councillors whom an admin switches off for the site between planning and sending are not written to", async () => {
  const { site, ward, mp } = await plannedRound();
  await setRule(site, SITE, { councillors: "none" });
  const fates = await fatesAfterSending(site);
  expect(fates.get(ward)).toBe("skipped");
  expect(fates.get(mp)).toBe("sent");
});

test("a rule narrowed to the council concerned leaves out councillors of another before sending", async () => {
  const { site, campaignId, ward } = await plannedRound("E10000034");
  await setRule(site, campaignId, { councillors: "concerned" });
  expect((await fatesAfterSending(site)).get(ward)).toBe("skipped");
});

test("a rule narrowed to the council concerned still tells its own councillors", async () => {
  const { site, campaignId, ward } = await plannedRound("E07000237");
  await setRule(site, campaignId, { councillors: "concerned" });
  expect((await fatesAfterSending(site)).get(ward)).toBe("sent");
});
