import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Bench } from '../measure.ts';
import { figure, quantile } from '../measure.ts';
import { measuredOnce } from '../measured-once.ts';
import { feedRows } from '../station/feed-rows.ts';
import { startMeasuredStation } from '../station/station-process.ts';

const titles = 25_000;
const changes = 100_000;
/** Rows of one transaction: a page of the station. */
const pageRows = 500;
/** Scans of the desk at rest, and the pause between two scans (ms): a librarian who never stops. */
const scansAtRest = 100;
const pause = 100;
const p95 = 0.95;

interface Measured {
  readonly changesPerSecond: number;
  readonly insertsPerSecond: number;
  readonly scanBusy: number;
  readonly scanAtRest: number;
}

/**
 * Changes a second that a station applies from a recorded feed over HTTP while its desk scans ten times a second; and
 * the 95th percentile of such a scan, from the code to the durable decision. Baselines: plain inserts of the same rows
 * into SQLite in transactions of a page, and the same scans with nothing to apply.
 */
export const catchUp: readonly Bench[] = measuredOnce(measure, (measured) => [
  {
    name: 'catch-up',
    run: async (options) => {
      const { changesPerSecond, insertsPerSecond } = await measured(options);
      return figure({
        name: 'catch-up',
        value: changesPerSecond,
        unit: 'changes/s',
        baseline: insertsPerSecond,
        against: 'plain inserts of the same rows in SQLite',
        target: '2000 or more',
      });
    },
  },
  {
    name: 'catch-up-scan-p95',
    run: async (options) => {
      const { scanBusy, scanAtRest } = await measured(options);
      return figure({
        name: 'catch-up-scan-p95',
        value: scanBusy,
        unit: 'ms',
        baseline: scanAtRest,
        against: 'the same scans at rest',
        target: '50 or less',
      });
    },
  },
]);

async function measure(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-bench-'));
  const station = await startMeasuredStation(folder, { titles, changes });
  try {
    const rest = await station.tell({ type: 'scan', scans: scansAtRest, pause });
    const busy = await station.tell({ type: 'catch-up', pause });
    return {
      changesPerSecond: changes / busy.seconds,
      insertsPerSecond: plainInserts(join(folder, 'plain.db')),
      scanBusy: quantile(busy.scans, p95),
      scanAtRest: quantile(rest.scans, p95),
    };
  } finally {
    await station.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function plainInserts(path: string): number {
  const rows = feedRows(titles).map(({ entity, row }) => [entity, row.id, JSON.stringify(row)] as const);
  const db = new Database(path);
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = normal');
  db.exec('create table mirrored(entity text, id text, row text not null, primary key (entity, id)) strict');
  const insert = db.prepare('insert or replace into mirrored values (?, ?, ?)');
  const insertPage = db.transaction((from: number) => {
    for (const row of rows.slice(from, from + pageRows)) insert.run(...row);
  });
  const began = performance.now();
  for (let from = 0; from < rows.length; from += pageRows) insertPage(from);
  const seconds = (performance.now() - began) / 1000;
  db.close();
  return rows.length / seconds;
}
