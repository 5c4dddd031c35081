import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { toLoanColumns } from '../circulation/loan-columns.ts';
import type { Part } from '../database/rows.ts';
import { insertRows, runTogether } from '../database/rows.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { announce, lockFeed } from './feed.ts';
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
  /** Head of the feed. */
  readonly head: number;
}

/**
 * Takes pushed facts into the station's journal, in one transaction: entries, facts, the loans and exceptions
 * that follow, the rows of the feed. Facts that are already held are skipped, so a push can be repeated, split
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
    await runTogether(trx, [...heard(journal, received), ...writes(intake, head)]);
    const { acked, conflict, entries, loans } = intake;
    return { epoch: view.epoch, acked, conflict, added: entries.length, head: head + loans.length };
  });
}

function heard({ station, inc }: Journal, received: number): readonly Part[] {
  const at = new Date(received).toISOString();
  return [sql`update station set inc = ${inc}, last_seen = ${at}::timestamptz where station = ${station}`];
}

function writes({ facts, entries, loans, opened, settled }: Intake, head: number): readonly Part[] {
  const pos = head + loans.length;
  const settle = sql`delete from exception
    where id in (select jsonb_array_elements_text(${JSON.stringify(settled)}::jsonb))`;
  return [
    ...insertRows('fact', facts),
    ...insertRows(
      'journal_entry',
      entries.map((entry) => ({ ...entry, pos })),
    ),
    ...insertRows('loan', loans.map(toLoanColumns), 'replace'),
    ...insertRows('exception', opened),
    ...(settled.length > 0 ? [settle] : []),
    ...announce(
      head,
      loans.map((row) => ({ entity: 'loan', row })),
    ),
  ];
}
