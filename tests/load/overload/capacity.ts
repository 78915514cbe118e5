import type { Home } from "../replay/homes.ts";
import type { Stage } from "../replay/stage.ts";
import { openWire, postRequest } from "../replay/wire.ts";

/** So many sign at once, each after the answer to the one before. */
const AT_ONCE = 16;

/** Signs without a pause for some seconds: how many a second the site takes, and how many it acknowledged. */
export async function measureCapacity(
  { url, path }: Stage,
  homeAt: (at: number) => Home,
  seconds: number,
): Promise<{ perSecond: number; signedCount: number }> {
  const { host } = new URL(url);
  const wire = openWire(url);
  const startedAt = performance.now();
  let number = 0;
  let signedCount = 0;

  async function signOnAndOn(): Promise<void> {
    while (performance.now() - startedAt < seconds * 1_000) {
      number += 1;
      const home = homeAt(0);
      const fields = { name: `Person ${number} First`, email: `first-${number}@example.org`, ...home };
      const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
      const { status } = await wire.send(postRequest(host, `${path}/sign`, fields, address));
      if (status === 303) signedCount += 1;
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, signOnAndOn));
  wire.close();
  return { perSecond: signedCount / ((performance.now() - startedAt) / 1_000), signedCount };
}
