import { describe, expect, it } from 'vitest';
import { civilDateAt, closedDay } from '../../calendar/calendar.ts';
import type { EntityRow } from '../../catalogue/rows.ts';
import { isOpen } from '../../circulation/loan.ts';
import type { Fact, FactKind } from '../../facts/fact.ts';
import { factVersions } from '../../facts/fact.ts';
import { foldStream } from '../../facts/fold-stream.ts';
import type { Stream } from '../../facts/streams.ts';
import { streamOfRow, streamsOf } from '../../facts/streams.ts';
import { isOpenHold } from '../../holds/hold.ts';
import { demoLibraries } from '../libraries.ts';
import { demoDefaults } from '../options.ts';
import type { DemoOptions } from '../options.ts';
import { rowsAround } from './desk.ts';
import { demoFacts, openHistory } from './history.ts';

const options = { ...demoDefaults, today: '2026-11-22' } as const;
const { desk, station, play } = openHistory(options);
const facts = [...play()];
const { rows } = station;
const loans = rows.all('loan');
const openLoans = loans.filter(isOpen);

function count(kind: FactKind): number {
  return facts.filter((fact) => fact.kind === kind).length;
}

/** A stream's rows in an order that does not depend on how they came. */
function inOrder(list: readonly EntityRow[]): readonly EntityRow[] {
  return list.toSorted((a, b) => (`${a.entity}/${a.row.id}` < `${b.entity}/${b.row.id}` ? -1 : 1));
}

describe('demoFacts', () => {
  it('is one journal: station, incarnation, numbers without holes, time that never goes back', () => {
    expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
    expect(new Set(facts.map(({ station, inc }) => `${station} ${inc}`)).size).toBe(1);
    expect(facts[0]?.station).toBe('ST-DEMO');
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    const moments = facts.map(({ at }) => Date.parse(at));
    expect(moments.filter((moment, index) => moment < (moments[index - 1] ?? 0))).toEqual([]);
    for (const { at, id, clock, kind, kv } of facts) {
      expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+07:00$/);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(clock.mono).toBeGreaterThan(0);
      expect(kv).toBe(factVersions[kind]);
    }
  });

  it('is the same each time', () => {
    expect([...demoFacts(options)]).toEqual(facts);
  });

  it('has about 600 home loans, of which about 250 are open, some overdue and some renewed', () => {
    const atHome = loans.filter(({ use }) => use === 'home');
    expect(atHome.length).toBeGreaterThan(570);
    expect(atHome.length).toBeLessThan(630);
    expect(openLoans.length).toBeGreaterThan(220);
    expect(openLoans.length).toBeLessThan(280);
    expect(openLoans.filter(({ due }) => due < options.today).length).toBeGreaterThan(20);
    expect(openLoans.filter(({ renewals }) => renewals > 0).length).toBeGreaterThan(5);
    const inTheRoom = loans.filter(({ use }) => use === 'reading-room');
    expect(inTheRoom.length).toBeGreaterThan(20);
    expect(inTheRoom.filter(isOpen)).toEqual([]);
  });

  it('has every kind of fact that a desk records by itself', () => {
    for (const kind of [
      'loan.renewed',
      'item.marked',
      'transit.sent',
      'hold.placed',
      'hold.amended',
      'hold.trapped',
      'hold.ended',
      'charge.assessed',
      'charge.waived',
      'payment.taken',
      'payment.settled',
      'patron.amended',
      'message.added',
      'message.ended',
    ] as const)
      expect(count(kind), kind).toBeGreaterThan(0);
  });

  it('folds stream by stream, in any order, to the rows the desk shows', () => {
    const base = Map.groupBy(rowsAround(desk), (row) => streamOfRow(row) ?? '');
    const byStream = new Map<Stream, Fact[]>();
    for (const fact of facts)
      for (const stream of streamsOf(fact)) byStream.set(stream, [...(byStream.get(stream) ?? []), fact]);
    expect(byStream.size).toBeGreaterThan(500);
    for (const [stream, list] of byStream) {
      const placed = list.toReversed().map((fact) => ({ fact, effective: Date.parse(fact.at) }));
      const folded = foldStream(stream, base.get(stream) ?? [], placed);
      expect(folded.exceptions, stream).toEqual([]);
      expect(inOrder(folded.rows), stream).toEqual(inOrder(rows.ofStream(stream)));
    }
  });

  it.each(['2026-11-22', '2026-02-26', '2027-02-14', '2030-02-08', '2026-05-06', '2026-09-04'])(
    'happens within opening hours and falls due on open days only, before %s',
    (today) => {
      const { calendar, library } = desk;
      const made = [...demoFacts({ ...options, today })];
      expect(made.length).toBeGreaterThan(1000);
      const days = new Set(made.map(({ at }) => civilDateAt(at, library.timeZone)));
      for (const day of days) {
        expect(closedDay(calendar, day)).toBeNull();
        expect(day < today).toBe(true);
      }
      const times = made.map(({ at }) => at.slice(11, 16));
      expect(times.filter((time) => time < '07:30' || time >= '17:00')).toEqual([]);
      // Nobody comes at noon; what had been begun is finished.
      expect(times.filter((time) => time >= '11:35' && time < '13:30')).toEqual([]);
      const dues = made.flatMap((fact) =>
        fact.kind === 'loan.checked-out' || fact.kind === 'loan.renewed' ? [fact.body.due] : [],
      );
      expect(dues.filter((due) => closedDay(calendar, due) !== null)).toEqual([]);
    },
  );

  it('reads no more of a large catalogue than of a small one', () => {
    const large: DemoOptions = { ...options, titles: 1_000_000, patrons: 100_000 };
    expect([...demoFacts(large)].length).toBeGreaterThan(800);
  });

  it.each([
    [1, 1],
    [40, 10],
    [200, 0],
  ])('copes with %i titles and %i readers', (titles, patrons) => {
    const few = [...demoFacts({ ...options, titles, patrons })];
    expect(few.every(({ seq }, index) => seq === index + 1)).toBe(true);
  });
});

