import type { OrganiserRole } from "#db/tables/organising.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import type { TestFront } from "#tests/http/front.ts";
import type { TestSite } from "#tests/site.ts";
import { type SignedInVisitor, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";

/** A petition, those who run it and those who do not, all signed in. */
export interface OrganiseScene {
  front: TestFront;
  petition: Awaited<ReturnType<typeof openPetition>>;
  /** `/organise/<number>`. */
  base: string;
  owner: SignedInVisitor;
  editor: SignedInVisitor;
  stranger: SignedInVisitor;
  moderator: SignedInVisitor;
}

/** Sets the scene for tests of an organiser's pages: an open petition unless told otherwise. */
export async function organiseScene(
  site: TestSite,
  changes: Parameters<typeof openPetition>[1] = {},
): Promise<OrganiseScene> {
  const petition = await openPetition(site, changes);
  const [owner, editor] = [await visitor(site), await visitor(site)];
  await runs(site, petition.id, owner, "owner");
  await runs(site, petition.id, editor, "editor");
  return {
    front: await serveSite(site),
    petition,
    base: `/organise/${petition.number}`,
    owner,
    editor,
    stranger: await visitor(site),
    moderator: await visitor(site, "moderator"),
  };
}

/** Lets somebody run a campaign. */
export async function runs(
  site: TestSite,
  campaignId: string,
  { accountId }: SignedInVisitor,
  role: OrganiserRole,
): Promise<void> {
  const { organisers } = site.db.tables;
  await site.db.transaction("let somebody run it", (tx) =>
    tx.insert(organisers).values({ campaignId, accountId, role, addedAt: NOW }),
  );
}
