import { describe, expect, it } from 'vitest';
import type { Command } from '../commands.ts';
import { plainPatron } from '../world/plain-rows.ts';
import { rowsOfSetup } from '../world/scenario.ts';
import type { World } from '../world/world.ts';
import { worldOf } from '../world/world.ts';
import type { Patron } from './patron.ts';
import { cardValidity } from './register.ts';

const desk = { library: 'A', station: 'A1', actor: { id: 'nv-1', permissions: 'all' } } as const;
const now = '2026-11-25T09:00:00.000+07:00';

const library = (): World =>
  worldOf(
    rowsOfSetup({
      libraries: { A: 'A', B: 'B' },
      policy: {
        categories: [
          { id: 'nguoi-lon', name: 'Người lớn', cardMonths: 12, guardianBelow: 16 },
          { id: 'tre', name: 'Trẻ', cardMonths: 36, guardianBelow: 16 },
        ],
      },
      patrons: [
        { id: 'P', aliases: ['cccd:abc'] },
        { id: 'Q', library: 'B', card: 'THE-9' },
        { id: 'R', guarantor: 'P' },
      ],
      items: [{ id: 'I' }],
    }),
  );

const told = (world: World, command: Command): readonly string[] =>
  world.act(desk, now, command).decision.findings.map(({ reason }) => reason.code);
const register = (changes: Partial<Patron> = {}, guardianGiven = false): Command => ({
  do: 'register-patron',
  patron: { ...plainPatron({ id: 'N' }, 'A'), card: 'THE-1', ...changes },
  guardianGiven,
  feeCharge: 'N/card',
});
const amend = (patron: string, changes: Partial<Patron>): Command => ({
  do: 'amend-patron',
  patron,
  changes,
  note: '',
});

describe('register', () => {
  it.each<[string, Partial<Patron>, readonly string[]]>([
    ['plain', {}, []],
    ['no card', { card: '' }, ['LT-1814']],
    ['a card with a space at the end', { card: 'THE-1 ' }, ['LT-1814']],
    ['a card in small letters', { card: 'the-1' }, ['LT-1814']],
    ['a card of forty characters', { card: 'A'.repeat(40) }, ['LT-1814']],
    ['a card that is taken here', { card: 'P' }, ['LT-1803']],
    ['a card that is taken elsewhere', { card: 'THE-9' }, []],
    ['a card that is taken where it is issued', { library: 'B', card: 'THE-9' }, ['LT-1803']],
    ['a paper that is known', { aliases: ['cccd:abc'] }, ['LT-1809']],
    ['an id that is known', { id: 'Q' }, ['LT-1809']],
    ['a child without a guardian', { category: 'tre', birthDate: '2015-01-01' }, ['LT-1805']],
    ['a child with a guarantor', { category: 'tre', birthDate: '2015-01-01', guarantor: 'P' }, []],
    ['sixteen today', { category: 'tre', birthDate: '2010-11-25' }, []],
    ['a guarantor who has one', { guarantor: 'R' }, ['LT-1816']],
  ])('%s: %s', (_what, changes, codes) => {
    expect(told(library(), register(changes))).toStrictEqual(codes);
  });

  it('a child whose guardian is no reader', () => {
    expect(told(library(), register({ category: 'tre', birthDate: '2015-01-01' }, true))).toStrictEqual([]);
  });
});

describe('cardValidity', () => {
  it.each([
    [12, '2026-11-25', '2027-11-25'],
    [36, '2024-02-29', '2027-02-28'],
    [1, '2026-01-31', '2026-02-28'],
    [0, '2026-11-25', '2026-11-25'],
  ])('%i months from %s: %s', (cardMonths, from, to) => {
    expect(cardValidity({ cardMonths }, from)).toBe(to);
  });
});

