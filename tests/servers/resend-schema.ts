import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { z } from "zod";

/** Says what is wrong with the body of a `POST /emails`, or nothing where Resend would take it. */
export type CheckSendRequest = (body: unknown) => string | undefined;

/** Reads Resend's published API description and makes the check of `POST /emails` from it. */
export async function readSendRequestCheck(): Promise<CheckSendRequest> {
  const file = new URL("../fixtures/resend-openapi.yaml", import.meta.url);
  const document = Document.parse(parse(await readFile(file, "utf8")));
  const ajv = new Ajv2020({ strict: false, validateFormats: true, logger: false });
  addFormats.default(ajv);
  ajv.addSchema(document, "resend");
  const validate = ajv.compile({ $ref: "resend#/components/schemas/SendEmailRequest" });
  const known = new Set(Object.keys(document.components.schemas.SendEmailRequest.properties));

  return (body) => {
    if (!validate(body)) return ajv.errorsText(validate.errors);
    const unknown = Object.keys(Body.parse(body)).filter((key) => !known.has(key));
    return unknown.length === 0 ? undefined : `unknown fields: ${unknown.join(", ")}`;
  };
}

const Body = z.record(z.string(), z.unknown());
const Document = z.looseObject({
  components: z.looseObject({
    schemas: z.looseObject({ SendEmailRequest: z.looseObject({ properties: Body }) }),
  }),
});
