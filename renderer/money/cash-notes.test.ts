import { expect, it } from 'vitest';
import { likelySums, sumOfNotes } from './cash-notes.ts';

it('offers the round sums readers hand over', () => {
  expect(likelySums(35_000)).toEqual([40_000, 50_000, 100_000, 200_000]);
  expect(likelySums(150_000)).toEqual([160_000, 200_000, 500_000]);
  expect(likelySums(500_000)).toEqual([600_000]);
  expect(likelySums(0)).toEqual([]);
  expect(likelySums(Number.NaN)).toEqual([]);
});

it('adds notes up and leaves out what is no count', () => {
  expect(sumOfNotes({ 500_000: '2', 20_000: '3', 1_000: '7' })).toBe(1_067_000);
  expect(sumOfNotes({ 500_000: '', 20_000: 'x', 1_000: '-1', 2_000: '1.5' })).toBe(0);
});
