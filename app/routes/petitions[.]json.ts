import type { LoaderFunctionArgs } from "@remix-run/node";
import { campaignFolder } from "#app/domain/campaign/campaign-path.ts";
import { askedKind } from "#app/http/asked-kind.ts";
import { findListPage } from "#app/http/list-page.server.ts";
import { listJson } from "#app/http/open-data/list-json.ts";
import { openError, openJson } from "#app/http/open-data/open-data.ts";

export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const kind = askedKind(request);
  const page = await findListPage(context, kind, request.url);
  if (!page) throw openError(404);
  return openJson(listJson(page, { appUrl: context.settings.appUrl, path: `/${campaignFolder(kind)}.json` }));
}
