import { type DestinationStream, type Logger, pino } from "pino";
import { type LogLines, writeLines } from "./log-lines.server.ts";

/** One line of the log for a finished request: nothing of it says who asked for what. */
export interface RequestLine {
  method: string;
  /** The pattern of the route, never the path. */
  route: string;
  status: number;
  ms: number;
}

/** Names under which a careless line might carry something personal; their values are struck out. */
const PERSONAL = [
  "name",
  "email",
  "postcode",
  "address",
  "token",
  "url",
  "path",
  "query",
  "body",
  "form",
  "values",
  "headers",
  "req",
  "res",
];

let output: LogLines | undefined;

/** One for all logs of the program. The package's own tries for ever, at its end, to write to nobody. */
function standardOutput(): LogLines {
  if (!output) {
    output = writeLines(process.stdout.fd);
    process.on("exit", output.flushSync);
  }
  return output;
}

/** The program's log: JSON lines. Faults are written without their message, which may hold what a person typed. */
export function makeLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: PERSONAL.flatMap((name) => [name, `*.${name}`]), censor: "[struck out]" },
    serializers: { err: describeFault, error: describeFault },
  };
  return pino(options, destination ?? standardOutput());
}

/** What may be known of a fault: its kind, its code and where it happened, and the same of its cause. */
export function describeFault(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { kind: typeof fault };
  const code = "code" in fault && typeof fault.code === "string" ? { code: fault.code } : {};
  const frames = (fault.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const cause = fault.cause === undefined ? {} : { cause: describeFault(fault.cause) };
  return { kind: fault.name, ...code, frames: frames.map((line) => line.trim()), ...cause };
}
