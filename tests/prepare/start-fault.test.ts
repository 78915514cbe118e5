import { expect, test } from "vitest";
import { SettingsError } from "#app/env.server.ts";
import { startFault } from "#app/prepare/start-fault.ts";
import { StartRefused } from "#app/prepare/start-refused.ts";

test("what can be put right is said without a stack", () => {
  expect(startFault(new SettingsError(["PORT must be a port number.", "DEMO must be 1 or 0."]))).toBe(
    "PORT must be a port number.\nDEMO must be 1 or 0.",
  );
  expect(startFault(new StartRefused("Stop the other one."))).toBe("Stop the other one.");
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  expect(startFault(new Error("query", { cause: refused }))).toContain("Check DATABASE_URL");
});

test("a failed query is told without its parameters", () => {
  const fault = Object.assign(new Error("Failed query: insert … params: ada@example.org"), {
    name: "DrizzleQueryError",
  });
  expect(startFault(fault)).not.toContain("ada@example.org");
  expect(startFault(fault)).toContain("start-fault.test.ts");
});
