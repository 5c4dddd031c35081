import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClosingPreview } from '../../../contract/workstation/admin.ts';
import type { EntityRow } from '../../../domain/catalogue/rows.ts';
import type { Fact } from '../../../domain/facts/fact.ts';
import { plainGives, plainLoanPolicy, plainOverduePolicy } from '../../../domain/world/plain-policies.ts';
import { testFolder } from '../../testing/folders.ts';
import { at, chargeRow, day, libraryUnder, loanRows, shelvedRow } from '../../testing/past-rows.ts';
import { elsewhere, itemRow } from '../../testing/small-library.ts';
import type { TestStation } from '../../testing/station.ts';
import { testStation } from '../../testing/station.ts';

/** 1.000 đồng for every open day late; `cung` does not look at closed days. */
const policies = {
  loanPolicies: [
    plainLoanPolicy,
    { ...plainLoanPolicy, id: 'cung', name: 'Hạn cứng', dueMode: 'calendar-days' },
  ],
  overduePolicies: [
    {
      ...plainOverduePolicy,
      closedDays: 'skip',
      charge: { kind: 'per-period', amount: 1_000, every: 1, unit: 'days', at: 'end' },
    },
  ],
} as const;

const overdueRow = (barcode: string, card: string, amount: number): EntityRow =>
  chargeRow(`loan-${barcode}/overdue`, card, {
    kind: 'overdue',
    ledger: 'compensation',
    amount,
    loan: `loan-${barcode}`,
    item: `item-LIB-A-${barcode}`,
    title: 'Dế Mèn phiêu lưu ký',
    raisedAt: at(-1),
  });

const rows = libraryUnder(policies, [
  ...loanRows('VV.1', 'THE-1', { due: day(0) }),
  ...loanRows('VV.2', 'THE-1', { due: day(2) }),
  ...loanRows('VV.3', 'THE-2', { due: day(3) }),
  ...loanRows('VV.4', 'THE-2', {
    due: day(1),
    policy: { version: 'p1', rule: 'chung', gives: { ...plainGives, loan: 'cung' } },
  }),
  ...loanRows('VV.5', 'THE-2', { due: day(1), library: elsewhere, id: 'loan-elsewhere' }),
  // Back yesterday after four days, and after one day: charged for each.
  ...loanRows('VV.6', 'THE-1', { due: day(-5), returnedAt: at(-1) }),
  overdueRow('VV.6', 'THE-1', 4_000),
  ...loanRows('VV.7', 'THE-2', { due: day(-2), returnedAt: at(-1) }),
  overdueRow('VV.7', 'THE-2', 1_000),
  // Back in time: no charge, and none comes of it.
  ...loanRows('VV.8', 'THE-2', { due: day(0), returnedAt: at(-1) }),
  shelvedRow('VV.9', 'THE-2', day(1)),
  itemRow('VV.5', elsewhere),
]);

const storm = { from: day(-2), to: day(2), name: ' Bão số 9 ' };

/** What stands of loans and charges now: due dates by loan, amounts by charge. */
async function standing({ databases }: TestStation): Promise<Readonly<Record<string, string | number>>> {
  const cards = ['THE-1', 'THE-2'];
  const panels = await Promise.all(cards.map((card) => databases.reader.patronPanel(`patron-${card}`)));
  const loans = panels.flatMap((panel) => panel?.loans ?? []).map(({ loan }) => [loan.id, loan.due] as const);
  const charges = panels
    .flatMap((panel) => panel?.charges ?? [])
    .map(({ id, amount }) => [id, amount] as const);
  return Object.fromEntries([...loans, ...charges]);
}

/** Of the lines of a preview: what stands before, and what after. */
function linesOf({ moved, recharged }: ClosingPreview, side: 'before' | 'after') {
  return Object.fromEntries([
    ...moved.map((line) => [line.loan, line[side]] as const),
    ...recharged.map((line) => [line.charge, line[side]] as const),
  ]);
}

async function facts({ databases }: TestStation): Promise<readonly Fact[]> {
  return (await databases.writer.nextPush(500)).map(({ bytes }) => JSON.parse(bytes));
}

