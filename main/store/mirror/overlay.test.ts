import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Loan } from '../../../domain/circulation/loan.ts';
import { protocolVersion } from '../../../contract/sync/protocol.ts';
import { plainGives } from '../../../domain/world/plain-policies.ts';
import { viewNow } from '../../services/desk-context.ts';
import { scanAt, testContext, testKey } from '../../testing/desk-context.ts';
import { testFolder } from '../../testing/folders.ts';
import { fillMirror, here } from '../../testing/small-library.ts';
import type { WriterVerbs } from '../../workers/writer-verbs.ts';
import { writerVerbs } from '../../workers/writer-verbs.ts';
import type { Store } from '../store.ts';
import { openStore } from '../store.ts';
import type { FeedRow } from './feed.ts';

interface Desk {
  readonly store: Store;
  readonly verbs: WriterVerbs;
  lend(copy: number): void;
  takeBack(copy: number): void;
  /** Takes in a page of loan rows that includes this station's facts up to `includes`. */
  page(loans: readonly Loan[], includes: number): void;
  /** Has the province confirm everything up to `seq`. */
  acknowledge(seq: number): void;
}

function desk(): Desk {
  const { store } = openStore(testFolder(), 'ST-1');
  fillMirror(store);
  const verbs = writerVerbs(testContext(store), testKey);
  return {
    store,
    verbs,
    lend: (copy) => void scanAt(store, `VV.${copy}`, 'patron-THE-1'),
    takeBack: (copy) => void scanAt(store, `VV.${copy}`, null),
    page: (loans, includes) => {
      const { feed } = verbs.syncPosition();
      const rows = loans.map((row): FeedRow => ({ known: true, row: { entity: 'loan', row } }));
      verbs.applyPage(rows, { ...feed, epoch: 'e1', cursor: feed.cursor + rows.length, includes });
    },
    acknowledge: (seq) => verbs.acknowledge({ seq, hash: store.journal.hashAt(seq) ?? '', epoch: 'e1' }),
  };
}

function closing(made: Desk): Desk {
  onTestFinished(() => made.store.close());
  return made;
}

const nextProtocol = protocolVersion + 1;

it('rows that an earlier program kept for later are shown by the one that can read them', () => {
  const folder = testFolder();
  const early = openStore(folder, 'ST-1').store;
  const loan = strange('L-1', 1, '2026-11-20T08:00:00+07:00');
  const aside = (pos: number, id: string, row: unknown, entity = 'loan', min = 1): FeedRow => ({
    known: false,
    pos,
    entity,
    id,
    row: JSON.stringify(row),
    min,
  });
  const verbs = writerVerbs(testContext(early), testKey);
  verbs.applyPage(
    [
      aside(1, 'L-1', { ...loan, renewals: 1 }),
      aside(2, 'L-1', { ...loan, renewals: 2 }),
      aside(3, 'L-2', { ...loan, id: 'L-2' }),
      aside(4, 'L-2', null),
      aside(5, 'L-3', { id: 'L-3', nothing: 'that anybody reads' }),
      aside(6, 'L-4', { ...loan, id: 'L-4' }),
      { known: true, row: { entity: 'loan', row: { ...loan, id: 'L-4', renewals: 7 } } },
      aside(8, 'R-1', { id: 'R-1' }, 'robot'),
      aside(9, 'L-5', { ...loan, id: 'L-5' }, 'loan', nextProtocol),
    ],
    { epoch: 'e1', cursor: 9, includes: 0, freshAt: null },
  );
  early.close();
  const { store } = openStore(folder, 'ST-1');
  onTestFinished(() => store.close());
  const renewals = ['L-1', 'L-2', 'L-3', 'L-4', 'L-5'].map(
    (id) => store.rows.get('loan', id)?.renewals ?? null,
  );
  expect(renewals).toStrictEqual([2, null, null, 7, null]);
  expect(store.mirrorDb.prepare('select id from parked order by pos').pluck().all()).toStrictEqual([
    'L-3',
    'R-1',
    'L-5',
  ]);
});

