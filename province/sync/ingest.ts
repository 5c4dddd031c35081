import type { Kysely, Transaction } from 'kysely';
import { refoldItems } from '../circulation/refold.ts';
import type { FactException } from '../circulation/exceptions.ts';
import { recordFactExceptions } from '../circulation/exceptions.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { effectiveTime } from './effective-time.ts';
import type { NewFact } from './fact-store.ts';
import { insertFacts, readKnownFacts, sameHappening } from './fact-store.ts';
import { announce, lockFeed, readFeed } from './feed.ts';
import type { JournalConflict, JournalHead } from './journal.ts';
import { placeFacts, readJournalHead, readKnownHashes, readLastEffective } from './journal.ts';
import type { PushedFact } from './push-lines.ts';

export interface Journal {
  readonly station: string;
  readonly inc: string;
}

/** What the province holds after a push: true whether this push or an earlier, lost one brought it. */
export interface IngestResult {
  readonly epoch: string;
  readonly acked: JournalHead;
  readonly conflict: JournalConflict | null;
  /** Facts that this push added to the journal. */
  readonly added: number;
  readonly head: number;
}

/**
 * Takes pushed facts into the station's journal, in one transaction: entries, facts, the loans and exceptions
 * that follow, the rows of the feed. Facts that are already held are skipped, so a push can be repeated, split
 * or overlapped at will. `received` is the server's clock in ms.
 */
export async function ingest(
  db: Kysely<ProvinceSchema>,
  journal: Journal,
  pushed: readonly PushedFact[],
  received: number,
): Promise<IngestResult> {
  return db.transaction().execute(async (trx) => {
    await lockStation(trx, journal, received);
    const held = await readJournalHead(trx, journal.station, journal.inc);
    const known = await readKnownHashes(trx, journal.station, journal.inc, held, pushed);
    const { fresh, acked, conflict } = placeFacts(held, known, pushed);
    if (fresh.length > 0) await append(trx, journal, fresh, received);
    const { epoch, head } = await readFeed(trx);
    return { epoch, acked, conflict, added: fresh.length, head };
  });
}

/** Two pushes of one station run one after the other. */
async function lockStation(
  trx: Transaction<ProvinceSchema>,
  { station, inc }: Journal,
  received: number,
): Promise<void> {
  await trx
    .updateTable('station')
    .set({ inc, last_seen: new Date(received).toISOString() })
    .where('station', '=', station)
    .execute();
}

async function append(
  trx: Transaction<ProvinceSchema>,
  journal: Journal,
  fresh: readonly PushedFact[],
  received: number,
): Promise<void> {
  const head = await lockFeed(trx);
  const placed = await placeInTime(trx, journal, fresh, received);
  await insertFacts(trx, placed.facts);
  await recordFactExceptions(trx, placed.exceptions);
  const items = new Set(placed.facts.flatMap(({ pushed: { fact } }) => (fact ? [fact.body.item] : [])));
  const loans = await refoldItems(trx, [...items]);
  const newHead = await announce(
    trx,
    head,
    loans.map((row) => ({ entity: 'loan', row })),
  );
  await trx
    .insertInto('journal_entry')
    .values(
      fresh.map(({ envelope, hash, prev, bytes }) => ({
        station: journal.station,
        inc: journal.inc,
        seq: envelope.seq,
        hash,
        prev,
        fact_id: envelope.id,
        pos: newHead,
        received_at: new Date(received).toISOString(),
        bytes: placed.repeated.has(envelope.seq) ? bytes : null,
      })),
    )
    .execute();
}

interface PlacedPush {
  readonly facts: readonly NewFact[];
  /** Sequences whose fact the province has from elsewhere: after a fork the same facts come again. */
  readonly repeated: ReadonlySet<number>;
  readonly exceptions: readonly FactException[];
}

async function placeInTime(
  trx: Transaction<ProvinceSchema>,
  journal: Journal,
  fresh: readonly PushedFact[],
  received: number,
): Promise<PlacedPush> {
  const known = await readKnownFacts(
    trx,
    fresh.map(({ envelope }) => envelope.id),
  );
  const facts: NewFact[] = [];
  const repeated = new Set<number>();
  const exceptions: FactException[] = [];
  let previous = await readLastEffective(trx, journal.station, journal.inc);
  for (const pushed of fresh) {
    const { id, at, clock, seq } = pushed.envelope;
    const place = `${journal.station}/${journal.inc}/${seq}`;
    const earlier = known.get(id);
    const effective = earlier?.effective ?? effectiveTime(at, clock.offset, previous, received);
    previous = Math.max(previous, effective);
    if (earlier) {
      repeated.add(seq);
      if (!sameHappening(earlier.bytes, pushed.bytes))
        exceptions.push({ rule: 'fact-id-reused', fact: id, place, occurredAt: effective });
      continue;
    }
    known.set(id, { bytes: pushed.bytes, effective });
    facts.push({ pushed, effective });
    if (!pushed.fact)
      exceptions.push({ rule: 'unreadable-fact', fact: id, place, occurredAt: effective });
  }
  return { facts, repeated, exceptions };
}
