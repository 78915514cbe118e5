import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

/** Settings as the program uses them: every one checked, none missing. */
export type Settings = Readonly<ReturnType<typeof readSettings>>;

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);

/** What is in front of us asks for our health every second or two. */
const PRODUCTION_DRAIN_SECONDS = 5;

const Flag = z.enum(["0", "1"], { error: "must be 1 or 0" }).transform((value) => value === "1");

const Environment = z.object({
  HOST: z.string().optional(),
  PORT: z.coerce.number({ error: "must be a port number, like 3000" }).int().min(0).max(65535).default(3000),
  APP_URL: z
    .url({ protocol: /^https?$/, error: "must be a web address, like https://hearhear.example" })
    .optional(),
  APP_SECRET: z.string().optional(),
  HASH_SECRET: z.string().optional(),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)/, { error: "must begin with file: or postgres://" })
    .optional(),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: z.url({ error: "must be a web address" }).optional(),
  RESEND_WEBHOOK_SECRET: z.string().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, { error: "must begin with smtp:// or smtps://" })
    .optional(),
  MAIL_FROM: z.string().optional(),
  REPLY_DOMAIN: z.string().optional(),
  FORWARDING: z
    .enum(["off", "rehearsal", "live"], { error: "must be off, rehearsal or live" })
    .default("off"),
  OPERATOR_NAME: z.string().optional(),
  OPERATOR_CONTACT: z.string().optional(),
  TRUST_PROXY: Flag.default(false),
  DEMO: Flag.optional(),
  ROLE: z.enum(["all", "web", "worker"], { error: "must be all, web or worker" }).default("all"),
  WEB_PROCESSES: z.coerce.number({ error: "must be a number of processes" }).int().min(1).max(64).default(1),
  DRAIN_SECONDS: z.coerce.number({ error: "must be a number of seconds" }).int().min(0).max(60).optional(),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"], { error: "must be a level such as info" })
    .default("info"),
});

/**
 * Reads the environment once; the only reader of `process.env`. An empty variable counts as unset.
 *
 * @throws Error with one sentence a bad or missing variable, saying what to set.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success)
    throw new SettingsError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`));
  const env = parsed.data;
  const appUrl = new URL(env.APP_URL ?? `http://localhost:${env.PORT}`);
  const isProduction = !LOOPBACK.has(appUrl.hostname);
  const dataDir = resolve(env.DATA_DIR);
  const databaseUrl = env.DATABASE_URL ?? `file:${join(dataDir, "hear-hear.db")}`;
  const problems = isProduction ? productionProblems(env, appUrl) : [];
  if (env.DEMO && env.FORWARDING === "live")
    problems.push("FORWARDING=live cannot run with DEMO=1: set DEMO=0, or FORWARDING=rehearsal.");
  if (env.WEB_PROCESSES > 1 && databaseUrl.startsWith("file:"))
    problems.push(
      "WEB_PROCESSES above 1 needs PostgreSQL: set DATABASE_URL=postgres://…, or WEB_PROCESSES=1.",
    );
  if (env.ROLE !== "all" && databaseUrl.startsWith("file:"))
    problems.push(
      `ROLE=${env.ROLE} needs PostgreSQL, as the embedded database has one process for everything: ` +
        "set DATABASE_URL=postgres://…, or ROLE=all.",
    );
  if (problems.length > 0) throw new SettingsError(problems);
  return {
    isProduction,
    host: env.HOST ?? (isProduction ? undefined : "127.0.0.1"),
    port: env.PORT,
    /** Origin and base of every link, without a slash at its end. */
    appUrl: appUrl.origin,
    appSecrets: secretList(env.APP_SECRET) ?? [ownSecret(dataDir, "app-secret")],
    hashSecret: env.HASH_SECRET ?? ownSecret(dataDir, "hash-secret"),
    dataDir,
    databaseUrl,
    resendApiKey: env.RESEND_API_KEY,
    resendBaseUrl: env.RESEND_BASE_URL,
    resendWebhookSecret: env.RESEND_WEBHOOK_SECRET,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? "Hear Hear <mail@hear-hear.invalid>",
    replyDomain: env.REPLY_DOMAIN,
    forwarding: env.FORWARDING,
    operatorName: env.OPERATOR_NAME ?? "a volunteer trying Hear Hear out",
    operatorContact: env.OPERATOR_CONTACT ?? "operator@hear-hear.invalid",
    trustProxy: env.TRUST_PROXY,
    demo: isProduction ? false : (env.DEMO ?? env.FORWARDING !== "live"),
    role: env.ROLE,
    webProcesses: env.WEB_PROCESSES,
    drainSeconds: env.DRAIN_SECONDS ?? (isProduction ? PRODUCTION_DRAIN_SECONDS : 0),
    logLevel: env.LOG_LEVEL,
  };
}

/** A start that was refused: one sentence a problem. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

function productionProblems(env: z.infer<typeof Environment>, appUrl: URL): string[] {
  const problems: string[] = [];
  if (appUrl.protocol !== "https:") problems.push("APP_URL must begin with https:// on a public host.");
  for (const name of ["APP_SECRET", "HASH_SECRET", "OPERATOR_NAME", "OPERATOR_CONTACT", "MAIL_FROM"] as const)
    if (!env[name]) problems.push(`${name} must be set on a public host; the README says how.`);
  if (!env.RESEND_API_KEY && !env.SMTP_URL)
    problems.push("Set RESEND_API_KEY or SMTP_URL: on a public host mail must really leave.");
  if (env.DEMO) problems.push("DEMO=1 is not possible on a public host: unset DEMO.");
  for (const secret of [...(secretList(env.APP_SECRET) ?? []), env.HASH_SECRET ?? "x".repeat(32)])
    if (secret.length < 32) {
      problems.push(
        "APP_SECRET and HASH_SECRET must be 32 characters or longer each, like `openssl rand -hex 32` makes.",
      );
      break;
    }
  return problems;
}

function secretList(text: string | undefined): string[] | undefined {
  const secrets = text
    ?.split(",")
    .map((secret) => secret.trim())
    .filter(Boolean);
  return secrets?.length ? secrets : undefined;
}

/** Outside production the program makes its own secrets and keeps them beside the data. */
function ownSecret(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(dataDir, { recursive: true });
  const own = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(own, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600 });
  try {
    // Of several processes that start at once, one's is everybody's.
    linkSync(own, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(own);
  }
  return readFileSync(file, "utf8").trim();
}
