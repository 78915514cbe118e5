import { v7 } from "uuid";
import type { Keyring } from "#app/domain/privacy/keyring.server.ts";
import { newPublicId } from "#app/domain/privacy/public-id.ts";
import { giveConsent } from "#app/domain/story/consents.server.ts";
import { StoryContent } from "#app/domain/story/content.ts";
import { sealContent } from "#app/domain/story/sealed-story.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import type { Tx } from "../database.ts";
import { WORCESTERSHIRE_STORIES } from "./stories/worcestershire.ts";

const COUNCIL = "E10000034";
/** What their authors let us do: some nothing but publish, most also put them into an evidence pack. */
const KEPT_HERE = ["publish"] as const;
const PASSED_ON = ["publish", "inspectorate"] as const;

/** Publishes the stories of the demonstration with their facts; nobody's address is with them, and no mail goes. */
export async function seedStories(tx: Tx, keyring: Keyring, now: number): Promise<void> {
  for (const { publishedDaysAgo, ...told } of WORCESTERSHIRE_STORIES) {
    const content = StoryContent.parse({ court: "no", ...told });
    const publishedAt = now - publishedDaysAgo * DAY;
    const startedAt = publishedAt - 6 * DAY;
    const id = v7({ msecs: startedAt });
    const { title, text, pullQuote, contentNote, easy, topics } = content;
    const place = { councilGss: COUNCIL, districtGss: "", constituencyGss: "" };
    await tx.insert(tx.tables.stories).values({
      ...{ id, publicId: newPublicId(), state: "published", ...place, campaignId: "" },
      ...{ content: sealContent(keyring, id, content), revision: 1, email: "", addressHash: "" },
      ...{
        title,
        text,
        pullQuote,
        contentNote,
        easy,
        topics: JSON.stringify(topics),
        reason: "",
        isDemonstration: true,
      },
      ...{ needsSecond: false, isUrgent: false, createdAt: startedAt, updatedAt: publishedAt },
      ...{ submittedAt: startedAt, publishedAt },
    });
    for (const use of publishedDaysAgo % 3 === 0 ? KEPT_HERE : PASSED_ON)
      await giveConsent(tx, { storyId: id, use }, startedAt);
    if (content.teller === "professional") continue;
    const { need, ageBand, happened, monthsOut, money, miles, monthsWaited, tribunal } = content;
    await tx.insert(tx.tables.storyFacts).values({
      ...{ storyId: id, ...place, need, ageBand, monthsOut, money, miles, monthsWaited, tribunal },
      ...{ happened: JSON.stringify(happened), joinedAt: publishedAt, leftAt: null },
    });
  }
}
