import type { ReactElement } from "react";
import { ButtonLink } from "./button.tsx";
import { PageHeading } from "./page-heading.tsx";

export type ConfirmProblemKind =
  | "unknown_link"
  | "expired"
  | "campaign_closed"
  | "campaign_in_review"
  | "campaign_full"
  | "signing_paused"
  | "same_name"
  | "other_postcode"
  | "two_holders";

const WORDS: Record<ConfirmProblemKind, { title: string; lede: string }> = {
  unknown_link: {
    title: "We do not know this link",
    lede: "It may be cut off, or what it was about has been deleted. Copy the whole link from the mail, or sign again.",
  },
  expired: {
    title: "This link has run out",
    lede: "Your signature is not counted. Sign again and we send you a new link.",
  },
  campaign_closed: {
    title: "It takes no signatures now",
    lede: "It closed or was paused before you confirmed, so your signature is not counted.",
  },
  campaign_in_review: {
    title: "It is being looked at",
    lede: "A moderator reads it before it is published. Your signature is not counted yet. Please come back with the same link once it is published, or sign it then.",
  },
  campaign_full: {
    title: "Enough people support this already",
    lede: "It takes twenty names before it is published. Yours is not counted yet. Please come back with the same link once it is published, or sign it then.",
  },
  signing_paused: {
    title: "All signing is paused",
    lede: "Nobody can sign or confirm on this site just now. Nothing is lost: your link works longer by as long as this lasts. Please come back in a day or two.",
  },
  same_name: {
    title: "You have signed already",
    lede: "A signature with this address and this name is counted. There is nothing left for you to do.",
  },
  other_postcode: {
    title: "This address has signed from another postcode",
    lede: "Two people of one household may share an address if they give the same postcode. To move, correct the postcode of the first signature; to sign for yourself, use an address of your own.",
  },
  two_holders: {
    title: "Two people have signed with this address",
    lede: "We count two for one address at most. Sign with an address of your own.",
  },
};

/** Why a signature could not be counted, and what to do about it. */
export function ConfirmProblem({
  problem,
  path,
}: {
  problem: ConfirmProblemKind;
  /** Where the campaign can be read; blank where nobody may. */
  path: string;
}): ReactElement {
  const { title, lede } = WORDS[problem];
  return (
    <>
      <PageHeading title={title} lede={lede} />
      <p className="row">
        <ButtonLink href={path === "" ? "/petitions" : path}>
          {path === "" ? "All petitions" : "Back to it"}
        </ButtonLink>
        <ButtonLink tone="quiet" href="/my-signatures">
          See what you have signed
        </ButtonLink>
      </p>
    </>
  );
}
