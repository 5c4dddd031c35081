import { describe, expect, it } from 'vitest';
import type { Fact, FactBodies, FactKind } from '../facts/fact.ts';
import { checkedOut, returned } from '../testing/facts.ts';
import { lapse } from './change-hold.ts';
import { evolveHold } from './evolve-hold.ts';
import type { Hold } from './hold.ts';
import { compareHolds, fits, isFillable } from './queue.ts';

function fact<K extends FactKind>(kind: K, minute: number, body: FactBodies[K]): Fact {
  // Kind and body belong together by the signature; the compiler does not carry that through the spread.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...returned({ id: `${kind}-${minute}`, minute }, null), kind, body } as Fact;
}

const placed = fact('hold.placed', 0, {
  level: 'title',
  biblio: 'b',
  item: null,
  patron: 'q',
  card: 'THE-2',
  library: 'A',
  pickup: 'A',
  startsOn: null,
  expiresOn: null,
  recall: false,
  note: '',
});
const trapped = (item = 'i', minute = 10): Fact =>
  fact('hold.trapped', minute, {
    hold: 'h',
    item,
    barcode: item,
    patron: 'q',
    library: 'A',
    shelfUntil: '2026-12-01',
  });
const sent = fact('transit.sent', 5, { item: 'i', barcode: 'i', from: 'A', to: 'B', why: 'hold', hold: 'h' });
const released = (item = 'i'): Fact => fact('hold.released', 20, { hold: 'h', item });
const ended = fact('hold.ended', 30, { hold: 'h', item: null, why: 'expired', note: '' });
const amended = (changes: FactBodies['hold.amended']['changes']): Fact =>
  fact('hold.amended', 15, { hold: 'h', changes });
const evolve = (...facts: readonly Fact[]): Hold => {
  const hold = facts.reduce<Hold | null>(evolveHold, null);
  if (!hold) throw new Error('There is no hold.');
  return hold;
};

describe('evolveHold', () => {
  it('starts in the queue at the time it was placed', () => {
    expect(evolve(placed)).toMatchObject({
      id: 'hold.placed-0',
      rank: Date.parse('2026-11-22T08:00:00.000+07:00'),
      suspendedUntil: null,
      state: { status: 'pending' },
    });
    expect(evolve(placed, { ...placed, at: '2026-11-23T08:00:00.000+07:00' })).toStrictEqual(evolve(placed));
    expect(evolveHold(null, trapped())).toBeNull();
  });

  it('travels, waits, and is filled by whatever copy its reader takes', () => {
    expect(evolve(placed, sent).state).toMatchObject({ status: 'in-transit', item: 'i' });
    expect(evolve(placed, sent, trapped()).state).toMatchObject({
      status: 'waiting',
      shelfUntil: '2026-12-01',
    });
    const lent = checkedOut({ id: 'loan', minute: 40 });
    expect(evolve(placed, trapped(), lent).state).toStrictEqual({ status: 'filled', loan: 'loan' });
  });

  it('is back in the queue when its copy goes elsewhere, but not for another copy', () => {
    expect(evolve(placed, trapped(), released()).state.status).toBe('pending');
    expect(evolve(placed, trapped(), released('other')).state.status).toBe('waiting');
  });

  it('what has ended stays ended, unless its reader has a copy all the same', () => {
    expect(evolve(placed, ended, trapped(), released()).state).toMatchObject({
      status: 'ended',
      why: 'expired',
    });
    const lent = checkedOut({ id: 'loan', minute: 40 });
    expect(evolve(placed, ended, lent).state.status).toBe('filled');
    expect(evolve(placed, lent, ended).state.status).toBe('filled');
  });

  it('is amended key by key; the last day on the shelf only on the shelf', () => {
    expect(evolve(placed, amended({ pickup: 'B', rank: 1 }))).toMatchObject({ pickup: 'B', rank: 1 });
    expect(
      evolve(placed, amended({ suspendedUntil: 'indefinite' }), amended({ suspendedUntil: null })),
    ).toMatchObject({
      suspendedUntil: null,
    });
    expect(evolve(placed, trapped(), amended({ shelfUntil: '2026-12-24' })).state).toMatchObject({
      shelfUntil: '2026-12-24',
    });
    expect(evolve(placed, amended({ shelfUntil: '2026-12-24' })).state).toStrictEqual({ status: 'pending' });
  });
});

describe('the queue', () => {
  const hold = (changes: Partial<Hold> = {}): Hold => ({ ...evolve(placed), ...changes });

  it('is by rank, then by id, the same at every desk', () => {
    const holds = [hold({ id: 'c', rank: 1 }), hold({ id: 'a', rank: 2 }), hold({ id: 'b', rank: 1 })];
    expect(holds.toSorted(compareHolds).map(({ id }) => id)).toStrictEqual(['b', 'c', 'a']);
    expect(
      holds
        .toReversed()
        .sort(compareHolds)
        .map(({ id }) => id),
    ).toStrictEqual(['b', 'c', 'a']);
  });

  it.each<[string, Partial<Hold>, number, boolean]>([
    ['plain', {}, 0, true],
    ['suspended without end', { suspendedUntil: 'indefinite' }, 0, false],
    ['suspended until tomorrow', { suspendedUntil: '2026-11-26' }, 0, false],
    ['suspended until today', { suspendedUntil: '2026-11-25' }, 0, true],
    ['starts today', { startsOn: '2026-11-25' }, 0, true],
    ['starts in four days', { startsOn: '2026-11-29' }, 3, false],
    ['starts in four days, looked for from four days before', { startsOn: '2026-11-29' }, 4, true],
    ['last day today', { expiresOn: '2026-11-25' }, 0, true],
    ['last day yesterday', { expiresOn: '2026-11-24' }, 0, false],
    ['filled', { state: { status: 'filled', loan: 'l' } }, 0, false],
    ['on its way', { state: { status: 'in-transit', item: 'i', barcode: 'i' } }, 0, false],
  ])('%s', (_what, changes, lookAhead, fillable) => {
    expect(isFillable(hold(changes), '2026-11-25', lookAhead)).toBe(fillable);
  });

  it('a title takes any of its copies, a copy only itself', () => {
    expect(fits({ level: 'title', item: null, biblio: 'b' }, { id: 'i', biblio: 'b' })).toBe(true);
    expect(fits({ level: 'title', item: null, biblio: 'b' }, { id: 'i', biblio: 'c' })).toBe(false);
    expect(fits({ level: 'copy', item: 'i', biblio: 'b' }, { id: 'i', biblio: 'b' })).toBe(true);
    expect(fits({ level: 'copy', item: 'j', biblio: 'b' }, { id: 'i', biblio: 'b' })).toBe(false);
  });

  it('runs out on the shelf or in the queue the day after its last', () => {
    expect(lapse(evolve(placed, trapped()), '2026-12-01')).toBeNull();
    expect(lapse(evolve(placed, trapped()), '2026-12-02')).toBe('not-collected');
    expect(lapse(hold({ expiresOn: '2026-11-25' }), '2026-11-25')).toBeNull();
    expect(lapse(hold({ expiresOn: '2026-11-25' }), '2026-11-26')).toBe('expired');
    expect(lapse(hold(), '2099-01-01')).toBeNull();
    expect(lapse(evolve(placed, ended), '2099-01-01')).toBeNull();
    expect(lapse(evolve(placed, sent), '2099-01-01')).toBeNull();
  });
});