/** A loan of another station. */
function strange(id: string, copy: number, checkedOutAt: string, returnedAt: string | null = null): Loan {
  return {
    id,
    item: `item-${here}-VV.${copy}`,
    barcode: `VV.${copy}`,
    biblio: `biblio-VV.${copy}`,
    itemClass: 'sach',
    collection: 'kho-mo',
    price: 45_000,
    patron: 'patron-THE-2',
    library: here,
    station: 'ST-2',
    use: 'home',
    checkedOutAt,
    due: '2099-01-01',
    renewals: 0,
    unseenRenewals: 0,
    policy: { version: 'p1', rule: 'chung', gives: plainGives },
    recall: null,
    claimedReturnedAt: null,
    lostAt: null,
    returnedAt,
  };
}

const long = '2020-01-01T08:00:00.000+07:00';
const soon = '2098-01-01T08:00:00.000+07:00';
const shown = ({ store }: Desk, patron: string): readonly string[] =>
  viewNow(testContext(store))
    .openLoansOfPatron(patron)
    .map(({ barcode }) => barcode);

function overlayTables({ store }: Desk): unknown {
  return ['overlay_fact', 'overlay_stream', 'shadow', 'loan', 'item_state'].map((table) =>
    store.mirrorDb
      .prepare(`select * from ${table}`)
      .all()
      .map((row) => JSON.stringify(row))
      .sort(),
  );
}

describe('the overlay', () => {
  it('is after any pages what folding everything anew would give', () => {
    const act = fc.record({
      kind: fc.constantFrom('lend', 'takeBack', 'page'),
      copy: fc.integer({ min: 1, max: 4 }),
      included: fc.integer({ min: 0, max: 3 }),
      at: fc.constantFrom(long, soon),
      back: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const made = desk();
        for (const [index, { kind, copy, included, at, back }] of acts.entries()) {
          if (kind !== 'page') {
            made[kind](copy);
            continue;
          }
          const { feed, head } = made.verbs.syncPosition();
          const row = strange(`other-${copy}-${index % 3}`, copy, at, back ? at : null);
          made.page([row], Math.min(head.seq, feed.includes + included));
          const settled = overlayTables(made);
          made.store.rebuildOverlay();
          expect(settled).toStrictEqual(overlayTables(made));
        }
        made.store.close();
      }),
      { numRuns: 40 },
    );
  });

  it('leaves a loan alone that another desk made after the return that waits here', () => {
    const made = closing(desk());
    made.page([strange('old', 1, long)], 0);
    made.takeBack(1);
    expect(shown(made, 'patron-THE-2')).toStrictEqual([]);
    // The other desk had the copy back before ours said so, and has lent it again since.
    made.page([strange('old', 1, long, soon), strange('new', 1, soon)], 0);
    expect(shown(made, 'patron-THE-2')).toStrictEqual(['VV.1']);
  });

  it('brings facts back when the rows turn out not to hold them', () => {
    const made = closing(desk());
    made.lend(1);
    made.page([], 1);
    expect(shown(made, 'patron-THE-1')).toStrictEqual([]);
    made.page([], 0);
    expect(shown(made, 'patron-THE-1')).toStrictEqual(['VV.1']);
  });

  it('shows, while everything is fetched again, only the acts that will not come with the rows', () => {
    const made = closing(desk());
    made.lend(1);
    made.lend(2);
    made.acknowledge(1);
    // Another desk has closed the first loan long ago; its row says so when it comes.
    made.verbs.clearMirror();
    expect(shown(made, 'patron-THE-1')).toStrictEqual(['VV.2']);
    made.store.rebuildOverlay();
    expect(shown(made, 'patron-THE-1')).toStrictEqual(['VV.2']);
  });
});
