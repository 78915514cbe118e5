import type { Area } from "../domain/area/queries.server.ts";
import { findSendFigures } from "../domain/area/send-figures.server.ts";
import { findEvidence } from "../domain/story/council-evidence.server.ts";
import { type PackMaker, type PackReader, readerWords } from "../domain/story/pack.ts";
import { type PackedStory, packStories } from "../domain/story/pack-stories.server.ts";
import { listShownStatements } from "../domain/story/shown-statements.server.ts";
import type { RequestContext } from "./context.ts";
import { evidencePdf } from "./pdf-evidence.server.ts";
import { makePlaces } from "./picture-places.ts";
import { DEMONSTRATION } from "./read-printed.server.ts";
import { pdfResponse } from "./send-pdf.server.ts";

/** One is made at a time: a full one takes some seconds of the processor, in small parts. */
const places = makePlaces({ inAll: 1, ofOneClient: 1 });

interface PackRequest {
  council: Area;
  reader: PackReader;
  maker: PackMaker;
  accountId: string;
}

/** How days and stories are put into words. */
interface PackWords {
  day: (at: number) => string;
  calendar: (day: string) => string;
  told: (story: PackedStory) => string;
}

/** Makes an evidence pack of a council, notes for each story in it that it has gone there, and answers with the file. */
export async function sendEvidencePack(
  { db, keyring, clock, settings, client }: RequestContext,
  { council, ...request }: PackRequest,
  words: PackWords,
): Promise<Response> {
  const leave = await places.enter(client.address);
  try {
    const now = clock.now();
    const { gssCode, name, slug } = council;
    const { read } = db;
    const [{ storyCount, sum }, figures, statements] = await Promise.all([
      findEvidence(read, gssCode),
      findSendFigures(read, gssCode),
      listShownStatements(read, { councilGss: gssCode }),
    ]);
    const packed = await packStories({ db, keyring }, { council: { gssCode, name }, ...request }, now);
    const file = await evidencePdf({
      ...packed,
      ...{ council: name, reader: readerWords(request.reader), madeOn: words.day(now), madeAt: now },
      ...{ storyCount, figures, statements, toldWords: words.told, calendarWords: words.calendar },
      sum: sum && { ...sum, summedOn: words.day(sum.summedAt) },
      url: `${settings.appUrl}/councils/${slug}/stories`,
      operatorName: settings.operatorName,
      notice: packed.isDemonstration ? DEMONSTRATION : "",
    });
    return pdfResponse(file, `${slug}-evidence.pdf`);
  } finally {
    leave();
  }
}
