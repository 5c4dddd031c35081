import { describe, expect, it } from 'vitest';
import { demoRows } from './demo.ts';
import { demoDefaults } from './options.ts';
import { demoSamples } from './samples.ts';

const options = { ...demoDefaults, today: '2026-11-22' } as const;
const samples = demoSamples(options);
const codesOf = (trait: string): readonly string[] =>
  samples.filter((sample) => sample.trait === trait).map(({ code }) => code);

const owners = new Map<string, Set<string>>();
const cards = new Set<string>();
for (const { entity, row } of demoRows(options)) {
  if (entity === 'item') owners.set(row.barcode, (owners.get(row.barcode) ?? new Set()).add(row.library));
  if (entity === 'patron') cards.add(row.card);
}

describe('demoSamples', () => {
  it('has one card of each sort', () => {
    for (const trait of [
      'ordinary',
      'child',
      'at-limit',
      'overdue',
      'ends-soon',
      'expired',
      'blocked',
      'card-lost',
    ]) {
      expect(codesOf(trait), trait).toHaveLength(1);
      expect(cards).toContain(codesOf(trait)[0]);
    }
  });

  it('has a pile of copies of different titles that can be lent', () => {
    expect(codesOf('available')).toHaveLength(8);
    const titles = samples.filter(({ trait }) => trait === 'available').map(({ label }) => label);
    expect(new Set(titles).size).toBe(8);
  });

  it('has one copy of each sort', () => {
    for (const trait of ['on-loan', 'overdue-copy', 'not-for-loan', 'reading-room'])
      expect(codesOf(trait), trait).toHaveLength(1);
  });

  it('has a copy of one other library, a number of two, and a code of none', () => {
    const librariesOf = (trait: string): number => owners.get(codesOf(trait)[0] ?? '')?.size ?? 0;
    expect(librariesOf('other-library')).toBe(1);
    expect(librariesOf('same-number')).toBe(2);
    expect(librariesOf('unknown')).toBe(0);
    expect(codesOf('unknown')).toHaveLength(1);
  });

  it('says what each code is, and shows no code twice', () => {
    expect(new Set(samples.map(({ code }) => code)).size).toBe(samples.length);
    expect(samples.filter(({ label }) => label === '')).toEqual([]);
    expect(samples.filter(({ detail }) => detail === '').map(({ kind }) => kind)).toEqual(['other']);
  });

  it('is the same each time, and leaves out what a tiny province lacks', () => {
    expect(demoSamples(options)).toEqual(samples);
    expect(demoSamples({ ...options, titles: 1, patrons: 0 }).map(({ trait }) => trait)).toContain('unknown');
  });
});
