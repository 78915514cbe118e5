import type { ResponseState } from "#db/tables/response.ts";
import type { ChipTone } from "./chip.tsx";

/** What has become of an answer, as moderators and organisers see it. */
export const RESPONSE_CHIPS: Record<ResponseState, { words: string; tone: ChipTone }> = {
  unconfirmed: { words: "Not confirmed", tone: "plain" },
  waiting: { words: "Waits", tone: "waiting" },
  published: { words: "Public", tone: "ok" },
  declined: { words: "Declined", tone: "plain" },
  withdrawn: { words: "Taken back", tone: "plain" },
  replaced: { words: "Replaced", tone: "plain" },
};
