import sharp from "sharp";
import { expect, test } from "vitest";
import type { MadePicture } from "#app/domain/campaign/picture.ts";
import { type PictureProblem, reencodePicture } from "#app/http/reencode-picture.server.ts";
import { bomb, noise, plain } from "./pictures.ts";

const KILOBYTE = 1024;
const KINDS = ["jpeg", "png", "webp", "gif", "avif"] as const;

test.each(KINDS)("a %s becomes WebP of its own size", async (kind) => {
  const made = taken(await reencodePicture(await plain(640, 480)[kind]().toBuffer()));
  expect(made).toMatchObject({ width: 640, height: 480, mediaType: "image/webp", smallBytes: null });
  expect(await sharp(made.bytes).metadata()).toMatchObject({ format: "webp", width: 640, height: 480 });
  expect(await colourAt(made, 10, 240)).toBe("red");
});

test("a large picture is made as wide as pages need, with a version for phones, and weighs little", async () => {
  const made = taken(await reencodePicture(await plain(4000, 3000).jpeg().toBuffer()));
  expect(made).toMatchObject({ width: 1600, height: 1200 });
  const small = await sharp(made.smallBytes ?? Buffer.alloc(0)).metadata();
  expect(small).toMatchObject({ format: "webp", width: 800, height: 600 });
  const worst = taken(await reencodePicture(await noise(3000, 2000).jpeg({ quality: 60 }).toBuffer()));
  expect(worst.bytes.length).toBeLessThanOrEqual(200 * KILOBYTE);
});

test("where and when it was taken, by whom and with what is in the file no more", async () => {
  const exif = {
    IFD0: { Make: "Hidden Make", Artist: "Hidden Artist", Copyright: "Hidden Copyright" },
    IFD3: {
      GPSLatitudeRef: "N",
      GPSLatitude: "52/1 11/1 30/1",
      GPSLongitudeRef: "W",
      GPSLongitude: "2/1 13/1 20/1",
    },
  };
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/">Hidden place</x:xmpmeta>';
  const sent = await plain(900, 600).jpeg().withExif(exif).withXmp(xmp).withIccProfile("p3").toBuffer();
  const before = await sharp(sent).metadata();
  expect(before.exif?.includes("Hidden Artist")).toBe(true);
  expect(gpsEntries(before.exif)).toBeGreaterThan(0);
  expect([before.xmp, before.icc].every((part) => part !== undefined)).toBe(true);
  const made = taken(await reencodePicture(sent));
  for (const bytes of [made.bytes, made.smallBytes ?? Buffer.alloc(0)]) {
    const { exif: left, xmp: words, icc, iptc, orientation } = await sharp(bytes).metadata();
    expect([left, words, icc, iptc, orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/Hidden|EXIF|XMP|ICCP|GPS/);
  }
});

test("a picture that was held sideways stands upright", async () => {
  const sent = await plain(800, 400).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const made = taken(await reencodePicture(sent));
  expect(made).toMatchObject({ width: 400, height: 800 });
  expect([await colourAt(made, 200, 10), await colourAt(made, 200, 790)]).toEqual(["red", "blue"]);
});

test("of something that moves the first frame stays", async () => {
  const frames = Buffer.concat(
    await Promise.all(["#f00", "#00f"].map((background) => solid(background).raw().toBuffer())),
  );
  const sent = await sharp(frames, { raw: { width: 400, height: 600, channels: 3, pageHeight: 300 } })
    .gif({ delay: [50, 50], loop: 0 })
    .toBuffer();
  expect((await sharp(sent, { pages: -1 }).metadata()).pages).toBe(2);
  const made = taken(await reencodePicture(sent));
  expect(made).toMatchObject({ width: 400, height: 300 });
  expect((await sharp(made.bytes).metadata()).pages ?? 1).toBe(1);
  expect(await colourAt(made, 200, 150)).toBe("red");
});

test("what can be seen through stands on white, and other colour spaces become the web's", async () => {
  const clear = { r: 255, g: 0, b: 0, alpha: 0 };
  const sent = await sharp({ create: { width: 400, height: 300, channels: 4, background: clear } })
    .png()
    .toBuffer();
  expect(await colourAt(taken(await reencodePicture(sent)), 5, 5)).toBe("white");
  const print = await plain(400, 300).toColourspace("cmyk").jpeg().toBuffer();
  const made = taken(await reencodePicture(print));
  expect(await sharp(made.bytes).metadata()).toMatchObject({ space: "srgb", channels: 3 });
  const grey = await plain(400, 300).toColourspace("b-w").png().toBuffer();
  expect(taken(await reencodePicture(grey)).width).toBe(400);
});

test("a file that is none of the five kinds is no picture, whatever it is called or hides", async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800"><script>alert(1)</script></svg>';
  const heic = Buffer.concat([
    Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"),
    Buffer.alloc(500),
  ]);
  const files = [
    Buffer.from(svg),
    Buffer.from(`<?xml version="1.0"?>${svg}`),
    Buffer.from("%PDF-1.7\n"),
    Buffer.from("GIF90a"),
    Buffer.from("<html><script>alert(1)</script>"),
    Buffer.from("PK\x03\x04"),
    await plain(400, 300).tiff().toBuffer(),
    heic,
    Buffer.of(0xff),
    Buffer.alloc(0),
  ];
  for (const file of files) expect(await reencodePicture(file)).toBe("not_a_picture");
});

