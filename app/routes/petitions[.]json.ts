import type { LoaderFunctionArgs } from "@remix-run/node";
import { findListPage } from "#app/http/list-page.server.ts";
import { listJson } from "#app/http/open-data/list-json.ts";
import { openError, openJson } from "#app/http/open-data/open-data.ts";

export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const page = await findListPage(context, "petition", request.url);
  if (!page) throw openError(404);
  return openJson(listJson(page, { appUrl: context.settings.appUrl, path: "/petitions.json" }));
}
