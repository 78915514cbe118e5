import type { Reporter, TestModule, TestRunEndReason } from "vitest/node";

/** Closes the run with one plain line that any program can read: `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      passed += tests.filter((test) => test.result().state === "passed").length;
      failed += tests.filter((test) => test.result().state === "failed").length;
      if (module.state() === "failed" && tests.every((test) => test.result().state !== "failed")) failed += 1;
    }
    if (reason === "interrupted") failed += 1;
    process.once("exit", () => process.stdout.write(`\n${passed} passed, ${failed} failed\n`));
  }
}