describe('amend', () => {
  it('looks only at what is changed: an old record can be mended bit by bit', () => {
    const world = worldOf(
      rowsOfSetup({ patrons: [{ id: 'P', name: 'Lớp 5A', category: 'da-bo' }], items: [] }),
    );
    expect(told(world, amend('P', { birthDate: '2015-01-01' }))).toStrictEqual([]);
    expect(told(world, amend('P', { name: 'Lớp 5B' }))).toStrictEqual(['LT-1801']);
    expect(told(world, amend('P', { category: 'khong-co' }))).toStrictEqual(['LT-1808']);
    expect(told(world, amend('P', { birthDate: '2027-01-01' }))).toStrictEqual(['LT-1802']);
    expect(world.rows.get('patron', 'P')).toMatchObject({ name: 'Lớp 5A', birthDate: '2015-01-01' });
  });

  it('a paper of another reader is not taken over', () => {
    expect(told(library(), amend('Q', { aliases: ['cccd:abc'] }))).toStrictEqual(['LT-1809']);
    expect(told(library(), amend('P', { aliases: ['cccd:abc', 'the:1'] }))).toStrictEqual([]);
  });

  it('nobody answers for one who answers for others', () => {
    const { decision } = library().act(desk, now, amend('P', { guarantor: 'Q' }));
    expect(decision.findings[0]?.reason).toStrictEqual({ code: 'LT-1816', params: { why: 'has-wards' } });
  });

  it('a reader nobody knows', () => {
    for (const command of [
      amend('Z', {}),
      { do: 'renew-card', patron: 'Z', feeCharge: 'x' },
      { do: 'set-card-lost', patron: 'Z', lost: true, note: '' },
      { do: 'block-patron', patron: 'Z', until: null, reason: '' },
    ] as const)
      expect(told(library(), command)).toStrictEqual(['LT-1811']);
  });
});

describe('cards, consents, exemptions', () => {
  it('a card of another category counts that category’s months', () => {
    const world = library();
    world.act(desk, now, amend('P', { category: 'tre', expires: '2026-12-01' }));
    world.act(desk, now, { do: 'renew-card', patron: 'P', feeCharge: 'x' });
    expect(world.rows.get('patron', 'P')?.expires).toBe('2029-12-01');
  });

  it('a replaced card is unique where it is issued, not where the desk stands', () => {
    const replace = (patron: string, card: string): Command => ({
      do: 'replace-card',
      patron,
      card,
      oldAlias: `the:${patron}`,
      feeCharge: 'x',
    });
    const world = library();
    expect(told(world, replace('P', 'THE-9'))).toStrictEqual([]);
    expect(told(world, replace('Q', 'P'))).toStrictEqual([]);
    expect(world.rows.get('patron', 'P')).toMatchObject({ card: 'THE-9', aliases: ['cccd:abc', 'the:P'] });
  });

  it('a line of the ledger says who wrote it and when; evidence for a ground replaces the older', () => {
    const world = library();
    const consent = { purpose: 'photo', granted: true, text: 'v1', agreed: 'both' } as const;
    world.act(desk, now, { do: 'record-consent', patron: 'P', consent });
    world.act(desk, now, { do: 'record-consent', patron: 'P', consent: { ...consent, granted: false } });
    expect(world.rows.get('patron', 'P')?.consents).toMatchObject([
      { granted: true, at: now, by: 'nv-1' },
      { granted: false, at: now, by: 'nv-1' },
    ]);
    const exempt = (ground: string, until: string): Command => ({
      do: 'record-exemption',
      patron: 'P',
      ground,
      until,
    });
    expect(told(world, exempt('thích', 'endless'))).toStrictEqual(['LT-1709']);
    expect(told(world, exempt('child', '2026-11-24'))).toStrictEqual(['LT-1813']);
    for (const until of ['2027-01-01', 'endless']) world.act(desk, now, exempt('child', until));
    world.act(desk, now, exempt('disabled', 'endless'));
    expect(
      world.rows.get('patron', 'P')?.exemptions.map(({ ground, until }) => [ground, until]),
    ).toStrictEqual([
      ['child', 'endless'],
      ['disabled', 'endless'],
    ]);
  });

  it('a message is about somebody, says something and has a day to come', () => {
    const about = { kind: 'item', item: 'I' } as const;
    const message = (text: string, until: string | null): Command => ({
      do: 'add-message',
      about,
      text,
      until,
    });
    expect(told(library(), message('  ', null))).toStrictEqual(['LT-1812']);
    expect(told(library(), message('x'.repeat(501), null))).toStrictEqual(['LT-1812']);
    expect(told(library(), message('x', '2026-11-24'))).toStrictEqual(['LT-1813']);
    expect(told(library(), message('x', '2026-11-25'))).toStrictEqual([]);
    expect(
      told(library(), { do: 'add-message', about: { kind: 'item', item: 'Z' }, text: 'x', until: null }),
    ).toStrictEqual(['LT-1102']);
  });
});
