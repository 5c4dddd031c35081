import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { PointSpacing } from '../../domain/facts/fold-point.ts';
import { usualSpacing } from '../../domain/facts/fold-point.ts';
import type { Stream } from '../../domain/facts/streams.ts';
import type { Part } from '../database/rows.ts';
import { insertRows, runTogether } from '../database/rows.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { NewLease } from '../money/receipt-leases.ts';
import {
  leaseRows,
  leaseWhereNeeded,
  noteUsed,
  usedNumbers,
  withUsed,
  writeLeases,
} from '../money/receipt-leases.ts';
import { limitDoubts } from '../policy/over-limit.ts';
import { policyDoubts } from '../policy/superseded.ts';
import type { OpenedDoubts } from '../projection/open-doubts.ts';
import { openDoubts, withDoubts } from '../projection/open-doubts.ts';
import { writeRefold } from '../projection/write-refold.ts';
import { announce } from '../scopes/announce.ts';
import { lockFeed } from './feed.ts';
import type { Intake } from './intake.ts';
import { takeIn } from './intake.ts';
import type { IntakeView, Push } from './intake-view.ts';
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

/** Where pushes are taken in, and when points of streams are set. */
export interface IntakeParts {
  readonly db: Kysely<ProvinceSchema>;
  readonly spacing: PointSpacing;
}

/** Takes in one push as `ingestTogether` does. */
export async function ingest(
  db: Kysely<ProvinceSchema>,
  journal: Journal,
  facts: readonly PushedFact[],
  received: number,
): Promise<IngestResult> {
  const [result] = await ingestTogether({ db, spacing: usualSpacing }, [{ journal, facts }], received);
  if (!result) throw new Error('a push has no result');
  return result;
}

/**
 * Takes pushed facts into the journals of their stations, in one transaction: entries, facts, the rows and exceptions
 * that follow, the lines of the feed. Facts that are already held are skipped, so a push can be repeated, split
 * or overlapped at will. What becomes of several pushes, of different stations, is what would become of them one after
 * another; the lock of the feed covers the journals too. `received` is the server's clock in ms. The results have the
 * order of the pushes.
 */
export async function ingestTogether(
  { db, spacing }: IntakeParts,
  pushes: readonly Push[],
  received: number,
): Promise<readonly IngestResult[]> {
  return db.transaction().execute(async (trx) => {
    const head = await lockFeed(trx);
    const { view, intake } = await takeInWhole(trx, spacing, pushes, received);
    const { leases, noted } = await receiptsAfter(trx, view, pushes, intake, received);
    const journals = intake.journals.map(({ readable }, place) => ({
      facts: readable,
      library: view.journals[place]?.library ?? null,
    }));
    const found = [
      ...intake.doubts,
      ...(await policyDoubts(trx, journals)),
      ...(await limitDoubts(trx, journals, intake.changes, view.epoch)),
    ];
    const doubts = await openDoubts(trx, found, intake.readable);
    const changes = [...intake.changes, ...(doubts?.refold.changes ?? []), ...leaseRows(leases)];
    const announced = await announce(trx, head, changes);
    await runTogether(trx, [
      heard(pushes, received),
      ...writes(intake, announced.head, doubts),
      ...noted,
      ...writeLeases(leases),
      ...announced.parts,
    ]);
    return intake.journals.map(({ acked, conflict, added, taken }) => ({
      epoch: view.epoch,
      acked,
      conflict,
      added,
      taken,
      head: announced.head,
    }));
  });
}

/** Streams of which a fact speaks of what lies before their point are read and folded from their beginning. */
async function takeInWhole(
  trx: Transaction<ProvinceSchema>,
  spacing: PointSpacing,
  pushes: readonly Push[],
  received: number,
): Promise<{ readonly view: IntakeView; readonly intake: Intake }> {
  const whole: Stream[] = [];
  for (;;) {
    const view = await readIntakeView(trx, pushes, whole);
    const intake = takeIn(view, pushes, received, spacing);
    if (intake.reachingBack.length === 0) return { view, intake };
    for (const stream of intake.reachingBack) whole.push(stream);
  }
}

/** New ranges of receipt numbers, and the statements that note which numbers were used. */
async function receiptsAfter(
  trx: Transaction<ProvinceSchema>,
  view: IntakeView,
  pushes: readonly Push[],
  intake: Intake,
  received: number,
): Promise<{ readonly leases: readonly NewLease[]; readonly noted: readonly Part[] }> {
  const leases: NewLease[] = [];
  const noted: Part[] = [];
  for (const [place, { journal }] of pushes.entries()) {
    const used = usedNumbers(intake.journals[place]?.readable ?? []);
    noted.push(...noteUsed(journal.station, used));
    const receipts = view.journals[place]?.receipts;
    // A station's first numbers come with its first hello: some stations only ever have a past.
    if (receipts?.greeted)
      leases.push(...(await leaseWhereNeeded(trx, journal, withUsed(receipts, used), received, leases)));
  }
  return { leases, noted };
}

function heard(pushes: readonly Push[], received: number): Part {
  const said = JSON.stringify(pushes.map(({ journal }) => journal));
  return sql`update station set inc = said.inc, last_seen = ${new Date(received).toISOString()}::timestamptz
    from jsonb_to_recordset(${said}::jsonb) as said(station text, inc text)
    where station.station = said.station`;
}

function writes(intake: Intake, pos: number, doubts: OpenedDoubts | null): readonly Part[] {
  return [
    ...insertRows('fact', intake.facts),
    ...insertRows('fact_stream', intake.factStreams),
    ...insertRows(
      'journal_entry',
      intake.entries.map((entry) => ({ ...entry, pos })),
    ),
    ...writeRefold(withDoubts(intake, doubts)),
    ...insertRows('published', doubts?.published ?? []),
  ];
}
