import { SettingsError } from "../env.server.ts";
import { describeFault } from "../http/log.server.ts";
import { StartRefused } from "./start-refused.ts";

const NO_ANSWER = new Set(["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EHOSTUNREACH"]);

/** What to print when the start has failed: what to do where that is known, else what went wrong and where. */
export function startFault(fault: unknown): string {
  if (fault instanceof SettingsError || fault instanceof StartRefused) return fault.message;
  if (!(fault instanceof Error)) return "The start failed.";
  const code = codeOf(fault);
  if (code === "EADDRINUSE")
    return "The port is taken by another program. Stop it, or set PORT to another number.";
  if (code === "EACCES")
    return "This port or folder may not be used. Set PORT above 1023, or DATA_DIR to a folder of yours.";
  if (NO_ANSWER.has(code))
    return `The database does not answer (${code}). Check DATABASE_URL and that it is running.`;
  // The message of a failed query holds its parameters.
  if (fault.name === "DrizzleQueryError")
    return `The start failed in the database.\n${JSON.stringify(describeFault(fault), null, 2)}`;
  return `The start failed: ${fault.stack ?? fault.message}`;
}

function codeOf(fault: Error): string {
  if ("code" in fault && typeof fault.code === "string") return fault.code;
  return fault.cause instanceof Error ? codeOf(fault.cause) : "";
}
