/** `npm run build`: the pages and the program, made anew where their sources have changed. */
import { prepareBuild } from "./prepare/build-app.server.ts";
import { prepareProgram } from "./prepare/build-program.server.ts";

await prepareBuild((line) => process.stdout.write(`${line}\n`));
await prepareProgram();
if (!process.argv.includes("--quiet")) process.stdout.write("The site is built.\n");
