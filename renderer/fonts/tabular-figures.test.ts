import bold from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-700-normal.woff?inline';
import regular from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff?inline';
import { describe, expect, it } from 'vitest';
import { readWoff, viewOf } from './sfnt.ts';
import { advanceOf, figureWidth, tabularFigures } from './tabular-figures.ts';

/** The bytes of an inlined file. */
async function bytesOf(address: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}

/** The tables of a TrueType file, as a browser finds them. */
function tablesOf(font: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = viewOf(font);
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => {
      const entry = 12 + index * 16;
      const tag = String.fromCharCode(...font.subarray(entry, entry + 4));
      const start = view.getUint32(entry + 8);
      return [tag, font.subarray(start, start + view.getUint32(entry + 12))] as const;
    }),
  );
}

describe('tabularFigures', () => {
  it('is needed: the font’s own figures differ in width', async () => {
    const tables = await readWoff(await bytesOf(regular));
    expect(new Set([...'0123456789'].map((figure) => advanceOf(tables, figure))).size).toBeGreaterThan(1);
  });

  it.each([
    ['regular', regular],
    ['bold', bold],
  ])('gives the %s ten figures of one width, in a few kilobytes', async (_, file) => {
    const font = await tabularFigures(await bytesOf(file));
    const tables = tablesOf(font);
    for (const figure of '0123456789') expect(advanceOf(tables, figure)).toBe(figureWidth);
    expect(tables.has('GPOS')).toBe(false);
    expect(font.length).toBeLessThan(8_000);
  });
});
