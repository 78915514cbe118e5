import { z } from "zod";
import { PlaceChoice } from "../place/cell.ts";

/** What the button of a confirm link sends: places that the postcode could not settle, and which text was read. */
export const ConfirmForm = PlaceChoice.extend({
  /** The version of the campaign's text that the page spoke of; 0 where it spoke of none. */
  textVersion: z.coerce.number().int().min(0).catch(0),
  /** The newest version that the page showed, where it asked which of two is signed. */
  shownVersion: z.coerce.number().int().min(0).catch(0),
});
export type ConfirmForm = z.infer<typeof ConfirmForm>;
