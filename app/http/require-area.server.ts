import { redirect } from "@remix-run/node";
import { findPart } from "../domain/area/parts.server.ts";
import {
  type Area,
  findArea,
  findConstituencyBySlug,
  findCouncilBySlug,
  listCurrentAreas,
} from "../domain/area/queries.server.ts";
import type { RequestContext } from "./context.ts";

type Db = Pick<RequestContext, "db">;

/**
 * The council of a URL, by slug or GSS code, one that has ended too. A code leads to the slug's address; a code that
 * was only replaced leads to the council's present one.
 *
 * @throws Response
 */
export async function requireCouncil({ db }: Db, slug = ""): Promise<Area> {
  const bySlug = await findCouncilBySlug(db.read, slug);
  if (bySlug) return bySlug;
  const byCode = await findByCode({ db }, slug, "council");
  if (byCode.slug !== "") throw redirect(`/councils/${byCode.slug}`, 301);
  const [successor, ...others] = await listCurrentAreas(db.read, byCode.gssCode);
  if (successor?.name === byCode.name && others.length === 0)
    throw redirect(`/councils/${successor.slug}`, 301);
  return byCode;
}

/** The constituency of a URL, by slug or GSS code. @throws Response */
export async function requireConstituency({ db }: Db, slug = ""): Promise<Area> {
  const bySlug = await findConstituencyBySlug(db.read, slug);
  if (bySlug) return bySlug;
  const byCode = await findByCode({ db }, slug, "constituency");
  if (byCode.slug !== "") throw redirect(`/constituencies/${byCode.slug}`, 301);
  return byCode;
}

/** The ward or division of a URL with its council. Codes lead to the address made of names. @throws Response */
export async function requirePart(
  { db }: Db,
  level: "ward" | "division",
  { council: councilKey = "", part: partKey = "" }: { council?: string; part?: string },
): Promise<{ council: Area; part: Area }> {
  const council =
    (await findCouncilBySlug(db.read, councilKey)) ?? (await findByCode({ db }, councilKey, "council"));
  const part = await findPart(db.read, { level, parentGss: council.gssCode, slugOrGss: partKey });
  if (!part) throw new Response(null, { status: 404 });
  const [inCouncil, inAddress] = [council.slug || council.gssCode, part.slug || part.gssCode];
  if (inCouncil !== councilKey || inAddress !== partKey) {
    throw redirect(`/councils/${inCouncil}/${level}s/${inAddress}`, 301);
  }
  return { council, part };
}

async function findByCode({ db }: Db, code: string, level: Area["level"]): Promise<Area> {
  const area = /^[EWSN]\d{8}$/i.test(code) ? await findArea(db.read, code.toUpperCase()) : undefined;
  if (area?.level !== level) throw new Response(null, { status: 404 });
  return area;
}
