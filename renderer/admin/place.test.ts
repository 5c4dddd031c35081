import { describe, expect, it } from 'vitest';
import { hashOf, placeOf, places } from './place.ts';

describe('the place an address names', () => {
  it.each(places)('%s comes back as it was written', (place) => {
    expect(placeOf(hashOf(place))).toBe(place);
  });

  it.each(['', '#', '#/', '#/desk', '#/nowhere', '#policy', '/policy', '#/policyx'])(
    '%s is the desk',
    (hash) => {
      expect(placeOf(hash)).toBe('desk');
    },
  );

  it('may be followed by more', () => {
    expect(placeOf('#/policy/rules')).toBe('policy');
  });
});
