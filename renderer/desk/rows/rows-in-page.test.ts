import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import { notice } from '../../../domain/circulation/decision.ts';
import { reason } from '../../../domain/outcome.ts';
import { textScales } from '../../ui/settings.ts';
import { depthOf, rowsInPage } from './rows-in-page.ts';
import { testRow } from './test-row.ts';

const question = { confirm: [], lacking: [], wants: [], fastAdd: true };

const day = Array.from({ length: 200 }, (_, number) => testRow({ id: `row-${number}` }));

describe('rowsInPage', () => {
  it('has the newest in the page and keeps the place of the rest', () => {
    const inPage = rowsInPage(day, 50, [null, null]);
    expect(inPage.slice(0, 50)).toStrictEqual(day.slice(0, 50));
    expect(inPage.slice(50)).toStrictEqual([
      { id: 'unseen-50', unseen: 150, rem: expect.closeTo(150 * 2.9) },
    ]);
  });

  it('keeps a row that has the keys, however old it is', () => {
    expect(rowsInPage(day, 50, ['row-120', 'row-199', 'row-3']).slice(50)).toStrictEqual([
      { id: 'unseen-50', unseen: 70, rem: expect.closeTo(70 * 2.9) },
      day[120],
      { id: 'unseen-121', unseen: 78, rem: expect.closeTo(78 * 2.9) },
      day[199],
    ]);
  });

  it('keeps more place for rows that say why, and most for those that ask', () => {
    const placeOf = (changes: Partial<DeskRow>): number => {
      const [place] = rowsInPage([testRow(changes)], 0, []);
      return place && 'rem' in place ? place.rem : 0;
    };
    const findings = [notice(reason('LT-1107'))];
    const heights = [{}, { findings }, { findings, state: 'question', question } as const].map(placeOf);
    expect(heights).toStrictEqual(heights.toSorted((a, b) => a - b));
    expect(new Set(heights).size).toBe(3);
  });

  it('loses no row and no place', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(220), fc.array(fc.nat(200)), (length, depth, kept) => {
        const places = rowsInPage(
          day.slice(0, length),
          depth,
          kept.map((number) => `row-${number}`),
        ).flatMap((entry) =>
          'unseen' in entry ? Array.from({ length: entry.unseen }, () => '') : [entry.id],
        );
        expect(places).toStrictEqual(
          day.slice(0, length).map(({ id }, index) => (index < depth || kept.includes(index) ? id : '')),
        );
      }),
    );
  });
});

describe('depthOf', () => {
  it('is deeper than what the list shows, at every text size', () => {
    for (const [size, percent] of textScales.entries()) {
      expect(depthOf(300, 300, size)).toBe(50);
      expect(depthOf(8_000, 300, size)).toBeGreaterThanOrEqual(8_000 / (2.9 * 0.15 * percent));
    }
    // 200 rows of the least height, scrolled to the end.
    expect(depthOf(200 * 2.9 * 15, 300, 1)).toBeGreaterThanOrEqual(200);
  });
});
