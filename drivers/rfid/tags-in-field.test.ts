import { describe, expect, it } from 'vitest';
import type { TagSeen } from '../../contract/devices/drivers.ts';
import type { SeenTag } from './air.ts';
import { createTagsInField } from './tags-in-field.ts';

const seen = (address: string): SeenTag => ({ address, dsfid: null, pc: null, rssi: null, antenna: null });
const read = (address: string, change: Partial<TagSeen> = {}): TagSeen => ({
  address,
  technology: 'hf',
  kind: 'item',
  code: `VV.${address}`,
  owner: null,
  part: null,
  security: 'on',
  ...change,
});
const addresses = (tags: readonly SeenTag[]): readonly string[] => tags.map(({ address }) => address);

describe('tags over the rounds of one reader', () => {
  it('come once, each address once a round', () => {
    const field = createTagsInField();
    expect(addresses(field.round([seen('A'), seen('A'), seen('B')]).came)).toEqual(['A', 'B']);
    expect(field.read('A', read('A'))).toBe(true);
    expect(field.read('A', read('A'))).toBe(false);
    // Not read yet: it is tried again.
    expect(addresses(field.round([seen('A'), seen('B')]).came)).toEqual(['B']);
    expect(field.withCode('VV.A')).toEqual(['A']);
  });

  it('leave after four rounds in a row without them, and not before', () => {
    const field = createTagsInField();
    field.round([seen('A')]);
    field.read('A', read('A'));
    for (let round = 0; round < 3; round += 1) expect(field.round([]).left).toEqual([]);
    field.round([seen('A')]);
    for (let round = 0; round < 3; round += 1) expect(field.round([]).left).toEqual([]);
    expect(field.round([]).left).toEqual(['A']);
    expect(field.knows('A')).toBe(false);
    expect(addresses(field.round([seen('A')]).came)).toEqual(['A']);
  });

  it('that never were told leave unsaid', () => {
    const field = createTagsInField();
    field.round([seen('A')]);
    for (let round = 0; round < 3; round += 1) field.round([]);
    expect(field.round([]).left).toEqual([]);
    field.round([seen('B')]);
    expect(field.clear()).toEqual([]);
  });

  it('are told as unreadable at the third time', () => {
    const field = createTagsInField();
    const told: boolean[] = [];
    for (let round = 0; round < 4; round += 1)
      for (const { address } of field.round([seen('A')]).came)
        told.push(field.read(address, read(address, { kind: 'unreadable', code: null })));
    expect(told).toEqual([false, false, true]);
  });

  it('with a new address are the same, and leave under the one that was told', () => {
    const field = createTagsInField();
    field.round([seen('A')]);
    field.read('A', read('A'));
    field.secured('A', 'B');
    expect(field.withCode('VV.A')).toEqual(['B']);
    expect(field.round([seen('B')]).came).toEqual([]);
    expect(field.clear()).toEqual(['A']);
    field.secured('Z', 'Y');
    expect(field.knows('Y')).toBe(false);
  });

  it('of UHF that changed their address unheard are the same; others with that code are not', () => {
    const field = createTagsInField();
    const uhf = (address: string, number = 1) =>
      read(address, { technology: 'uhf', code: 'VV.1', part: { number, total: 2 } });
    field.round([seen('A'), seen('B')]);
    expect([field.read('A', uhf('A')), field.read('B', uhf('B', 2))]).toEqual([true, true]);
    // Both parts are there still when a third tag comes.
    field.round([seen('A'), seen('B'), seen('C')]);
    expect(field.read('C', uhf('C'))).toBe(true);
    field.round([seen('A'), seen('C'), seen('D')]);
    expect(field.read('D', uhf('D', 2))).toBe(false);
    expect(field.withCode('VV.1')).toEqual(['A', 'C', 'D']);
    expect(field.clear()).toEqual(['A', 'C', 'B']);
  });

  it('of one set share a code; a card is no copy', () => {
    const field = createTagsInField();
    field.round([seen('A'), seen('B'), seen('C')]);
    field.read('A', read('A', { code: 'VV.1', part: { number: 1, total: 2 } }));
    field.read('B', read('B', { code: 'VV.1', part: { number: 2, total: 2 } }));
    field.read('C', read('C', { code: 'VV.1', kind: 'patron-card' }));
    expect(field.withCode('VV.1')).toEqual(['A', 'B']);
  });
});
