import { readSettings, type Settings, SettingsError } from "#app/env.server.ts";
import { describeFault } from "#app/http/log.server.ts";

/** What a command works with: settings, what was typed after its name, and where to say something. */
export interface Command {
  settings: Settings;
  args: readonly string[];
  say(line: string): void;
}

/** Done, not as it should be, or asked for what cannot be: what the shell is told. */
export type ExitCode = 0 | 1 | 2;

/** Runs a command and ends the process by its code; a fault is described without what it was about. */
export async function runCommand(command: (given: Command) => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await command({
      settings: readSettings(),
      args: process.argv.slice(2),
      say: (line) => process.stdout.write(`${line}\n`),
    });
  } catch (fault) {
    const words =
      fault instanceof SettingsError
        ? fault.message
        : `This did not work.\n${JSON.stringify(describeFault(fault), null, 2)}`;
    process.stderr.write(`${words}\n`);
    process.exitCode = 1;
  }
}
