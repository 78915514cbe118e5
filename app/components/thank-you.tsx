import type { ReactElement } from "react";
import type { WhoHears } from "#app/domain/signature/who-hears.server.ts";
import { ButtonLink } from "./button.tsx";
import { CampaignLink } from "./campaign-link.tsx";
import { calendarDay } from "./format.ts";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";
import { StoryInvitation } from "./story-invitation.tsx";

interface ThankYouProps {
  title: string;
  /** Where the campaign can be read; blank where nobody may. */
  path: string;
  /** Its public address; blank while it has none. */
  shareUrl: string;
  hears: WhoHears;
  /** Where they may tell their story, or blank. */
  storyPath: string;
  forwarding: "off" | "rehearsal" | "live";
}

/** Thanks; where the signature counts, who will hear of it and when; then, and only then, how to pass it on. */
export function ThankYou({
  title,
  path,
  shareUrl,
  hears,
  storyPath,
  forwarding,
}: ThankYouProps): ReactElement {
  const { council, county, constituency, abroad } = hears.areas;
  const place = council?.shortName ?? county?.shortName ?? constituency?.name ?? abroad;
  return (
    <div className="prose">
      <PageHeading
        kicker={<CampaignLink path={path} title={title} />}
        title="Thank you. You are counted"
        lede={place ? `Your signature counts in ${place}.` : "Your signature counts."}
      />
      <h2>Where you are counted</h2>
      <ul>
        {placeSentences(hears).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {shareUrl === "" ? (
        <p>
          It is not published yet. Once enough people support it and it has been looked at, everybody can sign
          it.
        </p>
      ) : null}
      <h2>{forwarding === "live" ? "Who will hear of it" : "Who would hear of it"}</h2>
      {hears.representatives.length === 0 ? (
        <p>We do not know yet who speaks for you. Your signature counts for the whole country.</p>
      ) : (
        <>
          <ul>
            {hears.representatives.map(({ publicId, name, kind, areaName }) => (
              <li key={publicId}>
                <a href={`/representatives/${publicId}`}>{name}</a>, {kind === "mp" ? "MP" : "councillor"} for{" "}
                {areaName}
              </li>
            ))}
          </ul>
          <p>{whenTold(hears.nextSlotOn, forwarding)} Nobody is told who signed.</p>
        </>
      )}
      {shareUrl === "" ? null : <PassItOn title={title} shareUrl={shareUrl} />}
      <StoryInvitation path={storyPath} />
      <p className="soft">
        The link in our mail lets you change or take back your signature at any time. Lost it?{" "}
        <a href="/my-signatures">We send it again</a>.
      </p>
    </div>
  );
}

function PassItOn({ title, shareUrl }: { title: string; shareUrl: string }): ReactElement {
  return (
    <>
      <h2>Pass it on</h2>
      <p className="row">
        <ButtonLink href={`https://wa.me/?text=${encodeURIComponent(`${title} ${shareUrl}`)}`}>
          WhatsApp
        </ButtonLink>
        <ButtonLink
          tone="quiet"
          href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(shareUrl)}`}
        >
          E-mail
        </ButtonLink>
        <ButtonLink
          tone="quiet"
          href={`https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(shareUrl)}`}
        >
          Facebook
        </ButtonLink>
      </p>
      <Notice>
        <p>
          Or copy this: <span className="break">{shareUrl}</span>
        </p>
      </Notice>
    </>
  );
}

function placeSentences({ areas }: WhoHears): string[] {
  const { ward, division, council, county, constituency, abroad } = areas;
  const sentences = [
    ward && `Ward: ${ward.name}`,
    division && `County division: ${division.name}`,
    council && `Council: ${council.name}`,
    county && `County: ${county.name}`,
    constituency && `Constituency, for your MP: ${constituency.name}`,
    abroad && `Country: ${abroad}`,
  ].filter((sentence) => sentence !== undefined);
  return sentences.length > 0 ? sentences : ["The United Kingdom. Your postcode does not tell us the place."];
}

function whenTold(nextSlotOn: string, forwarding: ThankYouProps["forwarding"]): string {
  const day = `Tuesday ${calendarDay(nextSlotOn)}`;
  const [are, go] = forwarding === "live" ? ["are", "go out"] : ["would be", "would go out"];
  return `Once five people in their area have signed, they ${are} told how many. The next messages ${go} on ${day}.`;
}
