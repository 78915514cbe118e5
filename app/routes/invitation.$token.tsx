import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { InvitationOver, InvitationView } from "#app/components/invitation-view.tsx";
import { kindWords } from "#app/components/kind-words.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { acceptInvitation } from "#app/domain/campaign/accept-invitation.server.ts";
import { findInvitation } from "#app/domain/campaign/invitations.server.ts";
import { maskedAddress } from "#app/domain/privacy/masked-address.ts";
import { answerInvitation, findOtherVisitor } from "#app/http/answer-invitation.server.ts";
import type { RequestContext } from "#app/http/context.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await findInvited(context, request, params.token);
  const invitation = found && {
    ...{ title: found.title, kind: found.kind, organiserName: found.organiserName },
    sentTo: maskedAddress(found.address),
    otherVisitor: found.otherVisitor && maskedAddress(found.otherVisitor),
  };
  return data({ invitation }, invitation ? 200 : 410);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { token } = params;
  const found = await findInvited(context, request, token);
  const answered = await answerInvitation(context, request, {
    ...{ token, otherVisitor: found?.otherVisitor },
    async accept(acceptance) {
      const accepted = await acceptInvitation(context, acceptance, context.clock.now());
      return accepted && { leadsTo: `/organise/${accepted.number}?done=joined`, session: accepted.session };
    },
  });
  if (answered instanceof Response) return answered;
  return data(null, answered === "refused" ? 409 : 410);
}

/** The invitation, and the address of somebody else who is signed in here. */
async function findInvited(context: RequestContext, request: Request, token = "") {
  const { db, keyring, clock } = context;
  const found = await findInvitation(db.read, keyring, token, clock.now());
  return found && { ...found, otherVisitor: await findOtherVisitor(context, request, found.address) };
}

export const meta: MetaFunction = () => pageTitle("An invitation");

export default function InvitationPage(): ReactElement {
  const { invitation } = useLoaderData<typeof loader>();
  if (!invitation) return <InvitationOver />;
  const { title, kind, organiserName, sentTo, otherVisitor } = invitation;
  return (
    <InvitationView
      title={`Help run “${title}”`}
      lede={`${organiserName} asks you to help run this ${kindWords(kind).one}.`}
      {...{ sentTo, otherVisitor }}
    >
      You could change its text, tell what becomes of it and see how many people stand behind it.
    </InvitationView>
  );
}
