import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/calendar.ts';
import { noCalendar } from '../calendar/no-calendar.ts';
import type { Command } from '../commands.ts';
import { rowsOfSetup } from '../world/scenario.ts';
import { plainLoanPolicy, plainOverduePolicy, plainPolicySet } from '../world/plain-policies.ts';
import { worldOf } from '../world/world.ts';

const desk = { library: 'A', station: 'A1', actor: { id: 'nv-1', permissions: 'all' } } as const;
const now = '2026-11-25T09:00:00.000+07:00';
const lend: Command = {
  do: 'check-out',
  patron: 'P',
  item: 'I',
  use: 'home',
  due: null,
  confirmed: [],
  restricted: null,
};
const library = () => worldOf(rowsOfSetup({ patrons: [{ id: 'P' }], items: [{ id: 'I' }] }));
const codes = (findings: readonly { readonly reason: { readonly code: string } }[]) =>
  findings.map(({ reason }) => reason.code);

describe('save-policy', () => {
  it('a new version never writes over the one that loans name, whatever id the draft has', () => {
    const world = library();
    world.act(desk, now, lend);
    const draft = plainPolicySet({
      version: 'p2',
      effectiveFrom: '2026-11-25',
      overduePolicies: [{ ...plainOverduePolicy, charge: { kind: 'flat', amount: 99_000 } }],
    });
    expect(draft.id).toBe('p1');
    expect(world.act(desk, now, { do: 'save-policy', set: draft }).decision.outcome).toBe('done');
    expect(world.view(desk, now).policySet()?.version).toBe('p2');
    expect(world.view(desk, now).policyVersion('p1')).not.toBeNull();
    const back = world.act(desk, '2027-03-01T09:00:00.000+07:00', {
      do: 'check-in',
      item: 'I',
      returnedAt: null,
      mode: 'desk',
      countUse: false,
      keepHere: false,
    });
    expect(back.facts.map(({ kind }) => kind)).toStrictEqual(['loan.returned']);
  });

  it('every fault is said, with its place', () => {
    const set = plainPolicySet({
      version: 'p1',
      effectiveFrom: '2026-11-25',
      loanPolicies: [{ ...plainLoanPolicy, name: '' }],
    });
    const { decision } = library().act(desk, now, { do: 'save-policy', set });
    expect(decision.outcome).toBe('refused');
    expect(decision.findings.map(({ reason }) => reason.params['path'])).toStrictEqual([
      'version',
      'loanPolicies.thuong.name',
    ]);
    expect(new Set(codes(decision.findings))).toStrictEqual(new Set(['LT-1905']));
  });
});

describe('save-calendar and close-days', () => {
  it('a calendar with a fault is not saved', () => {
    const calendar = { ...noCalendar('A'), weeklyClosed: [8] };
    const { decision } = library().act(desk, now, { do: 'save-calendar', calendar, note: '' });
    expect(new Set(codes(decision.findings))).toStrictEqual(new Set(['LT-1906']));
  });

  it('closing makes the calendar that a library did not have, and its loans follow it', () => {
    const world = library();
    world.act(desk, now, lend);
    world.act(desk, now, { do: 'close-days', from: '2026-12-10', to: '2026-12-12', name: 'sửa điện' });
    expect(world.rows.all('calendar')).toMatchObject([
      { library: 'A', closures: [{ from: '2026-12-10', to: '2026-12-12', name: 'sửa điện' }] },
    ]);
    expect(world.rows.all('loan')[0]?.due).toBe('2026-12-13');
  });

  it('what waits on the hold shelf of this library until a day that closes waits longer', () => {
    const world = worldOf(rowsOfSetup({ patrons: [{ id: 'P' }], items: [{ id: 'I', biblio: 'T' }] }));
    world.act(desk, now, {
      do: 'place-hold',
      hold: 'H',
      level: 'title',
      biblio: 'T',
      item: null,
      patron: 'P',
      pickup: 'A',
      startsOn: null,
      expiresOn: null,
      recall: false,
      note: '',
      confirmed: [],
    });
    world.act(desk, now, {
      do: 'check-in',
      item: 'I',
      returnedAt: null,
      mode: 'desk',
      countUse: false,
      keepHere: false,
    });
    const until = (): string | null => {
      const state = world.rows.get('hold', 'H')?.state;
      return state?.status === 'waiting' ? state.shelfUntil : null;
    };
    const last = until() ?? '';
    const before = { do: 'close-days', from: now.slice(0, 10), to: addDays(last, -1), name: 'bão' } as const;
    world.act(desk, now, before);
    expect(until()).toBe(last);
    const { decision } = world.act(desk, now, { ...before, from: last, to: addDays(last, 1) });
    expect(codes(decision.findings)).toContain('LT-1911');
    expect(until()).toBe(addDays(last, 2));
  });

  it('a lost copy that was found keeps to what its policy says of lateness', () => {
    const world = worldOf(
      rowsOfSetup({
        overdue: { charge: { kind: 'flat', amount: 5_000 } },
        loss: { overdueWhenLost: 'waive', overdueWhenFound: 'waive' },
        patrons: [{ id: 'P' }],
        items: [{ id: 'I' }],
      }),
    );
    world.act(desk, now, lend);
    world.act(desk, '2026-12-20T09:00:00.000+07:00', {
      do: 'mark-item',
      item: 'I',
      mark: 'lost',
      decision: '',
      note: '',
      charge: null,
    });
    world.act(desk, '2026-12-21T09:00:00.000+07:00', {
      do: 'check-in',
      item: 'I',
      returnedAt: null,
      mode: 'desk',
      countUse: false,
      keepHere: false,
    });
    const { decision } = world.act(desk, '2026-12-22T09:00:00.000+07:00', {
      do: 'close-days',
      from: '2026-12-15',
      to: '2026-12-15',
      name: 'mất điện',
    });
    expect(decision.facts.map(({ kind }) => kind)).toStrictEqual(['calendar.saved']);
  });

  it('a loan of another library stays where it is', () => {
    const world = worldOf(
      rowsOfSetup({ libraries: { A: 'A', B: 'B' }, patrons: [{ id: 'P' }], items: [{ id: 'I' }] }),
    );
    world.act({ ...desk, library: 'B' }, now, lend);
    const { decision } = world.act(desk, now, {
      do: 'close-days',
      from: '2026-12-10',
      to: '2026-12-12',
      name: 'sửa điện',
    });
    expect(decision.facts.map(({ kind }) => kind)).toStrictEqual(['calendar.saved']);
  });
});

describe('save-template', () => {
  it('a template that cannot be printed is refused with its line', () => {
    const template = { id: 't', library: 'A', kind: 'loan', text: '{{nothing-like-that}}' } as const;
    const { decision } = library().act(desk, now, { do: 'save-template', template });
    expect(codes(decision.findings)).toStrictEqual(['LT-1907']);
  });
});
