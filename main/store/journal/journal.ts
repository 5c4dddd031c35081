import { randomUUIDv7 } from 'node:crypto';
import type { Basis, ClockEvidence, Fact, FactDraft, Instant } from '../../../domain/facts/fact.ts';
import { encodeFact, factVersions, genesisHash } from '../../../domain/facts/fact.ts';
import type { PushLine } from '../../../contract/sync/protocol.ts';
import type { Sqlite } from '../sqlite.ts';
import { damaged } from '../sqlite.ts';
import { linkHash } from './chain.ts';
import { incarnationsOver } from './incarnations.ts';

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

/** Facts of an incarnation that has ended, and where they belong. */
export interface PastLines {
  readonly incarnation: string;
  readonly lines: readonly PushLine[];
}

/** What a new incarnation begins with. */
export interface ForkPoint {
  /** Facts of the present incarnation after this sequence are taken over. */
  readonly after: number;
  /** An ended incarnation whose confirmed facts are taken over too, before the others; null for none. */
  readonly adopt: string | null;
  /** Life of the province in which the fork was found. */
  readonly epoch: string;
  readonly library: string;
}

interface PushSize {
  readonly facts: number;
  readonly bytes: number;
}

export interface Unsent {
  readonly count: number;
  readonly oldestAt: Instant | null;
}

