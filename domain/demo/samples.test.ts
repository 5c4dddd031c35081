import { describe, expect, it } from 'vitest';
import type { Decision } from '../circulation/decision.ts';
import { decide } from '../decide.ts';
import { classifyScan } from '../identifiers/classify.ts';
import { commandPrefix } from '../identifiers/commands.ts';
import { defaultCodePatterns } from '../identifiers/default-patterns.ts';
import { debtOf, depositHeld } from '../money/debt.ts';
import { demoRows } from './demo.ts';
import { openHistory } from './history/history.ts';
import { demoLibraries } from './libraries.ts';
import { demoDefaults } from './options.ts';
import { demoSamples } from './samples.ts';

const options = { ...demoDefaults, today: '2026-11-22' } as const;
const samples = demoSamples(options);
const codesOf = (trait: string): readonly string[] =>
  samples.filter((sample) => sample.trait === trait).map(({ code }) => code);

const owners = new Map<string, Set<string>>();
const cards = new Set<string>();
for (const { entity, row } of demoRows(options)) {
  if (entity === 'item') owners.set(row.barcode, (owners.get(row.barcode) ?? new Set()).add(row.library));
  if (entity === 'patron') cards.add(row.card);
}

describe('demoSamples', () => {
  it('has one card of each sort', () => {
    for (const trait of [
      'ordinary',
      'child',
      'at-limit',
      'overdue',
      'ends-soon',
      'expired',
      'blocked',
      'card-lost',
      'owes',
      'hold-ready',
      'child-with-guardian',
      'deposit',
      'has-message',
    ]) {
      expect(codesOf(trait), trait).toHaveLength(1);
      expect(cards).toContain(codesOf(trait)[0]);
    }
  });

  it('has a pile of copies of different titles that can be lent', () => {
    expect(codesOf('available')).toHaveLength(8);
    const titles = samples.filter(({ trait }) => trait === 'available').map(({ label }) => label);
    expect(new Set(titles).size).toBe(8);
  });

  it('has one copy of each sort', () => {
    for (const trait of [
      'on-loan',
      'overdue-copy',
      'not-for-loan',
      'reading-room',
      'held-copy',
      'waiting-copy',
      'lost-copy',
      'with-parts',
      'restricted',
      'returns-trapped',
      'returns-late',
      'in-transit-copy',
    ]) {
      expect(codesOf(trait), trait).toHaveLength(1);
      expect(owners.get(codesOf(trait)[0] ?? ''), trait).toContain(demoLibraries.BN.id);
    }
  });

  it('has a copy of one other library, a number of two, and a code of none', () => {
    const librariesOf = (trait: string): number => owners.get(codesOf(trait)[0] ?? '')?.size ?? 0;
    expect(librariesOf('other-library')).toBe(1);
    expect(librariesOf('same-number')).toBe(2);
    expect(librariesOf('unknown')).toBe(0);
    expect(codesOf('unknown')).toHaveLength(1);
  });

  it('says what each code is, and shows no code twice', () => {
    expect(new Set(samples.map(({ code }) => code)).size).toBe(samples.length);
    expect(samples.filter(({ label }) => label === '')).toEqual([]);
    expect(samples.filter(({ detail }) => detail === '').map(({ trait }) => trait)).toEqual(['unknown']);
  });

  it('is the same each time, and leaves out what a tiny province lacks', () => {
    expect(demoSamples(options)).toEqual(samples);
    expect(demoSamples({ ...options, titles: 1, patrons: 0 }).map(({ trait }) => trait)).toContain('unknown');
  });

  it.each(['2026-02-26', '2027-02-14', '2030-02-08', '2026-09-04'])('has every sort on %s too', (today) => {
    const traits = (list: typeof samples) => new Set(list.map(({ trait }) => trait));
    expect(traits(demoSamples({ ...options, today }))).toEqual(traits(samples));
  });
});

