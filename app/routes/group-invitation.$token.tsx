import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { InvitationOver, InvitationView } from "#app/components/invitation-view.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { acceptMembership } from "#app/domain/group/change-members.server.ts";
import { findMemberInvitation } from "#app/domain/group/member-invitations.server.ts";
import { maskedAddress } from "#app/domain/privacy/masked-address.ts";
import { answerInvitation, findOtherVisitor } from "#app/http/answer-invitation.server.ts";
import type { RequestContext } from "#app/http/context.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await findInvited(context, request, params.token);
  const invitation = found && {
    ...{ name: found.name, role: found.role, sentTo: maskedAddress(found.address) },
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
      const accepted = await acceptMembership(context, acceptance, context.clock.now());
      return (
        accepted && {
          leadsTo: `/organise/groups/${accepted.joined.slug}?done=joined`,
          session: accepted.session,
        }
      );
    },
  });
  if (answered instanceof Response) return answered;
  return data(null, answered === "refused" ? 409 : 410);
}

/** The invitation, and the address of somebody else who is signed in here. */
async function findInvited(context: RequestContext, request: Request, token = "") {
  const { db, keyring, clock } = context;
  const found = await findMemberInvitation(db.read, keyring, token, clock.now());
  return found && { ...found, otherVisitor: await findOtherVisitor(context, request, found.address) };
}

export const meta: MetaFunction = () => pageTitle("An invitation");

export default function GroupInvitationPage(): ReactElement {
  const { invitation } = useLoaderData<typeof loader>();
  if (!invitation) return <InvitationOver />;
  const { name, role, sentTo, otherVisitor } = invitation;
  return (
    <InvitationView
      title={`Help run ${name}`}
      lede={
        role === "owner"
          ? "Somebody who runs this group asks you to own it together with them."
          : "Somebody who runs this group asks you to help."
      }
      {...{ sentTo, otherVisitor }}
    >
      You could change what it says about itself, run its petitions and open letters, and get what people
      write to it.
      {role === "owner" ? " As an owner you could also invite others and close the group." : null}
    </InvitationView>
  );
}