/** The append-only record of what happened here. Every method is synchronous; `append` needs a transaction around it. */
export interface Journal {
  readonly station: string;
  /** Changes when the journal forks. */
  readonly incarnation: string;
  /** True once this journal has gone on from a copy. */
  isForked(): boolean;
  head(): JournalHead;
  /** Entry of the newest fact, 0 when there is none. Counts on over incarnations. */
  headEntry(): number;
  /** Adds facts to the chain. Must run inside `db.transaction`; nothing may be shown before that commits. */
  append(drafts: readonly FactDraft[], context: FactContext): readonly AppendedFact[];
  /** Facts after `seq`, oldest first, read one by one: there may be more than memory should hold. */
  factsAfter(seq: number): Iterable<Fact>;
  /** Facts made here after an entry, in whatever incarnation; what a fork took over does not come again. */
  factsMadeAfter(entry: number): readonly Fact[];
  /** The fact at an entry, or null. */
  factAt(entry: number): Fact | null;
  /** The fact of this incarnation at `seq`, or null. */
  factAtSeq(seq: number): Fact | null;
  /** Entry of a sequence of this incarnation. */
  entryOf(seq: number): number;
  /** True for the entry of a fact that a fork took over: the same fact stands at an earlier entry. */
  isCopy(entry: number): boolean;
  /** True when the province has confirmed the fact, in whatever incarnation it got there. */
  isConfirmed(fact: Fact): boolean;
  /** The newest `limit` facts, newest first, without what a fork took over. */
  newestFacts(limit: number): readonly Fact[];
  /** Lines to push after `seq`: at most `limits.facts` and, together, `limits.bytes` of text. */
  linesAfter(seq: number, limits: PushSize): readonly PushLine[];
  /** Lines of ended incarnations that the province held once and has not confirmed in its present life, or null. */
  pastLines(limits: PushSize): PastLines | null;
  /** `acked` facts of an ended incarnation are held by the province. */
  setPastAck(incarnation: string, acked: number): void;
  /**
   * Goes on as another incarnation that begins with the facts of `point`, under their own ids, and ends with a
   * `station.forked`. Nothing is confirmed of it yet. What stood in the file stays. Must run inside `db.transaction`.
   * After `damage` the facts behind it come along, and a `journal.damaged` is what it ends with.
   */
  fork(point: ForkPoint, context: FactContext): void;
  /** Entries that were whole before the damage that this file was made of; null when there is none to be told. */
  damage(): { readonly entries: number } | null;
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

/** Facts that a fork reads at once. */
const forkChunk = 500;

/** The journal of a station over an open, migrated database. A new file gets a random incarnation. */
export function journalOver(db: Sqlite, station: string): Journal {
  const incarnations = incarnationsOver(db, station);
  db.prepare('insert into ack values (1, 0, ?, null) on conflict do nothing').run(genesisHash);
  const selectHead = db.prepare<[number], JournalHead>(
    'select seq, hash from journal where entry > ? order by entry desc limit 1',
  );
  const insert = db.prepare(
    'insert into journal(entry, inc, seq, fact_id, kind, kv, at, bytes, prev, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const selectAfter = db.prepare<[number, number], EntryRow>(
    'select bytes, prev, hash from journal where entry > ? order by entry limit ?',
  );
  const selectBetween = db.prepare<[number, number, number], EntryRow>(
    'select bytes, prev, hash from journal where entry > ? and entry <= ? order by entry limit ?',
  );
  const selectCopy = db.prepare<[number, number, string], { seq: number }>(
    'select seq from journal where entry > ? and entry <= ? and fact_id = ?',
  );
  const selectAck = db.prepare<[], Ack>('select seq, hash, epoch from ack');
  const updateAck = db.prepare('update ack set seq = ?, hash = ?, epoch = ?');
  const selectAt = db.prepare<[number], { at: Instant }>('select at from journal where entry = ?');
  const selectEntry = db.prepare<[number], EntryRow>('select bytes, prev, hash from journal where entry = ?');
  const selectDamage = db.prepare<[], { entries: number }>('select entries from damage');
  const selectSalvaged = db.prepare<[], { bytes: string }>('select bytes from salvaged order by number');
  const selectIds = db.prepare<[string], { id: string }>('select fact_id as id from journal where inc = ?');
  const base = (): number => incarnations.present().base;
  const readAck = (): Ack => selectAck.get() ?? { seq: 0, hash: genesisHash, epoch: null };
  const head = (): JournalHead => selectHead.get(base()) ?? { seq: 0, hash: genesisHash };
  const factAt = (entry: number): Fact | null => {
    const row = selectEntry.get(entry);
    return row ? parseEntry(row) : null;
  };
  const write = (fact: Fact, prev: string): AppendedFact & { readonly hash: string } => {
    const bytes = encodeFact(fact);
    const hash = linkHash(prev, bytes);
    const entry = base() + fact.seq;
    insert.run(entry, fact.inc, fact.seq, fact.id, fact.kind, fact.kv, fact.at, bytes, prev, hash);
    return { entry, fact, hash };
  };
  const append: Journal['append'] = (drafts, context) => {
    let last = head();
    const { inc } = incarnations.present();
    return drafts.map((draft) => {
      const { hash, ...appended } = write(factOf(draft, context, station, inc, last.seq + 1), last.hash);
      last = { seq: appended.fact.seq, hash };
      return appended;
    });
  };
  const writeAgain = (facts: readonly Fact[]): void => {
    const { inc } = incarnations.present();
    let last = head();
    for (const taken of facts) {
      const { hash, fact } = write({ ...taken, inc, seq: last.seq + 1 }, last.hash);
      last = { seq: fact.seq, hash };
    }
  };
  /** Writes the facts of `from` < entry <= `to` once more, as facts of the present incarnation. */
  const takeOver = (from: number, to: number): void => {
    for (let done = from; done < to; done += forkChunk)
      writeAgain(selectBetween.all(done, Math.min(to, done + forkChunk), forkChunk).map(parseEntry));
  };

  /** Facts from behind the damage that the present incarnation does not have anyway, each once. */
  const waitingSalvaged = (inc: string): readonly Fact[] => {
    const salvaged = selectSalvaged.all();
    if (salvaged.length === 0) return [];
    const ids = new Set(selectIds.all(inc).map(({ id }) => id));
    return salvaged.map(parseEntry).filter(({ id }) => !ids.has(id) && ids.add(id));
  };

  const isCopy = (entry: number): boolean =>
    [incarnations.present(), ...incarnations.past()].some(
      ({ base: first, copied }) => entry > first && entry <= first + copied,
    );

  return {
    station,
    get incarnation() {
      return incarnations.present().inc;
    },
    isForked: () => incarnations.past().length > 0,
    head,
    headEntry: () => base() + head().seq,
    append,
    factsAfter: function* (seq) {
      for (const row of selectAfter.iterate(base() + seq, -1)) yield parseEntry(row);
    },
    factsMadeAfter: (entry) =>
      selectAfter
        .all(entry, -1)
        .filter((_, index) => !isCopy(entry + 1 + index))
        .map(parseEntry),
    factAt,
    factAtSeq: (seq) => factAt(base() + seq),
    entryOf: (seq) => base() + seq,
    isCopy,
    isConfirmed(fact) {
      const present = incarnations.present();
      if (fact.inc === present.inc) return fact.seq <= readAck().seq;
      const copy = selectCopy.get(present.base, present.base + present.copied, fact.id);
      if (copy !== undefined) return copy.seq <= readAck().seq;
      const past = incarnations.past().find(({ inc }) => inc === fact.inc);
      // Behind what was confirmed of it stands in a later life, where it was confirmed.
      return !past || fact.seq > past.confirmed || fact.seq <= past.acked;
    },
    newestFacts(limit) {
      const newest: Fact[] = [];
      for (let entry = base() + head().seq; entry > 0 && newest.length < limit; entry -= 1) {
        const fact = isCopy(entry) ? null : factAt(entry);
        if (fact) newest.push(fact);
      }
      return newest;
    },
    linesAfter: (seq, limits) => fitting(selectAfter.all(base() + seq, limits.facts), limits),
    pastLines(limits) {
      const waiting = incarnations.past().find(({ confirmed, acked }) => acked < confirmed);
      if (!waiting) return null;
      const { inc, base: from, acked, confirmed } = waiting;
      const rows = selectBetween.all(from + acked, from + confirmed, limits.facts);
      return { incarnation: inc, lines: fitting(rows, limits) };
    },
    setPastAck: (inc, acked) => incarnations.setPastAck(inc, acked),
    fork({ after, adopt, epoch, library }, context) {
      const left = incarnations.present();
      const { seq } = head();
      const adopted = incarnations.past().find(({ inc }) => inc === adopt);
      const damage = selectDamage.get();
      const salvaged = waitingSalvaged(left.inc);
      const copied = (adopted?.confirmed ?? 0) + seq - after + salvaged.length;
      const next = { inc: randomUUIDv7(), base: left.base + seq, copied };
      incarnations.begin(next, Math.min(readAck().seq, after));
      updateAck.run(0, genesisHash, epoch);
      if (adopted) {
        takeOver(adopted.base, adopted.base + adopted.confirmed);
        incarnations.giveUp(adopted.inc);
      }
      takeOver(left.base + after, left.base + seq);
      writeAgain(salvaged);
      // Last, so that the facts before it keep their time: a journal's time never goes back.
      const body = { library, from: left.inc, after, copied };
      const found = damage && { ...body, readable: damage.entries, salvaged: salvaged.length };
      append([found ? { kind: 'journal.damaged', body: found } : { kind: 'station.forked', body }], context);
      db.exec('delete from damage; delete from salvaged');
    },
    damage: () => selectDamage.get() ?? null,
    ack: readAck,
    setAck(ack) {
      const before = readAck().epoch;
      if (before !== null && before !== ack.epoch) incarnations.doubtPast();
      updateAck.run(ack.seq, ack.hash, ack.epoch);
    },
    unsent() {
      const acked = readAck().seq;
      const past = incarnations.past().find((one) => one.acked < one.confirmed);
      const ofPast = incarnations
        .past()
        .reduce((count, { confirmed, acked: held }) => count + confirmed - held, 0);
      const oldest = past ? past.base + past.acked + 1 : base() + acked + 1;
      return { count: ofPast + head().seq - acked, oldestAt: selectAt.get(oldest)?.at ?? null };
    },
    hashAt: (seq) => (seq === 0 ? genesisHash : (selectEntry.get(base() + seq)?.hash ?? null)),
  };
}

/** The first of `lines` that one push may hold. */
function fitting(lines: readonly PushLine[], limits: PushSize): readonly PushLine[] {
  const fits: PushLine[] = [];
  let bytes = 0;
  for (const line of lines) {
    // A line that was changed on the disk would be refused for ever, and everything behind it with it.
    if (line.hash !== linkHash(line.prev, line.bytes)) throw damaged('an entry is not what was written');
    bytes += Buffer.byteLength(JSON.stringify(line)) + 1;
    // One fact larger than the limit still goes alone: the queue must never stop.
    if (bytes > limits.bytes && fits.length > 0) break;
    fits.push(line);
  }
  return fits;
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

function parseEntry(row: Pick<EntryRow, 'bytes'>): Fact {
  // Written by `encodeFact` under the hash chain of this same file, which is checked when it is opened.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(row.bytes) as Fact;
}
