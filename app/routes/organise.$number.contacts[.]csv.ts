import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { readContacts } from "#app/domain/group/contacts.server.ts";
import { exportContacts } from "#app/domain/group/export-contacts.server.ts";
import { contactsCsv } from "#app/http/contacts-csv.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";

/** Opened by itself it gives nothing out: a list is asked for by its button, and each time is written down. */
export function loader(): Response {
  throw new Response(null, { status: 404 });
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const { campaign, visitor } = await requireOrganiser(context, request, params.number);
  const asked = { campaignId: campaign.id, accountId: visitor.accountId };
  const outcome = await exportContacts(context, asked, context.clock.now());
  const page = `/organise/${campaign.number}/contacts`;
  switch (outcome.kind) {
    case "granted": {
      const whose = { campaignId: campaign.id, groupId: outcome.groupId };
      return new Response(await contactsCsv(readContacts(context.db.read, context.keyring, whose)), {
        headers: {
          "Content-Type": "text/csv; charset=utf-8; header=present",
          "Content-Disposition": `attachment; filename="${outcome.groupSlug}-contacts.csv"`,
          "Cache-Control": "private, no-store",
        },
      });
    }
    case "not_owner":
    case "not_verified":
      throw new Response(null, { status: 403 });
    case "nobody":
    case "too_many":
      return redirect(`${page}?done=${outcome.kind}`, 303);
  }
}
