import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Part } from '../database/rows.ts';
import { insertRows, runTogether } from '../database/rows.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import {
  leaseRows,
  leaseWhereNeeded,
  noteUsed,
  usedNumbers,
  withUsed,
  writeLeases,
} from '../money/receipt-leases.ts';
import type { OpenedDoubts } from '../projection/open-doubts.ts';
import { openDoubts } from '../projection/open-doubts.ts';
import { writeRefold } from '../projection/write-refold.ts';
import { announce } from '../scopes/announce.ts';
import { lockFeed } from './feed.ts';
import type { Intake } from './intake.ts';
import { takeIn } from './intake.ts';
import { readIntakeView } from './intake-view.ts';
import type { Journal, JournalConflict, JournalHead } from './journal.ts';
import type { PushedFact } from './push-lines.ts';

/** What the province holds after a push: true whether this push or an earlier, lost one brought it. */
export interface IngestResult {
  readonly epoch: string;
  readonly acked: JournalHead;
  readonly conflict: JournalConflict | null;
  /** Facts that this push added to the journal. */
  readonly added: number;
  /** Facts of it that the province holds now, up to the first that does not fit. */
  readonly taken: number;
  /** Head of the feed. */
  readonly head: number;
}

/**
 * Takes pushed facts into the station's journal, in one transaction: entries, facts, the rows and exceptions
 * that follow, the lines of the feed. Facts that are already held are skipped, so a push can be repeated, split
 * or overlapped at will. Pushes run one after another: the lock of the feed covers the station's journal too.
 * `received` is the server's clock in ms.
 */
export async function ingest(
  db: Kysely<ProvinceSchema>,
  journal: Journal,
  pushed: readonly PushedFact[],
  received: number,
): Promise<IngestResult> {
  return db.transaction().execute(async (trx) => {
    const head = await lockFeed(trx);
    const view = await readIntakeView(trx, journal, pushed);
    const intake = takeIn(view, journal, pushed, received);
    const used = usedNumbers(intake.readable);
    // A station's first numbers come with its first hello: some stations only ever have a past.
    const leases = view.receipts.greeted
      ? await leaseWhereNeeded(trx, journal, withUsed(view.receipts, used), received)
      : [];
    const doubts = await openDoubts(trx, intake.doubts, view.library);
    const changes = [...intake.changes, ...(doubts?.refold.changes ?? []), ...leaseRows(leases)];
    const announced = await announce(trx, head, changes);
    await runTogether(trx, [
      ...heard(journal, received),
      ...writes(intake, announced.head, doubts),
      ...noteUsed(journal.station, used),
      ...writeLeases(leases),
      ...announced.parts,
    ]);
    const { acked, conflict, taken, entries } = intake;
    return { epoch: view.epoch, acked, conflict, added: entries.length, taken, head: announced.head };
  });
}

function heard({ station, inc }: Journal, received: number): readonly Part[] {
  const at = new Date(received).toISOString();
  return [sql`update station set inc = ${inc}, last_seen = ${at}::timestamptz where station = ${station}`];
}

function writes(intake: Intake, pos: number, doubts: OpenedDoubts | null): readonly Part[] {
  return [
    ...insertRows('fact', intake.facts),
    ...insertRows('fact_stream', intake.factStreams),
    ...insertRows(
      'journal_entry',
      intake.entries.map((entry) => ({ ...entry, pos })),
    ),
    ...writeRefold({
      ...intake,
      projected: [...intake.projected, ...(doubts?.refold.projected ?? [])],
      opened: [...intake.opened, ...(doubts?.columns ?? [])],
    }),
    ...insertRows('published', doubts?.published ?? []),
  ];
}
