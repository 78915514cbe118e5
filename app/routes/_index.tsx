import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Band, Facts } from "#app/components/band.tsx";
import { ButtonLink } from "#app/components/button.tsx";
import { CampaignList } from "#app/components/campaign-card.tsx";
import { Card } from "#app/components/card.tsx";
import { counted, figure } from "#app/components/format.ts";
import { listedCard } from "#app/components/listed-card.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { PlaceBars } from "#app/components/place-bars.tsx";
import { countPublishedAreas } from "#app/domain/area/count-published.server.ts";
import { publishedTallies } from "#app/domain/area/published.server.ts";
import { countOpen, listMostSigned } from "#app/domain/campaign/highlights.server.ts";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";

const PETITIONS_SHOWN = 4;
const LETTERS_SHOWN = 2;
const PLACES_SHOWN = 6;

export async function loader({ context }: LoaderFunctionArgs) {
  const { db, settings } = context;
  const [open, petitions, openLetters, letters, constituencyCount] = await Promise.all([
    countOpen(db.read, "petition"),
    listMostSigned(db.read, "petition", PETITIONS_SHOWN),
    countOpen(db.read, "letter"),
    listMostSigned(db.read, "letter", LETTERS_SHOWN),
    countPublishedAreas(db.read, "constituency"),
  ]);
  const first = petitions[0];
  const publication = first && (await publishedTallies(db.read, first.id, ["constituency"]));
  const places = (publication?.areas ?? []).filter((area) => area.code !== "unplaced");
  return {
    ...open,
    constituencyCount,
    cards: petitions.map((petition) => listedCard(petition)),
    letters: letters.map((letter) => listedCard(letter)),
    letterCount: openLetters.campaignCount,
    isLive: settings.forwarding === "live",
    heard: first && {
      title: first.title,
      href: `/petitions/${first.slug}`,
      places: places.slice(0, PLACES_SHOWN).map(({ code, name, count }) => ({ key: code, name, count })),
    },
  };
}

export const meta: MetaFunction = () => [
  { title: "Hear Hear: sign, and your own councillors and MP hear it" },
  {
    name: "description",
    content: "Petitions and open letters that are counted in the place where you live.",
  },
];

export default function HomePage(): ReactElement {
  const { campaignCount, signatureCount, constituencyCount, cards, letters, letterCount, heard, isLive } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Sign once. The people you elected hear that you did."
        lede="Most petitions count to one large number. Here every signature is counted where its signer lives, so that each councillor and MP is told how many of their own constituents have signed."
      />
      <p className="row">
        <ButtonLink href="/petitions">Find a petition</ButtonLink>
        <ButtonLink tone="quiet" href="/start">
          Start a petition or a letter
        </ButtonLink>
      </p>
      {signatureCount === 0 ? null : (
        <Band>
          <h2 className="hidden">So far</h2>
          <Facts
            facts={[
              {
                figure: figure(signatureCount),
                words: `${signatureCount === 1 ? "signature" : "signatures"} on open petitions, each confirmed by e-mail`,
              },
              {
                figure: figure(campaignCount),
                words: `${campaignCount === 1 ? "petition" : "petitions"} open to sign`,
              },
              {
                figure: figure(constituencyCount),
                words: `${constituencyCount === 1 ? "constituency" : "constituencies"} where at least ${words(SMALLEST_SHOWN_COUNT)} people have signed the same petition`,
              },
            ]}
          />
        </Band>
      )}
      <h2>Open petitions</h2>
      {cards.length === 0 ? <p>No petition is open just now.</p> : <CampaignList campaigns={cards} />}
      {campaignCount > cards.length ? (
        <p>
          <a href="/petitions">See all {counted(campaignCount, "open petition")}</a>
        </p>
      ) : null}
      {letters.length === 0 ? null : (
        <>
          <h2>Open letters</h2>
          <CampaignList campaigns={letters} />
          {letterCount > letters.length ? (
            <p>
              <a href="/letters">See all {figure(letterCount)} open letters</a>
            </p>
          ) : null}
        </>
      )}
      {heard === undefined || heard.places.length === 0 ? null : (
        <section>
          <h2>What MPs {isLive ? "hear" : "would hear"}</h2>
          <p>
            This is where people have signed “<a href={heard.href}>{heard.title}</a>”. Each MP{" "}
            {isLive ? "is told" : "would be told"} one of these numbers: their own.
          </p>
          <PlaceBars label="Signatures by constituency" places={heard.places} />
        </section>
      )}
      <h2>How it works</h2>
      <ol className="columns plain-list">
        {STEPS.map(({ title, text }, index) => (
          <li key={title}>
            <Card>
              <h3>
                {index + 1}. {title}
              </h3>
              <p>{text}</p>
            </Card>
          </li>
        ))}
      </ol>
    </>
  );
}

const STEPS = [
  {
    title: "You sign",
    text: "Your name, your e-mail address, your postcode. No account, no password, and it takes a minute.",
  },
  {
    title: "You are counted in your place",
    text: "Press the button in the e-mail we send. Then you count once, in your ward, your council and your constituency.",
  },
  {
    title: "Your councillors and MP are told",
    text: "They hear how many of their own constituents have signed, and again as the number grows. They hear a number, never your name.",
  },
] as const;

function words(n: number): string {
  return ["no", "one", "two", "three", "four", "five"][n] ?? figure(n);
}