describe('what a closing would move', () => {
  it('is shown with before and after, and nothing has happened yet', async () => {
    const station = await testStation(rows);
    const before = await standing(station);
    const preview = await station.databases.reader.closingPreview(storm);
    expect(
      preview.moved.map(({ loan, item, patron, before: was, after }) => [
        loan,
        item.title,
        patron.card,
        was,
        after,
      ]),
    ).toStrictEqual([
      ['loan-VV.1', 'Dế Mèn phiêu lưu ký', 'THE-1', day(0), day(3)],
      ['loan-VV.2', 'Dế Mèn phiêu lưu ký', 'THE-1', day(2), day(3)],
    ]);
    // Yesterday and the day before are closed afterwards: two of the four days late, and the one.
    expect(preview.recharged.map(({ patron, ...rest }) => ({ ...rest, card: patron.card }))).toStrictEqual([
      {
        charge: 'loan-VV.6/overdue',
        title: 'Dế Mèn phiêu lưu ký',
        card: 'THE-1',
        before: 4_000,
        after: 2_000,
      },
      { charge: 'loan-VV.7/overdue', title: 'Dế Mèn phiêu lưu ký', card: 'THE-2', before: 1_000, after: 0 },
    ]);
    expect(preview.findings.map(({ reason }) => reason)).toStrictEqual([
      { code: 'LT-1908', params: { from: day(-2), to: day(2), count: 2 } },
      { code: 'LT-1911', params: { count: 1 } },
      { code: 'LT-1910', params: { count: 2 } },
    ]);
    expect(await standing(station)).toStrictEqual(before);
    expect(await facts(station)).toStrictEqual([]);
    expect((await station.databases.reader.calendar()).closures).toStrictEqual([]);
  });

  it('is exactly what closing then does, and once done there is nothing left to move', async () => {
    const station = await testStation(rows);
    const { reader } = station.databases;
    const before = await standing(station);
    const preview = await reader.closingPreview(storm);
    const row = await station.desk.act({ do: 'close-days', ...storm });
    expect(row).toMatchObject({ act: 'settings', state: 'done', findings: preview.findings });
    expect(await standing(station)).toStrictEqual({ ...before, ...linesOf(preview, 'after') });
    expect((await reader.holdShelf()).map(({ barcode, until }) => [barcode, until])).toStrictEqual([
      ['VV.9', day(3)],
    ]);
    expect((await reader.calendar()).closures).toStrictEqual([{ ...storm, name: 'Bão số 9' }]);
    expect(await reader.closingPreview(storm)).toMatchObject({ moved: [], recharged: [] });
  });

  it('agrees with the closing whatever the days, one closing after another', async () => {
    const station = await testStation(rows);
    const { reader } = station.databases;
    const span = fc.record({
      from: fc.integer({ min: -16, max: 6 }),
      length: fc.integer({ min: -1, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(span, async ({ from, length }) => {
        const ask = { from: day(from), to: day(from + length), name: 'Mất điện' };
        const [before, told] = [await standing(station), (await facts(station)).length];
        const preview = await reader.closingPreview(ask);
        expect(before).toMatchObject(linesOf(preview, 'before'));
        const row = await station.desk.act({ do: 'close-days', ...ask });
        expect(row.findings).toStrictEqual(preview.findings);
        expect(await standing(station)).toStrictEqual({ ...before, ...linesOf(preview, 'after') });
        expect((await facts(station)).length === told).toBe(row.state === 'refused');
      }),
      { numRuns: 12 },
    );
  });
});

describe('a closing that cannot be', () => {
  it('says why, before and when it is asked for, and moves nothing', async () => {
    const station = await testStation(rows);
    const before = await standing(station);
    const wrong: readonly (readonly [Partial<typeof storm>, string])[] = [
      [{ from: day(-15) }, 'LT-1813'],
      [{ to: day(-3) }, 'LT-1813'],
      [{ name: '  ' }, 'LT-1812'],
      // Further than a calendar speaks of.
      [{ to: '2101-01-01' }, 'LT-1906'],
    ];
    for (const [changes, code] of wrong) {
      const ask = { ...storm, ...changes };
      const preview = await station.databases.reader.closingPreview(ask);
      expect(preview).toMatchObject({ moved: [], recharged: [], findings: [{ reason: { code } }] });
      const row = await station.desk.act({ do: 'close-days', ...ask });
      expect(row).toMatchObject({ state: 'refused', findings: preview.findings });
    }
    expect(await standing(station)).toStrictEqual(before);
    expect(await facts(station)).toStrictEqual([]);
  });

  it('says before it is asked for that the permission is missing', async () => {
    const station = await testStation(rows, testFolder(), ['policy']);
    const preview = await station.databases.reader.closingPreview(storm);
    expect(preview).toMatchObject({
      moved: [],
      recharged: [],
      findings: [{ reason: { code: 'LT-5104', params: { permission: 'calendar' } } }],
    });
  });
});
