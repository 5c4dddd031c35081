import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { defaultCodePatterns } from '../../domain/identifiers/default-patterns.ts';
import type { EntityRow } from '../../domain/catalogue/rows.ts';
import { actOnScan } from '../../main/services/circulation/act.ts';
import type { DeskContext } from '../../main/services/desk-context.ts';
import { stationClock } from '../../main/services/station-clock.ts';
import { openStore } from '../../main/store/store.ts';
import { ordinaryMode } from '../../contract/workstation/desk.ts';
import { plainLoanPolicy, plainPolicySet } from '../../domain/world/plain-policies.ts';
import { testKey } from '../../main/testing/desk-context.ts';
import { fillMirror, here, itemRow, smallLibrary } from '../../main/testing/small-library.ts';
import type { Bench, Figure } from '../measure.ts';
import { figure, median } from '../measure.ts';

const rounds = 12;
const actsPerRound = 200;

/** Measures `ours` against bare inserts of the same bytes with FULL. Rounds alternate, medians are compared. */
function againstBareInserts(
  name: string,
  target: string,
  ours: (context: DeskContext) => (number: number) => void,
): Figure {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-bench-'));
  const { store } = openStore(folder, 'ST-1');
  fillMirror(store, [...smallLibrary, ...manyCopies(), unlimitedPolicy]);
  const bare = bareInserts(join(folder, 'bare.db'));
  const act = ours({
    store,
    clock: stationClock('Asia/Ho_Chi_Minh'),
    library: here,
    desk: 'Quầy 1',
    actor: 'nv-1',
    permissions: 'all',
    timeZone: 'Asia/Ho_Chi_Minh',
    codes: defaultCodePatterns,
  });
  act(rounds * actsPerRound);
  const sample = store.journal.linesAfter(0, { facts: 1, bytes: 1 })[0]?.bytes ?? '';
  const measured: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    baseline.push(perSecond(actsPerRound, () => bare.insert(sample)));
    let number = round * actsPerRound;
    measured.push(perSecond(actsPerRound, () => act((number += 1) - 1)));
  }
  const recorded = store.journal.head().seq;
  bare.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
  if (recorded !== rounds * actsPerRound + 1) throw new Error(`Only ${recorded} acts were recorded.`);
  return figure({
    name,
    value: median(measured),
    unit: 'facts/s',
    baseline: median(baseline),
    against: 'bare better-sqlite3 insert of the same bytes, FULL',
    target,
  });
}

/** The commit point alone: envelope, exact text, hash chain, one FULL transaction per fact. */
export const commit: Bench = {
  name: 'commit',
  run: () =>
    Promise.resolve(
      againstBareInserts('commit', 'ratio 0.5 or more', ({ store, clock, desk, actor }) => {
        const basis = { epoch: 'e1', cursor: 1, policy: null };
        return (number) => {
          const at = clock.now();
          const body = {
            item: `item-ts-${number}`,
            barcode: `TS.${number}`,
            library: here,
            loan: null,
            returnedAt: at,
            mode: 'desk',
            usedInHouse: false,
          } as const;
          const context = { at, clock: clock.evidence(), actor, desk, basis };
          store.journalDb.transaction(() =>
            store.journal.append([{ kind: 'loan.returned', body }], context),
          )();
        };
      }),
    ),
};

/** A whole desk act: look up, decide, commit, overlay. */
export const deskAct: Bench = {
  name: 'desk-act',
  run: () =>
    Promise.resolve(
      againstBareInserts('desk-act', 'none: shown to be watched', (context) => (number) => {
        actOnScan(context, testKey, {
          text: `TS.${number}`,
          patron: 'patron-THE-1',
          mode: ordinaryMode,
        });
      }),
    ),
};

function bareInserts(path: string): { insert(bytes: string): void; close(): void } {
  const db = new Database(path);
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = full');
  db.exec(
    'create table journal(seq integer primary key, bytes text not null, prev text not null, hash text not null) strict',
  );
  const insert = db.prepare('insert into journal(bytes, prev, hash) values (?, ?, ?)');
  const hash = 'a'.repeat(64);
  return { insert: (bytes) => void insert.run(bytes, hash, hash), close: () => db.close() };
}

function perSecond(count: number, run: () => void): number {
  const started = performance.now();
  for (let done = 0; done < count; done += 1) run();
  return (count * 1000) / (performance.now() - started);
}

/** Enough copies to lend each once, and one to warm up; each of a title of its own. */
function manyCopies(): EntityRow[] {
  return Array.from({ length: rounds * actsPerRound + 1 }, (_, copy) =>
    itemRow(`TS.${copy}`, here, 'sach', { id: `item-ts-${copy}`, biblio: `biblio-ts-${copy}` }),
  );
}

const unlimitedPolicy: EntityRow = {
  entity: 'policy',
  row: plainPolicySet({
    id: 'p2',
    version: 'p2',
    effectiveFrom: '2021-01-01',
    loanPolicies: [{ ...plainLoanPolicy, limits: [] }],
  }),
};
