import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { z } from "zod";

/** Says what is wrong with one mail of a `POST /emails/batch`, or nothing where Resend would take it. */
export type CheckSendRequest = (body: unknown) => string | undefined;

/** Reads Resend's published API description and makes the check of each mail of a batch from it. */
export async function readSendRequestCheck(): Promise<CheckSendRequest> {
  const file = new URL("../fixtures/resend-openapi.yaml", import.meta.url);
  const document = Document.parse(parse(await readFile(file, "utf8")));
  const ajv = new Ajv2020({ strict: false, validateFormats: true, logger: false });
  addFormats.default(ajv);
  ajv.addSchema(document, "resend");
  const path = "resend#/paths/~1emails~1batch/post/requestBody/content/application~1json/schema/items";
  const validate = ajv.compile({ $ref: path });
  const known = new Set(Object.keys(document.components.schemas.SendEmailRequest.properties));

  return (body) => {
    if (!validate(body)) return ajv.errorsText(validate.errors);
    const unknown = Object.keys(Body.parse(body)).filter((key) => !known.has(key));
    if (unknown.length > 0) return `unknown fields: ${unknown.join(", ")}`;
    const single = Object.keys(Body.parse(body)).filter((key) => SINGLE_ONLY.has(key));
    return single.length === 0 ? undefined : `not in a batch: ${single.join(", ")}`;
  };
}

/** Source: Resend's documentation, "Send batch emails". */
const SINGLE_ONLY = new Set(["attachments", "scheduled_at"]);

const Body = z.record(z.string(), z.unknown());
const Document = z.looseObject({
  components: z.looseObject({
    schemas: z.looseObject({ SendEmailRequest: z.looseObject({ properties: Body }) }),
  }),
});
