import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { MAILS_PER_ADDRESS_PER_DAY } from "#app/policy.ts";
import {
  STATEMENT_CONFIRM_DAYS,
  STATEMENTS_PER_CLIENT_PER_HOUR,
  STATEMENTS_PER_NETWORK_PER_HOUR,
  STATEMENTS_PER_SENDER_PER_DAY,
} from "#app/policy-stories.ts";
import type { Tx } from "#db/database.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { takeHourly } from "../moderation/report-limits.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { makeLinks } from "../privacy/links.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import { hashAddress } from "../signature/person.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { holdStory } from "./hold-story.server.ts";
import type { StatementForm } from "./statement-form.ts";
import { openStatement, sealStatement } from "./statement-sealed.server.ts";
import { READABLE_STATES } from "./story.ts";

/** What a reply is about: one story, or, with a blank `storyId`, all that families tell of a council. */
export interface StatementTarget {
  storyId: string;
  councilGss: string;
}

/** A reply as somebody sent it, and from where. */
export interface WrittenStatement {
  about: StatementTarget;
  form: StatementForm;
  clientAddress: string;
}

/**
 * Takes a reply down and mails its writer a link: no moderator sees it before the address is theirs. The same sent
 * twice is one. Over what one address may send in a day it is `taken` and no mail goes, so that nobody learns here
 * what somebody else's address has had; `too_many` is about the client alone. `gone` where the story has gone.
 */
export async function writeStatement(
  site: Site,
  { about, form, clientAddress }: WrittenStatement,
  now: number,
): Promise<"taken" | "too_many" | "gone"> {
  const { storyId, councilGss } = about;
  return site.db.transaction("write statement", async (tx) => {
    if (storyId !== "") {
      const story = await holdStory(tx, storyId);
      if (!story || !READABLE_STATES.some((state) => state === story.state)) return "gone";
    }
    const limit = { perClient: STATEMENTS_PER_CLIENT_PER_HOUR, perNetwork: STATEMENTS_PER_NETWORK_PER_HOUR };
    if (!(await takeHourly(tx, site.keyring, { kind: "statement", clientAddress, ...limit }, now)))
      return "too_many";
    const addressHash = hashAddress(site.keyring, form.email);
    if (await isUnconfirmed(tx, site.keyring, { about, addressHash, form })) return "taken";
    if (!(await mayWrite(tx, about, addressHash, now))) return "taken";
    const id = v7({ msecs: now });
    await tx.insert(tx.tables.storyStatements).values({
      ...{ id, publicId: newPublicId(), storyId, councilGss, kind: form.kind, state: "unconfirmed" },
      ...sealStatement(site.keyring, id, form),
      ...{ addressHash, isOfficial: false, reason: "", note: "", createdAt: now, settledBy: "" },
    });
    await makeLinks(tx, site.keyring, id, ["story_statement"]);
    await queueMail(tx, site, { template: "statement-confirm", rowId: id }, now);
    return "taken";
  });
}

async function mayWrite(
  tx: Tx,
  { storyId, councilGss }: StatementTarget,
  addressHash: string,
  now: number,
): Promise<boolean> {
  const here = {
    key: `statement ${storyId || councilGss} ${addressHash}`,
    ...{ windowMs: DAY, limit: STATEMENTS_PER_SENDER_PER_DAY },
  };
  const ofAddress = { key: `mail day ${addressHash}`, windowMs: DAY, limit: MAILS_PER_ADDRESS_PER_DAY };
  return (await takeAllowance(tx, here, now)) && (await takeAllowance(tx, ofAddress, now));
}

/** Whether exactly this waits for its writer: somebody pressed twice. */
async function isUnconfirmed(
  tx: Tx,
  keyring: Keyring,
  { about, addressHash, form }: { about: StatementTarget; addressHash: string; form: StatementForm },
): Promise<boolean> {
  const { storyStatements } = tx.tables;
  const rows = await tx
    .select()
    .from(storyStatements)
    .where(
      and(
        eq(storyStatements.storyId, about.storyId),
        eq(storyStatements.councilGss, about.councilGss),
        eq(storyStatements.addressHash, addressHash),
        eq(storyStatements.state, "unconfirmed"),
      ),
    )
    .limit(STATEMENT_CONFIRM_DAYS * STATEMENTS_PER_SENDER_PER_DAY);
  return rows.some((row) => {
    const opened = openStatement(keyring, row);
    return (
      opened.kind === form.kind &&
      opened.words === form.words &&
      opened.name === form.name &&
      opened.role === form.role &&
      opened.organisation === form.organisation &&
      opened.email === form.email
    );
  });
}
