import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { brokenPromises } from './broken-promises.ts';
import { wireShape } from './shape.ts';

/** What earlier versions write and read. Written anew only with `UPDATE_WIRE=1`, after a look at what it adds. */
const shapeFile = join(import.meta.dirname, 'wire.json');
/** Paths that were used once and never may be again, each with what took its place. */
const retiredFile = join(import.meta.dirname, 'retired.json');

const read = (path: string): Record<string, string> =>
  z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')));

describe('the wire', () => {
  const now = wireShape();
  const retired = Object.keys(read(retiredFile));

  it('takes nothing back: keys are only ever added, with a default', () => {
    expect(brokenPromises(read(shapeFile), now, retired)).toEqual([]);
  });

  it('is what is written down: whoever adds to it says so', () => {
    if (process.env['UPDATE_WIRE'] === '1') writeFileSync(shapeFile, `${JSON.stringify(now, null, 1)}\n`);
    expect(now).toEqual(read(shapeFile));
  });

  it.each([
    ['a key is gone', { 'row/loan/due': undefined }, 'row/loan/due is gone'],
    ['a word is gone', { 'row/item/lending=restricted': undefined }, 'row/item/lending=restricted is gone'],
    [
      'a new key has no default',
      { 'row/loan/colour': 'string' },
      'row/loan/colour is new and has no default',
    ],
    [
      'a key takes less',
      { 'row/loan/returnedAt': 'string' },
      'row/loan/returnedAt was null|string and is string',
    ],
    ['a key must be there', { 'row/item/parts': 'string' }, 'row/item/parts was string? and is string'],
  ])('finds it when %s', (_what, change, words) => {
    const changed = Object.entries({ ...now, ...change }).filter(([, type]) => type !== undefined);
    // Only keys with a type are left.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const shape = Object.fromEntries(changed) as Record<string, string>;
    expect(brokenPromises(now, shape, [])).toEqual([expect.stringContaining(words)]);
  });

  it('lets a version add keys that may be absent, words, and whole kinds of rows', () => {
    const more = {
      'row/loan/colour': 'string?',
      'row/item/lending=rare': 'string',
      'row/shelf/id': 'string',
    };
    expect(brokenPromises(now, { ...now, ...more }, [])).toEqual([]);
    expect(brokenPromises({ ...now, ...more }, now, Object.keys(more))).toEqual([]);
    expect(brokenPromises(now, now, ['row/loan/due'])).toEqual([
      'row/loan/due was retired and is used again',
    ]);
  });
});