describe('what the samples do at the desk', () => {
  const { station, play } = openHistory(options);
  const facts = [...play()];
  const view = station.view({ day: options.today, minute: 560 });
  const patron = (trait: string) => view.patronByCard(demoLibraries.BN.id, codesOf(trait)[0] ?? '');
  const item = (trait: string) => view.itemByBarcode(demoLibraries.BN.id, codesOf(trait)[0] ?? '');
  const codes = (decision: Decision): readonly string[] => decision.findings.map(({ reason }) => reason.code);
  const lend = (trait: string, reader = 'ordinary'): Decision =>
    decide(view, {
      do: 'check-out',
      patron: patron(reader)?.id ?? '',
      item: item(trait)?.id ?? '',
      use: 'home',
      due: null,
      confirmed: [],
      restricted: null,
    });
  const takeBack = (trait: string): Decision =>
    decide(view, {
      do: 'check-in',
      item: item(trait)?.id ?? '',
      returnedAt: null,
      mode: 'desk',
      countUse: false,
      keepHere: false,
    });

  it.each([
    ['available', []],
    ['on-loan', ['LT-1204']],
    ['overdue-copy', ['LT-1204']],
    ['not-for-loan', ['LT-1206']],
    ['held-copy', ['LT-1227']],
    ['waiting-copy', ['LT-1226']],
    ['lost-copy', ['LT-1221']],
    ['with-parts', ['LT-1230']],
    ['restricted', ['LT-1208', 'LT-1220']],
    ['in-transit-copy', ['LT-1225']],
  ])('%s, lent to an ordinary reader: %j', (trait, expected) => {
    expect(facts.length).toBeGreaterThan(0);
    expect(codes(lend(trait))).toEqual(expected);
  });

  it.each([
    ['at-limit', 'LT-1203'],
    ['expired', 'LT-1201'],
    ['blocked', 'LT-1202'],
    ['card-lost', 'LT-1209'],
  ])('%s is asked about for one thing: %s', (trait, code) => {
    expect(codes(lend('available', trait))).toEqual([code]);
  });

  it('the return that traps a hold, and the one that costs something', () => {
    expect(takeBack('returns-trapped')).toMatchObject({ outcome: 'routed', route: { to: 'hold-shelf' } });
    expect(codes(takeBack('returns-trapped'))).toEqual(['LT-1303']);
    expect(codes(takeBack('returns-late'))).toEqual(['LT-1305']);
    expect(codes(takeBack('overdue-copy'))).toEqual([]);
  });

  it('the reader for whom a copy waits takes it without a question', () => {
    const [hold] = view.openHoldsOfPatron(patron('hold-ready')?.id ?? '');
    const copy = hold?.state.status === 'waiting' ? hold.state.item : '';
    const decision = decide(view, {
      do: 'check-out',
      patron: patron('hold-ready')?.id ?? '',
      item: copy,
      use: 'home',
      due: null,
      confirmed: [],
      restricted: null,
    });
    expect(decision.outcome).toBe('done');
  });

  it('what stands to the account of the readers who have one', () => {
    const id = (trait: string): string => patron(trait)?.id ?? '';
    expect(debtOf(view.chargesOf(id('owes')))).toBeGreaterThan(0);
    expect(depositHeld(view.paymentsOf(id('deposit')))).toBeGreaterThanOrEqual(100_000);
    expect(view.messages({ kind: 'patron', patron: id('has-message') })).toHaveLength(1);
    expect(view.patron(patron('child-with-guardian')?.guarantor ?? '')).not.toBeNull();
  });

  it('the citizen card of nobody, and the barcodes that give orders', () => {
    const read = (trait: string) =>
      classifyScan(codesOf(trait)[0] ?? '', {
        ...defaultCodePatterns,
        commandPrefix,
        today: options.today,
        parents: false,
      });
    expect(read('citizen-card')).toMatchObject({ kind: 'citizen-card', card: { name: 'NGUYỄN VĂN THỬ' } });
    expect(read('finish-command')).toMatchObject({ kind: 'command', command: 'finish' });
    expect(read('undo-command')).toMatchObject({ kind: 'command', command: 'undo' });
  });
});
