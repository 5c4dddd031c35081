import { describe, expect, it } from 'vitest';
import { callNumber } from '../shelves/call-mark.ts';
import { diceFor } from '../random.ts';
import { titleFamilies } from './families.ts';
import type { TitleDraft } from './family.ts';
import { planTitles, titleCapacity } from './plan.ts';

/** A Dewey number: three figures, a point, more figures that do not end in zero. */
const dewey = /^\d{3}(?:\.\d*[1-9])?$/;

function titlesOf(count: number, seed = 2026): readonly string[] {
  const plan = planTitles(seed, count, count);
  return Array.from({ length: count }, (_, index) => plan.at(index).draft.title);
}

describe('planTitles', () => {
  it('gives two thousand different titles', () => {
    expect(new Set(titlesOf(2000)).size).toBe(2000);
  });

  it('gives a hundred thousand different titles', () => {
    expect(new Set(titlesOf(100_000)).size).toBe(100_000);
  });

  it('does not show one title under two forms in a small catalogue', () => {
    const plan = planTitles(2026, 2000, 2000);
    const novels = Array.from({ length: 2000 }, (_, index) => plan.at(index))
      .filter(({ family }) => family.name === 'fiction')
      .map(({ draft }) => draft.title.split(':')[0]);
    expect(new Set(novels).size).toBe(novels.length);
  });

  it.each([
    [2000, 5000],
    [2000, 2000],
    [1, 1],
    [7, 40],
    [30_000, 75_001],
  ])('%i titles have exactly %i copies, each at least one', (titles, copies) => {
    const plan = planTitles(5, titles, copies);
    const counts = Array.from({ length: titles }, (_, index) => plan.at(index).copies);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(copies);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
  });

  it('gives popular titles more copies', () => {
    const plan = planTitles(2026, 2000, 5000);
    const planned = Array.from({ length: 2000 }, (_, index) => plan.at(index));
    const average = (name: string): number => {
      const counts = planned.filter(({ family }) => family.name === name).map(({ copies }) => copies);
      return counts.reduce((sum, count) => sum + count, 0) / counts.length;
    };
    expect(average('textbooks')).toBeGreaterThan(4);
    expect(average('children-classics')).toBeGreaterThan(average('fiction'));
    expect(average('field-theses')).toBe(1);
  });

  it('holds every well-known book before it invents', () => {
    const titles = new Set(titlesOf(2000));
    for (const known of ['Dế Mèn phiêu lưu ký', 'Truyện Kiều', 'Đất rừng phương Nam', 'Không gia đình'])
      expect(titles).toContain(known);
  });

  it('refuses more titles than there are, and fewer copies than titles', () => {
    expect(titleCapacity).toBeGreaterThan(10_000_000);
    expect(() => planTitles(1, titleCapacity + 1, titleCapacity + 1)).toThrow(RangeError);
    expect(() => planTitles(1, 10, 9)).toThrow(RangeError);
  });
});

/** What is wrong with a title, in a word; null when nothing is. */
function problemOf({ title, author, publisher, ddc, year }: TitleDraft): string | null {
  if (!dewey.test(ddc)) return `class number ${ddc}`;
  if (year < 1980 || year > 2025) return `year ${year}`;
  if (!/^[\p{Lu}\d]/u.test(title)) return 'small letter';
  for (const text of [title, author, publisher]) {
    if (text !== text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ')) return `spelling of «${text}»`;
    // A template gone wrong, or the Icelandic letter that looks like the Vietnamese one.
    if (/undefined|NaN|[{}|\u00d0\u00f0]/u.test(text) || text.length < 2) return `text «${text}»`;
  }
  return null;
}

describe('titleFamilies', () => {
  it.each(titleFamilies.map((family) => [family.name, family] as const))(
    '%s composes whole, well-formed and different titles',
    (_name, family) => {
      const capacity = family.base * family.layers;
      const step = Math.max(1, Math.floor(capacity / 6000));
      const drafts = Array.from({ length: Math.ceil(capacity / step) }, (_, index) => {
        const place = index * step;
        return family.compose(place % family.base, Math.floor(place / family.base), diceFor(place));
      });
      expect(
        drafts.flatMap((draft) => (problemOf(draft) === null ? [] : [[draft.title, problemOf(draft)]])),
      ).toEqual([]);
      expect(new Set(drafts.map(({ title }) => title)).size).toBe(drafts.length);
    },
  );

  it('begins with words that have a vowel, but for acronyms and programming languages', () => {
    const without = titlesOf(20_000).filter((title) => callNumber('1', title).includes('000'));
    expect(without.filter((title) => !/^(?:\p{Lu}{2,}|X30|C\+\+|C#) /u.test(title))).toEqual([]);
  });
});
