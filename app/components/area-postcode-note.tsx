import type { ReactElement } from "react";
import type { WhoSpeaks } from "#app/domain/area/who-speaks.server.ts";
import { Notice } from "./notice.tsx";

/** What a postcode alone does not settle, and why; nothing where it settles all. */
export function PostcodeNote({ speaks }: { speaks: WhoSpeaks }): ReactElement | null {
  const { title, words } = noteOf(speaks);
  if (words === "") return null;
  return (
    <Notice tone="waiting" title={title}>
      <p>{words}</p>
    </Notice>
  );
}

function noteOf({ kind, maybeTerminated, areas }: WhoSpeaks): { title: string; words: string } {
  const country = areas.abroad ?? "It";
  switch (kind) {
    case "placed":
      return {
        title: "This postcode is new, or no longer in use",
        words: maybeTerminated
          ? "We have placed it by the nearest postcode that we know. That is nearly always right, but check the ward."
          : "",
      };
    case "unknown":
      return {
        title: "We do not know this postcode",
        words:
          "It may be mistyped or very new. Check it above, or choose your council and constituency. You can sign with it all the same: you are counted for the United Kingdom, and for your place once we know it.",
      };
    case "northern-ireland":
      return {
        title: "Northern Ireland",
        words:
          "The list of Northern Ireland’s postcodes is not free to use, so we cannot place yours. Choose your council and your constituency. People here also have members of the Northern Ireland Assembly (MLAs); this site does not write to them yet.",
      };
    case "forces":
      return {
        title: "British Forces post (BFPO)",
        words:
          "This address says nothing of where your home or your vote is. If you are registered in the United Kingdom, choose that council and constituency.",
      };
    case "non-geographic":
      return {
        title: "This postcode is not a place",
        words:
          "It belongs to an organisation or has no published place. Choose your council and constituency.",
      };
    case "crown-dependency":
      return {
        title: `${country} has its own parliament`,
        words: `${country} is not part of the United Kingdom: no council here and no MP speaks for people there. You can still sign, and are counted for ${country}.`,
      };
    case "overseas-territory":
      return {
        title: `${country} has its own government`,
        words: `${country} is a British overseas territory, not part of the United Kingdom: no council here and no MP speaks for people there. You can still sign, and are counted for ${country}.`,
      };
  }
}
