import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { londonDay, londonTime } from "#app/components/format.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { requireDevelopment } from "#app/http/require-development.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  requireDevelopment(context);
  const { db, keyring, clock } = context;
  const mails = await listMailbox(db.read, keyring);
  return {
    mails: mails.map(({ id, to, subject, createdAt }) => ({ id, to, subject, createdAt })),
    now: clock.now(),
    isMoved: clock.offset !== 0,
  };
}

export const meta: MetaFunction = () => pageTitle("The mailbox");

export default function MailboxPage(): ReactElement {
  const { mails, now, isMoved } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="The mailbox"
        lede="Mail that this site wrote and did not send. Only here, never on a public site."
      />
      <p>
        By <a href="/dev/clock">this site’s clock</a> it is {londonTime(now)} on {londonDay(now)}
        {isMoved ? ", ahead of the real time" : ""}.
      </p>
      {mails.length === 0 ? (
        <p>
          There is no mail yet. Sign a <a href="/petitions">petition</a>, then load this page again.
        </p>
      ) : (
        <ul className="stack plain-list">
          {mails.map(({ id, to, subject, createdAt }) => (
            <li key={id}>
              <b>
                <a href={`/dev/mailbox/${id}`}>{subject}</a>
              </b>
              <br />
              To {to}
              <br />
              <span className="soft">
                {londonTime(createdAt)} on {londonDay(createdAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
