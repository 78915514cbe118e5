import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Site } from "../domain/site.ts";
import type { MailTransport } from "../emails/transport.ts";
import type { Settings } from "../env.server.ts";

/** What jobs work with. */
export interface WorkerContext extends Site {
  settings: Settings;
  clock: Clock;
  log: Pick<Logger, "info" | "warn" | "error">;
  transport: MailTransport;
  /** Waits, before each part of the work, while those who sign need the machine; nothing where nobody signs here. */
  giveWay?: () => Promise<void>;
  /** Lets whoever has just come to the site's door in, before each mail. */
  breathe?: () => Promise<void>;
  /** Spreads what is tried again; a test gives its own. */
  random?: () => number;
}