test("the head of a picture before something else makes no picture of it", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800"/>';
  for (const head of [
    "\xff\xd8\xff\xe0",
    "\x89PNG\r\n\x1a\n",
    "GIF89a",
    "RIFF\0\0\0\0WEBP",
    "\0\0\0\x18ftypavif",
  ])
    expect(await reencodePicture(Buffer.from(head + svg, "latin1"))).toBe("damaged");
});

test("what follows a whole picture in its file does not come along", async () => {
  const sent = Buffer.concat([
    await plain(400, 300).jpeg().toBuffer(),
    Buffer.from("<script>alert(1)</script>"),
  ]);
  const made = taken(await reencodePicture(sent));
  expect(Buffer.from(made.bytes).toString("latin1")).not.toContain("script");
});

test.each(KINDS)("a %s that ends too early is damaged, wherever it was cut off", async (kind) => {
  const whole = await noise(400, 300)[kind]().toBuffer();
  for (const part of [0.2, 0.5, 0.9]) {
    const cut = whole.subarray(0, Math.floor(whole.length * part));
    expect([part, await reencodePicture(cut)]).toEqual([part, "damaged"]);
  }
});

test("a small file that would unfold to more than a camera takes is refused before it is unfolded", async () => {
  const before = process.memoryUsage().rss;
  for (const [width, height] of [
    [60_000, 60_000],
    [8_000, 6_251],
    [2_000_000_000, 1],
  ] as const) {
    const sent = await bomb(width, height);
    expect(sent.length).toBeLessThan(KILOBYTE);
    expect(["too_many_pixels", "damaged"]).toContain(await reencodePicture(sent));
  }
  expect(await reencodePicture(await bomb(8_000, 6_251))).toBe("too_many_pixels");
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000 * KILOBYTE);
});

test("a file of more than eight megabytes is too large; icons and stripes are too small", async () => {
  const jpeg = await plain(400, 300).jpeg().toBuffer();
  const limit = 8 * KILOBYTE * KILOBYTE;
  expect(await reencodePicture(Buffer.concat([jpeg, Buffer.alloc(limit - jpeg.length + 1)]))).toBe(
    "too_large",
  );
  expect(typeof (await reencodePicture(Buffer.concat([jpeg, Buffer.alloc(limit - jpeg.length)])))).toBe(
    "object",
  );
  expect(await reencodePicture(await plain(299, 299).png().toBuffer())).toBe("too_small");
  expect(await reencodePicture(await plain(400, 149).png().toBuffer())).toBe("too_small");
  expect(await reencodePicture(await plain(10_000, 300).png().toBuffer())).toBe("too_small");
  expect(taken(await reencodePicture(await plain(300, 150).png().toBuffer())).width).toBe(300);
});

test("a file that fails does not hold up those behind it", async () => {
  const good = await plain(400, 300).png().toBuffer();
  const all = await Promise.all([good, good.subarray(0, 200), good].map((file) => reencodePicture(file)));
  expect(all.map((one) => (typeof one === "string" ? one : "made"))).toEqual(["made", "damaged", "made"]);
});

function taken(made: PictureProblem | MadePicture): MadePicture {
  if (typeof made === "string") throw new Error(`the picture was refused as ${made}`);
  return made;
}

function solid(background: string) {
  return sharp({ create: { width: 400, height: 300, channels: 3, background } });
}

async function colourAt({ bytes }: MadePicture, left: number, top: number): Promise<string> {
  const [red = 0, green = 0, blue = 0] = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer();
  if (red > 200) return green > 200 && blue > 200 ? "white" : "red";
  return blue > 200 ? "blue" : `${red},${green},${blue}`;
}

/** How many facts of a place the head of a file holds: the tag that leads to them, in either order of bytes. */
function gpsEntries(exif: Buffer | undefined): number {
  return [Buffer.of(0x88, 0x25), Buffer.of(0x25, 0x88)].filter((tag) => exif?.includes(tag)).length;
}
