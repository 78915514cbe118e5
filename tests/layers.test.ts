import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What each folder may import of the others; pure `domain` files (not `.server.ts`) hold words that views share. */
const MAY_IMPORT: Record<string, string[]> = {
  "app/routes": [
    "app/components",
    "app/http",
    "app/domain",
    "app/policy",
    "app/jobs/mailbox",
    "db/tables",
    "app/root",
  ],
  "app/components": ["app/domain", "app/policy", "app/error-words", "db/tables"],
  "app/http": [
    "app/domain",
    "app/jobs",
    "app/policy",
    "app/error-words",
    "app/clock",
    "app/env",
    "db/tables",
  ],
  "app/jobs": [
    "app/domain",
    "app/emails",
    "app/policy",
    "app/clock",
    "app/env",
    "db/database",
    "db/tables",
    "db/schema",
    "db/statement",
  ],
  "app/emails": ["app/policy"],
  "app/domain": [
    "app/policy",
    "db/database",
    "db/insert-rows",
    "db/schema",
    "db/statement",
    "db/tables",
    "db/reference/postcode-file",
  ],
  "db/seed": ["app/domain", "app/policy", "db/"],
  "db/import": ["app/domain", "app/policy", "db/"],
  db: [],
};

/** What composes everything: the program's entry and the commands. */
const ENTRY_POINTS = ["app/start", "app/build", "app/prepare", "app/entry", "app/root", "db/commands"];

test("every folder imports only what stands below it", () => {
  const offences = sources().flatMap((file) => {
    if (ENTRY_POINTS.some((entry) => file.startsWith(entry))) return [];
    const layer = layerOf(file);
    if (layer === undefined) return [];
    return importsOf(file)
      .filter((target) => !target.startsWith(`${layer}/`) && !(layer === "db" && target.startsWith("db/")))
      .filter((target) => !(MAY_IMPORT[layer] ?? []).some((allowed) => target.startsWith(allowed)))
      .map((target) => `${file} imports ${target}`);
  });
  expect(offences).toEqual([]);
});

test("only env.server.ts and the entry points read the environment", () => {
  const readers = sources().filter((file) => /process\.env\b/.test(read(file)));
  expect(readers.filter((file) => !["app/env.server.ts", "app/start.ts"].includes(file))).toEqual([]);
});

test("the domain takes the time as an argument", () => {
  const offenders = sources().filter(
    (file) => file.startsWith("app/domain/") && /\bDate\.now\(\)|new Date\(\)/.test(read(file)),
  );
  expect(offenders).toEqual([]);
});

test("no file is longer than 300 lines", () => {
  const long = [...sources(), ...filesIn("tests")].filter((file) => read(file).split("\n").length > 301);
  expect(long).toEqual([]);
});

test("nothing casts a type outside the dialects", () => {
  const casts = sources().filter(
    (file) =>
      !["db/dialect.ts", "db/client.server.ts"].includes(file) &&
      /(\bas (?!const\b)[A-Z{(]\w*)|\bas any\b|\bas unknown\b|: any\b|@ts-ignore|@ts-expect-error/.test(
        code(file),
      ),
  );
  expect(casts).toEqual([]);
});

function layerOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((layer) => file.startsWith(`${layer}/`));
}

function importsOf(file: string): string[] {
  return [...read(file).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(([, target = ""]) => {
    if (target.startsWith("#")) return [target.slice(1)];
    if (target.startsWith(".")) return [normalize(join(dirname(file), target))];
    return [];
  });
}

function sources(): string[] {
  return [...filesIn("app"), ...filesIn("db")];
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

/** The file without comments, texts and renaming imports, in which "as" is an English word or another thing. */
function code(file: string): string {
  return read(file)
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")
    .replace(/(["'`])(?:\\.|(?!\1)[^\\])*\1/g, '""')
    .replace(/^(?:import|export)[\s\S]*?;$/gm, "")
    .replace(/>[^<>{}]*</g, "><");
}
