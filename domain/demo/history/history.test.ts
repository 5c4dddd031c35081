import { describe, expect, it } from 'vitest';
import { civilDateAt, closedDay } from '../../calendar/calendar.ts';
import { decideCheckout, decideRenewal, decideReturn } from '../../circulation/decide.ts';
import { currentLoan, emptyHistory, evolveItem, foldItem } from '../../circulation/fold.ts';
import type { ItemHistory } from '../../circulation/fold.ts';
import type { Loan } from '../../circulation/loan.ts';
import type { Fact } from '../../facts/fact.ts';
import type { Patron } from '../../patrons/patron.ts';
import { demoDefaults } from '../options.ts';
import type { DemoOptions } from '../options.ts';
import { demoPolicySet } from '../policies.ts';
import type { Copy } from './desk.ts';
import { demoDesk } from './desk.ts';
import { demoFacts } from './history.ts';

const options = { ...demoDefaults, today: '2026-11-22' } as const;
const facts = [...demoFacts(options)];
const desk = demoDesk(options);
const view = { library: desk.library.id, policySet: demoPolicySet, calendar: desk.calendar };
const copies = new Map(desk.copies.map((copy) => [copy.item.id, copy]));
const readers = new Map(desk.readers.map((reader) => [reader.id, reader]));

function copyOf(fact: Fact): Copy {
  const copy = copies.get(fact.body.item);
  if (!copy) throw new Error(`no copy ${fact.body.item}`);
  return copy;
}

function readerOf(id: string): Patron {
  const reader = readers.get(id);
  if (!reader) throw new Error(`no reader ${id}`);
  return reader;
}

function openLoans(of: Iterable<Fact>): readonly Loan[] {
  const histories = new Map<string, ItemHistory>();
  for (const fact of of)
    histories.set(fact.body.item, evolveItem(histories.get(fact.body.item) ?? emptyHistory, fact));
  return [...histories.values()].flatMap((history) => currentLoan(history) ?? []);
}

const loans = openLoans(facts);

describe('demoFacts', () => {
  it('is one journal: station, incarnation, numbers without holes, time that only goes forward', () => {
    expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
    expect(new Set(facts.map(({ station, inc }) => `${station} ${inc}`)).size).toBe(1);
    expect(facts[0]?.station).toBe('ST-DEMO');
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    const moments = facts.map(({ at }) => Date.parse(at));
    expect(moments.filter((moment, index) => index > 0 && moment <= (moments[index - 1] ?? 0))).toEqual([]);
    for (const { at, id, clock } of facts) {
      expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+07:00$/);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(clock.mono).toBeGreaterThan(0);
    }
  });

  it('has about 600 loans, of which about 250 are open, some overdue and some renewed', () => {
    const lent = facts.filter(({ kind }) => kind === 'loan.checked-out').length;
    expect(lent).toBeGreaterThan(570);
    expect(lent).toBeLessThan(630);
    expect(loans.length).toBeGreaterThan(220);
    expect(loans.length).toBeLessThan(280);
    expect(loans.filter(({ due }) => due < options.today).length).toBeGreaterThan(20);
    expect(loans.filter(({ renewals }) => renewals > 0).length).toBeGreaterThan(5);
  });

  it('is what the rules decide, act by act', () => {
    const histories = new Map<string, ItemHistory>();
    const loansOf = (reader: string): number =>
      [...histories.values()].filter((history) => currentLoan(history)?.patron === reader).length;
    for (const fact of facts) {
      const { item } = copyOf(fact);
      const history = histories.get(item.id) ?? emptyHistory;
      const today = civilDateAt(fact.at, desk.library.timeZone);
      const openLoan = currentLoan(history);
      const decision =
        fact.kind === 'loan.checked-out'
          ? decideCheckout({
              ...view,
              today,
              patron: readerOf(fact.body.patron),
              item,
              openLoan,
              patronLoanCount: loansOf(fact.body.patron),
            })
          : fact.kind === 'loan.returned' || !openLoan
            ? decideReturn({ library: desk.library.id, libraryName: desk.library.name, item, openLoan })
            : decideRenewal({ ...view, today, patron: readerOf(openLoan.patron), item, loan: openLoan });
      expect(decision.facts).toEqual([{ kind: fact.kind, body: fact.body }]);
      expect(decision.outcome).toBe('done');
      histories.set(item.id, evolveItem(history, fact));
    }
  });

  it('replays without exceptions in any order', () => {
    const byItem = new Map<string, Fact[]>();
    for (const fact of facts) byItem.set(fact.body.item, [...(byItem.get(fact.body.item) ?? []), fact]);
    const folded = [...byItem.values()].map((list) =>
      foldItem(list.toReversed().map((fact) => ({ fact, effective: Date.parse(fact.at) }))),
    );
    expect(folded.flatMap(({ exceptions }) => exceptions)).toEqual([]);
    expect(folded.filter((history) => currentLoan(history) !== null)).toHaveLength(loans.length);
  });

  it('is the same each time', () => {
    expect([...demoFacts(options)]).toEqual(facts);
  });

  it.each(['2026-11-22', '2026-02-26', '2027-02-14', '2030-02-08', '2026-05-06', '2026-09-04'])(
    'lends and falls due on open days only, before %s',
    (today) => {
      const dated = { ...options, today };
      const { calendar, library } = demoDesk(dated);
      const made = [...demoFacts(dated)];
      expect(made.length).toBeGreaterThan(800);
      for (const fact of made) {
        const day = civilDateAt(fact.at, library.timeZone);
        expect(closedDay(calendar, day)).toBeNull();
        expect(day < today).toBe(true);
        expect(fact.at.slice(11, 16) >= '07:30' && fact.at.slice(11, 16) < '17:00').toBe(true);
      }
      const dues = made.flatMap((fact) => (fact.kind === 'loan.returned' ? [] : [fact.body.due]));
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

describe('readers at the desk after the history', () => {
  const free = desk.copies.find(
    ({ item }) =>
      item.status === 'in-circulation' &&
      item.itemClass === 'sach' &&
      !loans.some((loan) => loan.item === item.id),
  );
  const refusals = (patron: Patron): readonly string[] => {
    if (!free) throw new Error('nothing left to lend');
    return decideCheckout({
      ...view,
      today: options.today,
      patron,
      item: free.item,
      openLoan: null,
      patronLoanCount: loans.filter((loan) => loan.patron === patron.id).length,
    }).reasons.map(({ code }) => code);
  };

  it('are refused for nothing but the limit when they have all they may have', () => {
    const atLimit = desk.readers.filter((reader) => refusals(reader).includes('LT-1203'));
    expect(atLimit.length).toBeGreaterThanOrEqual(6);
    for (const reader of atLimit) expect(refusals(reader)).toEqual(['LT-1203']);
  });

  it('are refused for nothing but the date when the card has expired', () => {
    const expired = desk.readers.filter(
      ({ status, expires }) => status === 'active' && expires < options.today,
    );
    expect(expired.length).toBeGreaterThan(3);
    for (const reader of expired) expect(refusals(reader)).toEqual(['LT-1201']);
  });
});
