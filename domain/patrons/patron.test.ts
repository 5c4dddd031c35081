import { describe, expect, it } from 'vitest';
import type { Fact, FactBodies, FactKind } from '../facts/fact.ts';
import { returned } from '../testing/facts.ts';
import { plainPatron } from '../world/plain-rows.ts';
import { evolveMessage, evolvePatron } from './evolve-patron.ts';
import type { Consent, Patron } from './patron.ts';
import { hasConsent } from './patron.ts';

function fact<K extends FactKind>(kind: K, minute: number, body: FactBodies[K]): Fact {
  // Kind and body belong together by the signature; the compiler does not carry that through the spread.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...returned({ id: `${kind}-${minute}`, minute }, null), kind, body } as Fact;
}

const line = (at: string, granted: boolean, changes: Partial<Consent> = {}): Consent => ({
  purpose: 'photo',
  granted,
  text: 'v1',
  at,
  by: 'nv-1',
  agreed: 'patron',
  ...changes,
});
const patron = plainPatron({ id: 'p' }, 'A');
const amended = (minute: number, changes: Partial<Omit<Patron, 'id'>>): Fact =>
  fact('patron.amended', minute, { patron: 'p', changes, note: '' });

describe('evolvePatron', () => {
  it('registered once; for each key the latest amendment stands', () => {
    const registered = fact('patron.registered', 0, { patron });
    const after = [
      registered,
      amended(1, { name: 'Bạn đọc Một', category: 'thieu-nhi' }),
      amended(2, { name: 'Bạn đọc Hai' }),
      registered,
    ].reduce<Patron | null>(evolvePatron, null);
    expect(after).toStrictEqual({ ...patron, name: 'Bạn đọc Hai', category: 'thieu-nhi' });
    expect(evolvePatron(null, amended(1, { name: 'x' }))).toBeNull();
  });

  it('a block is lifted by nothing but an amendment', () => {
    const block = { until: 'endless', reason: 'thử', at: '2026-11-25T09:00:00.000+07:00' } as const;
    const blocked = evolvePatron(patron, amended(1, { block }));
    expect(blocked?.block).toStrictEqual(block);
    expect(evolvePatron(blocked, amended(2, { block: null }))?.block).toBeNull();
  });

  it('two desks that add to the consent ledger without knowing of each other lose no line', () => {
    const [one, two] = [
      line('2026-11-25T09:00:00.000+07:00', true),
      line('2026-11-25T10:00:00.000+07:00', false),
    ];
    const sharing = line('2026-11-25T09:30:00.000+07:00', true, { purpose: 'sharing' });
    const after = [
      amended(1, { consents: [one, two] }),
      amended(2, { consents: [one, sharing] }),
    ].reduce<Patron | null>(evolvePatron, { ...patron, consents: [one] });
    expect(after?.consents).toStrictEqual([one, two, sharing]);
    expect(hasConsent({ consents: after?.consents ?? [] }, 'photo')).toBe(false);
  });
});

describe('hasConsent', () => {
  it('no line is no; the latest line of the purpose decides, wherever it stands', () => {
    const yes = line('2026-11-25T09:00:00.000+07:00', true);
    const no = line('2026-11-26T09:00:00.000+07:00', false);
    expect(hasConsent({ consents: [] }, 'photo')).toBe(false);
    expect(hasConsent({ consents: [yes] }, 'sharing')).toBe(false);
    expect(hasConsent({ consents: [yes, no] }, 'photo')).toBe(false);
    expect(hasConsent({ consents: [no, yes] }, 'photo')).toBe(false);
  });

  it('goes by the moment, not by how it is written', () => {
    const earlier = line('2026-11-25T09:00:00.000+07:00', true);
    const later = line('2026-11-25T03:00:00.000Z', false);
    expect(hasConsent({ consents: [later, earlier] }, 'photo')).toBe(false);
  });

  it('of two of one moment the one written last', () => {
    const at = '2026-11-25T09:00:00.000+07:00';
    expect(hasConsent({ consents: [line(at, true), line(at, false)] }, 'photo')).toBe(false);
  });
});

describe('evolveMessage', () => {
  const added = fact('message.added', 0, {
    about: { kind: 'patron', patron: 'p' },
    library: 'A',
    text: 'Mang theo giấy tờ',
    until: null,
  });

  it('is there until it is dismissed, once', () => {
    const message = evolveMessage(null, added);
    expect(message).toMatchObject({ id: 'message.added-0', by: 'nv-1', endedAt: null });
    const first = evolveMessage(message, fact('message.ended', 5, { message: 'message.added-0' }));
    const second = evolveMessage(first, fact('message.ended', 9, { message: 'message.added-0' }));
    expect(second?.endedAt).toBe('2026-11-22T08:05:00.000+07:00');
    expect(evolveMessage(null, fact('message.ended', 5, { message: 'x' }))).toBeNull();
    expect(evolveMessage(second, added)).toStrictEqual(second);
  });
});
