import { randomUUIDv7 } from 'node:crypto';
import type { Basis, ClockEvidence, Fact, FactDraft, Instant } from '../../../domain/facts/fact.ts';
import { encodeFact, factVersions, genesisHash } from '../../../domain/facts/fact.ts';
import type { PushLine } from '../../../contract/sync/protocol.ts';
import { StoreRefused } from '../refused.ts';
import type { Sqlite } from '../sqlite.ts';
import { linkHash } from './chain.ts';

/** Who, where and when: what the journal adds to a draft besides its place in the chain. */
export interface FactContext {
  readonly at: Instant;
  readonly clock: ClockEvidence;
  readonly actor: string;
  readonly desk: string;
  readonly basis: Basis;
}

export interface JournalHead {
  readonly seq: number;
  readonly hash: string;
}

export interface Ack extends JournalHead {
  readonly epoch: string | null;
}

export interface Unsent {
  readonly count: number;
  readonly oldestAt: Instant | null;
}

/** The append-only record of what happened here. Every method is synchronous; `append` needs a transaction around it. */
export interface Journal {
  readonly station: string;
  readonly incarnation: string;
  head(): JournalHead;
  /** Entry of the newest fact, 0 when there is none. Counts on over incarnations. */
  headEntry(): number;
  /** Adds facts to the chain. Must run inside `db.transaction`; nothing may be shown before that commits. */
  append(drafts: readonly FactDraft[], context: FactContext): readonly AppendedFact[];
  /** Facts after `seq`, oldest first, read one by one: there may be more than memory should hold. */
  factsAfter(seq: number): Iterable<Fact>;
  /** The fact at an entry, or null. */
  factAt(entry: number): Fact | null;
  /** The fact of this incarnation at `seq`, or null. */
  factAtSeq(seq: number): Fact | null;
  /** The newest `limit` facts, newest first. */
  newestFacts(limit: number): readonly Fact[];
  /** Lines to push after `seq`: at most `limits.facts` and, together, `limits.bytes` of text. */
  linesAfter(seq: number, limits: { readonly facts: number; readonly bytes: number }): readonly PushLine[];
  ack(): Ack;
  setAck(ack: Ack): void;
  unsent(): Unsent;
  /** Hash of the entry at `seq`, or null when this incarnation has none. */
  hashAt(seq: number): string | null;
}

export interface AppendedFact {
  readonly entry: number;
  readonly fact: Fact;
}

interface EntryRow {
  readonly bytes: string;
  readonly prev: string;
  readonly hash: string;
}

/** The journal of a station over an open, migrated database. A new file gets a random incarnation. */
export function journalOver(db: Sqlite, station: string): Journal {
  db.prepare('insert into identity values (1, ?, ?, 0) on conflict do nothing').run(station, randomUUIDv7());
  db.prepare('insert into ack values (1, 0, ?, null) on conflict do nothing').run(genesisHash);
  const identity = db
    .prepare<[], { station: string; inc: string; base: number }>(
      'select station, incarnation as inc, base from identity',
    )
    .get();
  if (!identity || identity.station !== station) {
    throw new StoreRefused('LT-3108', { owner: identity?.station ?? '', station });
  }
  const { inc, base } = identity;
  const selectHead = db.prepare<[number], JournalHead>(
    'select seq, hash from journal where entry > ? order by entry desc limit 1',
  );
  const insert = db.prepare(
    'insert into journal(entry, inc, seq, fact_id, kind, kv, at, bytes, prev, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const selectAfter = db.prepare<[number, number], EntryRow>(
    'select bytes, prev, hash from journal where entry > ? order by entry limit ?',
  );
  const selectNewest = db.prepare<[number], EntryRow>(
    'select bytes, prev, hash from journal order by entry desc limit ?',
  );
  const selectAck = db.prepare<[], Ack>('select seq, hash, epoch from ack');
  const updateAck = db.prepare('update ack set seq = ?, hash = ?, epoch = ?');
  const selectAt = db.prepare<[number], { at: Instant }>('select at from journal where entry = ?');
  const selectEntry = db.prepare<[number], EntryRow>('select bytes, prev, hash from journal where entry = ?');
  const readAck = (): Ack => selectAck.get() ?? { seq: 0, hash: genesisHash, epoch: null };
  const head = (): JournalHead => selectHead.get(base) ?? { seq: 0, hash: genesisHash };
  const factAt = (entry: number): Fact | null => {
    const row = selectEntry.get(entry);
    return row ? parseEntry(row) : null;
  };

  return {
    station,
    incarnation: inc,
    head,
    headEntry: () => base + head().seq,
    append(drafts, context) {
      let last = head();
      return drafts.map((draft) => {
        const seq = last.seq + 1;
        const fact = factOf(draft, context, station, inc, seq);
        const bytes = encodeFact(fact);
        const hash = linkHash(last.hash, bytes);
        const entry = base + seq;
        insert.run(entry, inc, seq, fact.id, fact.kind, fact.kv, fact.at, bytes, last.hash, hash);
        last = { seq, hash };
        return { entry, fact };
      });
    },
    factsAfter: function* (seq) {
      for (const row of selectAfter.iterate(base + seq, -1)) yield parseEntry(row);
    },
    factAt,
    factAtSeq: (seq) => factAt(base + seq),
    newestFacts: (limit) => selectNewest.all(limit).map(parseEntry),
    linesAfter(seq, limits) {
      const lines: PushLine[] = [];
      let bytes = 0;
      for (const line of selectAfter.all(base + seq, limits.facts)) {
        bytes += Buffer.byteLength(JSON.stringify(line)) + 1;
        // One fact larger than the limit still goes alone: the queue must never stop.
        if (bytes > limits.bytes && lines.length > 0) break;
        lines.push(line);
      }
      return lines;
    },
    ack: readAck,
    setAck: (ack) => void updateAck.run(ack.seq, ack.hash, ack.epoch),
    unsent: () => {
      const acked = readAck().seq;
      return { count: head().seq - acked, oldestAt: selectAt.get(base + acked + 1)?.at ?? null };
    },
    hashAt: (seq) => (seq === 0 ? genesisHash : (selectEntry.get(base + seq)?.hash ?? null)),
  };
}

function factOf(draft: FactDraft, context: FactContext, station: string, inc: string, seq: number): Fact {
  // Kind and body of a draft belong together; the compiler does not carry that through the spread.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return {
    v: 1,
    id: draft.id ?? randomUUIDv7(),
    station,
    inc,
    seq,
    kind: draft.kind,
    kv: factVersions[draft.kind],
    ...context,
    body: draft.body,
  } as Fact;
}

function parseEntry(row: EntryRow): Fact {
  // Written by `encodeFact` under the hash chain of this same file, which is checked when it is opened.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(row.bytes) as Fact;
}
