import { describe, expect, it } from 'vitest';
import type { Sighting } from './sighting.ts';
import { sight } from './sighting.ts';

/** Plays pictures 100 ms apart; gives the codes that became scans. */
function scans(pictures: readonly (string | null)[], weak = false): readonly string[] {
  let seen: readonly Sighting[] = [];
  const told: string[] = [];
  for (const [index, text] of pictures.entries()) {
    const answer = sight(seen, text === null ? null : { text, weak }, index * 100);
    seen = answer.seen;
    if (answer.tell && text !== null) told.push(text);
  }
  return told;
}

const none = (count: number): readonly null[] => Array.from({ length: count }, () => null);
const shows = (text: string, count: number): readonly string[] => Array.from({ length: count }, () => text);

describe('a code before the camera', () => {
  it('is a scan once, however long it stays', () => {
    expect(scans(shows('VV.1', 200))).toEqual(['VV.1']);
  });

  it('has to be read twice the same: a misread of one picture is nothing', () => {
    expect(scans(['VV.1', null, 'VV.7', 'VV.1', null])).toEqual(['VV.1']);
  });

  it('is not new when the hand shook or another code passed', () => {
    expect(scans([...shows('A', 3), ...none(20), ...shows('B', 3), ...shows('A', 3)])).toEqual(['A', 'B']);
  });

  it('is a new scan when it was away for seconds', () => {
    expect(scans([...shows('A', 3), ...none(40), ...shows('A', 3)])).toEqual(['A', 'A']);
  });

  it('of a kind that is seen where there is none has to stay longer', () => {
    expect(scans(shows('12345670', 4), true)).toEqual([]);
    expect(scans(shows('12345670', 9), true)).toEqual(['12345670']);
  });
});
