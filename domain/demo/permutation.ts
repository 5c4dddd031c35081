import { hash32 } from './random.ts';

const rounds = 4;

/**
 * Place `index` of a shuffled row of `size` numbers, without ever holding the row: a Feistel network over the
 * next power of four, walked until it lands inside. Different keys give different shuffles; every number from
 * 0 to `size` − 1 comes out exactly once, which is why titles are distinct without remembering them.
 */
export function permute(index: number, size: number, key: number): number {
  if (size < 2) return index;
  const half = Math.ceil(Math.log2(size) / 2);
  const mask = 2 ** half - 1;
  let place = index;
  do {
    let left = Math.floor(place / 2 ** half);
    let right = place % 2 ** half;
    for (let round = 0; round < rounds; round += 1) {
      const next = (left ^ hash32(key, round, right)) & mask;
      left = right;
      right = next;
    }
    place = left * 2 ** half + right;
  } while (place >= size);
  return place;
}
