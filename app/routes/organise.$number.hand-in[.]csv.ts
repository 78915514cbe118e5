import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { exportHandIn, readHandIn } from "#app/domain/signature/export-hand-in.server.ts";
import { handInCsv } from "#app/http/hand-in-csv.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";

/** Opened by itself it gives nothing out: the list is asked for by its button, and each time is written down. */
export function loader(): Response {
  throw new Response(null, { status: 404 });
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const { campaign, visitor } = await requireOrganiser(context, request, params.number, { owners: true });
  const { id, number } = campaign;
  const asked = { campaignId: id, accountId: visitor.accountId };
  const outcome = await exportHandIn(context, asked, context.clock.now());
  switch (outcome) {
    case "granted":
      return new Response(await handInCsv(readHandIn(context.db.read, context.keyring, id)), {
        headers: {
          "Content-Type": "text/csv; charset=utf-8; header=present",
          "Content-Disposition": `attachment; filename="petition-${number}-hand-in.csv"`,
          "Cache-Control": "private, no-store",
        },
      });
    case "not_owner":
      throw new Response(null, { status: 403 });
    case "not_now":
      throw new Response(null, { status: 404 });
    case "nobody":
    case "too_many":
      return redirect(`/organise/${number}/hand-in?done=${outcome}`, 303);
  }
}
