import { z } from "zod";

/** What one process of a site tells the one that looks after it. */
export const FromProcess = z.discriminatedUnion("tell", [
  /** It serves, or works. */
  z.object({ tell: z.literal("ready") }),
  /** It wants the metrics of all processes. */
  z.object({ tell: z.literal("ask-metrics"), id: z.string() }),
  /** Its own metrics, as they were asked for. */
  z.object({ tell: z.literal("own-metrics"), id: z.string(), metrics: z.unknown() }),
]);
export type FromProcess = z.infer<typeof FromProcess>;

/** What it is told. */
export const ToProcess = z.discriminatedUnion("tell", [
  z.object({ tell: z.literal("give-metrics"), id: z.string() }),
  z.object({ tell: z.literal("all-metrics"), id: z.string(), metrics: z.array(z.unknown()) }),
]);
export type ToProcess = z.infer<typeof ToProcess>;
