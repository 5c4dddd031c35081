import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoUuid } from './uuid.ts';
import type { DemoIdKind } from './uuid.ts';

const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const kinds: readonly DemoIdKind[] = [
  'library',
  'policy',
  'calendar',
  'biblio',
  'item',
  'patron',
  'fact',
  'station',
];

describe('demoUuid', () => {
  it('has the form of a version 7 UUID in lower case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.nat(30_000_000), fc.nat(), (kind, index, seed) => {
        expect(demoUuid(kind, index, seed)).toMatch(version7);
      }),
    );
  });

  it('never gives two things the same identifier', () => {
    const seen = new Set<string>();
    for (const kind of kinds)
      for (let index = 0; index < 5000; index += 1) seen.add(demoUuid(kind, index, 1));
    expect(seen.size).toBe(kinds.length * 5000);
  });

  it('carries the moment it is given', () => {
    const moment = Date.UTC(2026, 10, 21, 3, 4, 5, 678);
    expect(parseInt(demoUuid('fact', 9, 1, moment).replace('-', '').slice(0, 12), 16)).toBe(moment);
  });

  it('changes with the seed and with nothing else', () => {
    expect(demoUuid('item', 5, 1)).toBe(demoUuid('item', 5, 1));
    expect(demoUuid('item', 5, 1)).not.toBe(demoUuid('item', 5, 2));
  });
});
