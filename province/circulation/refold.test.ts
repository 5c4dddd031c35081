import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowSchemas } from '../../contract/sync/rows.ts';
import { foldItem } from '../../domain/circulation/fold.ts';
import type { Loan } from '../../domain/circulation/loan.ts';
import { storedFact } from '../sync/read-fact.ts';
import { lend, renew, takeBack } from '../testing/drafts.ts';
import type { TestProvince } from '../testing/province.ts';
import { describeProvince } from '../testing/province.ts';
import type { TestStation } from '../testing/station.ts';
import { loansOf, rulesOf } from '../testing/stored.ts';
import { emptyDatabase } from '../testing/databases.ts';
import { toLoanColumns } from './loan-columns.ts';

interface Act {
  readonly station: number;
  readonly item: number;
  readonly verb: 'lend' | 'return' | 'return-unknown' | 'renew';
  /** Minutes after eight o'clock, by the desk's own clock. */
  readonly minute: number;
  /** Which of the loans made so far a return or renewal names, as a share of them. */
  readonly choice: number;
}

const acts = fc.array(
  fc.record<Act>({
    station: fc.nat(2),
    item: fc.nat(3),
    verb: fc.constantFrom('lend', 'return', 'return-unknown', 'renew'),
    minute: fc.nat(400),
    choice: fc.double({ min: 0, max: 0.999, noNaN: true }),
  }),
  { minLength: 1, maxLength: 30 },
);
/** How many more facts each push takes, and from which station. */
const pushes = fc.array(fc.record({ station: fc.nat(2), count: fc.integer({ min: 1, max: 6 }) }), {
  maxLength: 12,
});

function perform(stations: readonly TestStation[], history: readonly Act[]): void {
  const loans: string[] = [];
  for (const { station, item, verb, minute, choice } of history) {
    const desk = stations[station];
    if (!desk) throw new Error('no such station');
    const copy = `i${item}`;
    const loan = loans[Math.floor(choice * loans.length)] ?? 'no-loan';
    const place = { at: new Date(Date.UTC(2026, 10, 22, 1, minute)).toISOString() };
    if (verb === 'lend') loans.push(desk.record(lend(copy), place));
    else if (verb === 'renew') desk.record(renew(copy, loan), place);
    else desk.record(takeBack(copy, verb === 'return' ? loan : null), place);
  }
}

async function expectRefoldEqual({ db }: TestProvince): Promise<void> {
  const facts = await db.selectFrom('fact').select(['bytes', 'effective_at']).execute();
  const placed = facts.map(({ bytes, effective_at }) => ({
    fact: storedFact(bytes),
    effective: effective_at.getTime(),
  }));
  const histories = [...Map.groupBy(placed, ({ fact }) => fact.body.item).values()].map(foldItem);
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  const folded = histories.flatMap(({ loans }) => loans).map(toLoanColumns);
  expect((await loansOf(db)).toSorted(byId)).toEqual(folded.toSorted(byId));
  expect(await rulesOf(db)).toEqual(
    histories.flatMap(({ exceptions }) => exceptions.map(({ rule }) => rule)).toSorted(),
  );
}

/** What a station holds that follows the feed: the newest row of each loan. */
async function mirrorOf(station: TestStation): Promise<readonly Loan[]> {
  const { epoch } = await station.hello();
  const { rows } = await station.changes({ epoch, cursor: 0 });
  return [...new Map(rows.map(({ id, row }) => [id, rowSchemas.loan.parse(row)])).values()];
}

describeProvince('loans and exceptions', (province) => {
  it('are what a fold of all facts gives, whatever happened and in whatever pieces it arrived', async () => {
    await fc.assert(
      fc.asyncProperty(acts, pushes, async (history, arrivals) => {
        await emptyDatabase(province().db);
        const stations = await Promise.all(['ST-0', 'ST-1', 'ST-2'].map(province().station));
        perform(stations, history);
        const sent = [0, 0, 0];
        for (const { station, count } of arrivals) {
          const from = sent[station] ?? 0;
          const lines = stations[station]?.journal.slice(from, from + count) ?? [];
          expect((await stations[station]?.push(lines))?.statusCode).toBe(200);
          sent[station] = from + lines.length;
        }
        for (const station of stations) expect((await station.push()).statusCode).toBe(200);
        await expectRefoldEqual(province());
        const [first] = stations;
        const mirrored = first ? await mirrorOf(first) : [];
        const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
          a.id < b.id ? -1 : 1;
        expect(mirrored.map(toLoanColumns).toSorted(byId)).toEqual(
          (await loansOf(province().db)).toSorted(byId),
        );
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('keeps both loans when two desks lend one copy offline, and opens one exception', async () => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    const first = one.record(lend('i1', 'patron-1'), { at: '2026-11-22T08:00:00.000+07:00' });
    const second = two.record(lend('i1', 'patron-2'), { at: '2026-11-22T08:01:00.000+07:00' });
    // The later act arrives first.
    await two.push();
    expect(await rulesOf(province().db)).toEqual([]);
    await one.push();
    expect(await loansOf(province().db)).toMatchObject([
      { id: first, patron: 'patron-1', returned_at: null },
      { id: second, patron: 'patron-2', returned_at: null },
    ]);
    const exception = await province().db.selectFrom('exception').selectAll().execute();
    expect(exception).toEqual([
      {
        id: `double-loan/${first}/${second}`,
        rule: 'double-loan',
        item: 'i1',
        facts: [first, second],
        occurred_at: new Date('2026-11-22T08:01:00.000+07:00'),
      },
    ]);
  });

  it('lets a late return between two loans take the exception away', async () => {
    const one = await province().station('ST-1');
    const two = await province().station('ST-2');
    const first = one.record(lend('i1'), { at: '2026-11-22T08:00:00.000+07:00' });
    one.record(takeBack('i1', first), { at: '2026-11-22T08:30:00.000+07:00' });
    two.record(lend('i1'), { at: '2026-11-22T09:00:00.000+07:00' });
    await one.push(one.journal.slice(0, 1));
    await two.push();
    expect(await rulesOf(province().db)).toEqual(['double-loan']);
    await one.push();
    expect(await rulesOf(province().db)).toEqual([]);
    expect(await loansOf(province().db)).toMatchObject([
      { returned_at: '2026-11-22T08:30:00.000+07:00' },
      { returned_at: null },
    ]);
  });

  it('announces only the loans that changed', async () => {
    const station = await province().station('ST-1');
    const first = station.record(lend('i1'));
    station.record(takeBack('i1', first));
    const second = station.record(lend('i1'));
    await station.push();
    station.record(renew('i1', second));
    await station.push();
    const { epoch } = await station.hello();
    const { rows } = await station.changes({ epoch, cursor: 0 });
    expect(rows.map(({ id }) => id)).toEqual([first, second, second]);
  });
});
