import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Area } from "./queries.server.ts";

/** A ward of a council or a division of a county by the slug of its address or its code; ended ones too. */
export async function findPart(
  read: Reader,
  { level, parentGss, slugOrGss }: { level: "ward" | "division"; parentGss: string; slugOrGss: string },
): Promise<Area | undefined> {
  const { areas } = read.tables;
  const isGss = /^[EWSN]\d{8}$/i.test(slugOrGss);
  const [area] = await read
    .select()
    .from(areas)
    .where(
      and(
        eq(areas.parentGss, parentGss),
        eq(areas.level, level),
        isGss ? eq(areas.gssCode, slugOrGss.toUpperCase()) : eq(areas.slug, slugOrGss),
      ),
    )
    .orderBy(asc(areas.endsOn), asc(areas.gssCode))
    .limit(1);
  return area;
}
