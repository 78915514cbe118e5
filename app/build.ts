/** `npm run build`: the pages, as `npm start` makes them where they are missing. */
import { prepareBuild } from "./prepare/build-app.server.ts";

await prepareBuild((line) => process.stdout.write(`${line}\n`));
process.stdout.write("The pages are built.\n");
