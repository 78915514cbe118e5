import { encode } from "uqr";

/** A QR code as rows of dark stretches, on a field of `size` by `size`, its white rim included. */
export interface QrCode {
  size: number;
  bars: { x: number; y: number; width: number }[];
}

/** Four dots of white around it, without which cameras do not find it. Source: ISO/IEC 18004. */
const RIM = 4;

/** An address for a camera; a quarter of it may be dirty or torn. */
export function qrCode(address: string): QrCode {
  const { size, data } = encode(address, { ecc: "Q", border: RIM });
  const bars = data.flatMap((row, y) => stretches(row).map((bar) => ({ ...bar, y })));
  return { size, bars };
}

function stretches(row: readonly boolean[]): { x: number; width: number }[] {
  const bars: { x: number; width: number }[] = [];
  for (const [x, isDark] of row.entries()) {
    if (!isDark) continue;
    const last = bars.at(-1);
    if (last && last.x + last.width === x) last.width += 1;
    else bars.push({ x, width: 1 });
  }
  return bars;
}
