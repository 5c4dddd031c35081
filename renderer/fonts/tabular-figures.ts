/**
 * Be Vietnam Pro has no tabular figures, and a desk is full of dates, times and accession numbers that have to stand
 * in columns. This makes them from the font itself: the ten figures, each centred in the same width. The font's
 * licence (SIL OFL 1.1, no reserved name) allows it.
 */
import type { FontTables } from './sfnt.ts';
import { readWoff, viewOf, writeSfnt } from './sfnt.ts';

/** Width of a figure in thousandths of the font size: as narrow as the widest one, the bold 4, still allows. */
export const figureWidth = 650;

/** Layout tables (kerning, ligatures) have nothing to say about figures of one width. */
const dropped = new Set(['GDEF', 'GPOS', 'GSUB']);

/** From a WOFF file of the font, a TrueType file with its figures only, all of `figureWidth`. */
export async function tabularFigures(woff: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const tables = await readWoff(woff);
  const figures = [...'0123456789'].map((figure) => glyphOf(tables, figure));
  const kept = [...tables].filter(([tag]) => !dropped.has(tag));
  return writeSfnt(
    new Map([...kept, ['hmtx', evenWidths(tables, figures)], ...onlyGlyphs(tables, new Set(figures))]),
  );
}

/** Advance width in font units of a character. */
export function advanceOf(tables: FontTables, character: string): number {
  return viewOf(table(tables, 'hmtx')).getUint16(glyphOf(tables, character) * 4);
}

function evenWidths(tables: FontTables, glyphs: readonly number[]): Uint8Array {
  const metrics = table(tables, 'hmtx').slice();
  const view = viewOf(metrics);
  for (const glyph of glyphs) {
    const wider = figureWidth - view.getUint16(glyph * 4);
    view.setUint16(glyph * 4, figureWidth);
    // An outline stands where its left bearing says, so half of the new room goes there.
    view.setInt16(glyph * 4 + 2, view.getInt16(glyph * 4 + 2) + Math.round(wider / 2));
  }
  return metrics;
}

/** New `glyf` and `loca` in which every other glyph is empty: a few kilobytes instead of twenty-five. */
function onlyGlyphs(
  tables: FontTables,
  wanted: ReadonlySet<number>,
): readonly (readonly [string, Uint8Array])[] {
  const outlines = table(tables, 'glyf');
  const places = viewOf(table(tables, 'loca'));
  const count = places.byteLength / 2 - 1;
  const loca = new Uint8Array(places.byteLength);
  const glyf: number[] = [];
  for (let glyph = 0; glyph < count; glyph += 1) {
    viewOf(loca).setUint16(glyph * 2, glyf.length / 2);
    if (wanted.has(glyph)) {
      glyf.push(...outlines.subarray(places.getUint16(glyph * 2) * 2, places.getUint16(glyph * 2 + 2) * 2));
    }
  }
  viewOf(loca).setUint16(count * 2, glyf.length / 2);
  return [
    ['glyf', Uint8Array.from(glyf)],
    ['loca', loca],
  ];
}

/** Glyph of a character by the font's Unicode `cmap` of format 4. */
function glyphOf(tables: FontTables, character: string): number {
  const map = viewOf(table(tables, 'cmap'));
  const code = character.codePointAt(0) ?? 0;
  const start = map.getUint32(8);
  const segments = map.getUint16(start + 6);
  const ends = start + 14;
  for (let at = 0; at < segments; at += 2) {
    if (map.getUint16(ends + at) < code) continue;
    const starts = ends + segments + 2 + at;
    const range = starts + segments * 2;
    const delta = map.getUint16(starts + segments);
    const offset = map.getUint16(range);
    if (offset === 0) return (code + delta) & 0xffff;
    return map.getUint16(range + offset + (code - map.getUint16(starts)) * 2);
  }
  return 0;
}

function table(tables: FontTables, tag: string): Uint8Array {
  const found = tables.get(tag);
  if (!found) throw new Error(`The font has no ${tag} table.`);
  return found;
}