describe('copies after the history', () => {
  const states = rows.all('item-state');
  const withStatus = (status: string) => states.filter(({ state }) => state.status === status);

  it('are with a reader exactly when their loan is open', () => {
    const held = states.flatMap(({ state }) =>
      state.status === 'on-loan' || state.status === 'claimed-returned' ? [state.loan] : [],
    );
    expect(held.toSorted()).toEqual(openLoans.map(({ id }) => id).toSorted());
  });

  it('wait or travel exactly when a hold does', () => {
    const ofCopies = states.flatMap(({ id, state }) =>
      state.status === 'on-hold-shelf' || state.status === 'in-transit'
        ? [`${state.status === 'in-transit' ? state.status : 'waiting'} ${state.hold} ${id}`]
        : [],
    );
    const ofHolds = rows
      .all('hold')
      .flatMap(({ id, state }) =>
        state.status === 'waiting' || state.status === 'in-transit'
          ? [`${state.status} ${id} ${state.item}`]
          : [],
      );
    expect(ofCopies.toSorted()).toEqual(ofHolds.toSorted());
    expect(withStatus('in-transit')).toHaveLength(1);
  });

  it('have come to everything that can come to a copy', () => {
    for (const status of ['lost', 'missing', 'damaged', 'claimed-returned'])
      expect(withStatus(status).length, status).toBeGreaterThan(0);
    const withdrawn = withStatus('withdrawn').map(({ state }) =>
      state.status === 'withdrawn' ? state.decision : '',
    );
    expect(withdrawn.length).toBeGreaterThan(0);
    expect(withdrawn).not.toContain('');
    expect(states.some(({ usesInHouse }) => usesInHouse > 0)).toBe(true);
  });
});

describe('holds after the history', () => {
  const open = rows.all('hold').filter(isOpenHold);
  const waitingUntil = open.flatMap(({ state }) => (state.status === 'waiting' ? [state.shelfUntil] : []));

  it('stand in queues of one to four for copies that are away', () => {
    const queues = Map.groupBy(
      open.filter(({ state }) => state.status === 'pending'),
      ({ biblio }) => biblio,
    );
    const away = [...queues].filter(([biblio]) => openLoans.some((loan) => loan.biblio === biblio));
    const lengths = away.map(([, queue]) => queue.length);
    for (const length of [1, 2, 3, 4]) expect(lengths, `${length}`).toContain(length);
  });

  it('wait on the shelf today, and one has waited too long', () => {
    expect(waitingUntil.filter((until) => until >= options.today).length).toBeGreaterThanOrEqual(2);
    expect(waitingUntil.filter((until) => until < options.today)).toHaveLength(1);
  });

  it('are suspended, for later, for one copy, and for another library', () => {
    expect(open.filter(({ suspendedUntil }) => suspendedUntil !== null)).toHaveLength(1);
    expect(open.filter(({ startsOn }) => startsOn !== null && startsOn > options.today)).toHaveLength(1);
    expect(open.filter(({ level }) => level === 'copy')).toHaveLength(1);
    expect(open.filter(({ pickup }) => pickup === demoLibraries.HP.id)).toHaveLength(1);
  });
});

describe('money after the history', () => {
  const charges = rows.all('charge');
  const payments = rows.all('payment');

  it('is in drawers that were opened and counted every day', () => {
    const drawers = rows.all('drawer');
    const days = new Set(facts.map(({ at }) => at.slice(0, 10)));
    expect(drawers.map(({ openedAt }) => openedAt.slice(0, 10)).toSorted()).toEqual([...days].toSorted());
    expect(drawers.filter(({ closed }) => closed === null)).toEqual([]);
    const different = drawers.filter(({ closed }) => closed && closed.counted !== closed.expected);
    expect(different).toHaveLength(1);
    expect(different[0]?.closed?.note).not.toBe('');
  });

  it('was charged for each cause there is, in the ledger it belongs to', () => {
    const kinds = new Set(charges.map(({ ledger, kind }) => `${ledger} ${kind}`));
    expect(kinds).toEqual(
      new Set([
        'compensation overdue',
        'compensation lost',
        'compensation damage',
        'fee card',
        'service service',
      ]),
    );
    expect(charges.some(({ waivers }) => waivers.length > 0)).toBe(true);
    expect(charges.some(({ waivers, payments }) => waivers.length + payments.length === 0)).toBe(true);
  });

  it('came in cash and by transfer, one of which the bank has not confirmed', () => {
    const transfers = payments.filter(({ method }) => method === 'vietqr').map(({ status }) => status);
    expect(transfers.toSorted()).toEqual(['received', 'reported']);
    const purposes = new Set(
      payments.filter(({ method }) => method === 'cash').map(({ purpose }) => purpose),
    );
    expect(purposes).toEqual(new Set(['charges', 'deposit', 'deposit-refund']));
  });
});
