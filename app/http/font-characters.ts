/**
 * The characters that a TrueType font has outlines for, out of its table `cmap`; read are formats 4 and 12, which every
 * font of today has one of. Source: https://learn.microsoft.com/en-us/typography/opentype/spec/cmap
 */
export function readCharacters(font: Buffer): ReadonlySet<number> {
  const characters = new Set<number>();
  const cmap = findTable(font, "cmap");
  const tableCount = cmap.readUInt16BE(2);
  for (let index = 0; index < tableCount; index += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) addSegments(characters, table);
    if (format === 12) addGroups(characters, table);
  }
  return characters;
}

function findTable(font: Buffer, tag: string): Buffer {
  const tableCount = font.readUInt16BE(4);
  for (let index = 0; index < tableCount; index += 1) {
    const at = 12 + 16 * index;
    if (font.toString("latin1", at, at + 4) === tag)
      return font.subarray(font.readUInt32BE(at + 8), font.readUInt32BE(at + 8) + font.readUInt32BE(at + 12));
  }
  throw new Error(`the font has no table ${tag}`);
}

/** Segments of subsets hold nothing but what is there; the last one is only the end mark. */
function addSegments(characters: Set<number>, table: Buffer): void {
  const doubled = table.readUInt16BE(6);
  for (let at = 0; at < doubled; at += 2) {
    const last = table.readUInt16BE(14 + at);
    const first = table.readUInt16BE(16 + doubled + at);
    if (first !== 0xffff) for (let code = first; code <= last; code += 1) characters.add(code);
  }
}

function addGroups(characters: Set<number>, table: Buffer): void {
  const groupCount = table.readUInt32BE(12);
  for (let index = 0; index < groupCount; index += 1) {
    const at = 16 + 12 * index;
    const last = table.readUInt32BE(at + 4);
    for (let code = table.readUInt32BE(at); code <= last; code += 1) characters.add(code);
  }
}
