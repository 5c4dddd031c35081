import type { Entity, EntityRow } from '../../../domain/catalogue/rows.ts';
import type { Loan } from '../../../domain/circulation/loan.ts';
import { currentLoan } from '../../../domain/circulation/item-history.ts';
import type { Fact } from '../../../domain/facts/fact.ts';
import { evolveRows } from '../../../domain/facts/fold-stream.ts';
import type { Stream } from '../../../domain/facts/streams.ts';
import { streamKind, streamOfRow, streamsOf } from '../../../domain/facts/streams.ts';
import type { Sqlite } from '../sqlite.ts';
import { parkedOver } from './parked.ts';
import type { RowWriter } from './rows.ts';
import { parseRow } from './stored-rows.ts';
import type { StoredRows } from './stored-rows.ts';

/**
 * Facts of this station that the province's rows do not hold yet, folded over them. The tables always hold what
 * the desk shows; the province's own rows of an overlaid stream stand aside meanwhile. Downloads never wait for
 * uploads, and what the desk did is seen at the desk at once.
 */
export interface Overlay {
  /** Adds one new fact on top of what is shown. */
  apply(fact: Fact): void;
  /**
   * Forgets everything and folds `facts` (in sequence order) over the province's rows again, with those that an earlier
   * program could not read and this one can.
   */
  rebuild(facts: Iterable<Fact>): void;
  /** A row of the province. Where its stream is overlaid it is kept aside until `settle`. */
  receive(row: EntityRow): void;
  /** The province says that a row is gone. */
  receiveGone(entity: Entity, id: string): void;
  /**
   * The province's rows now hold this station's facts up to `includes`, and rows that were received since the last
   * time are new: folds what is left of the facts of those streams over them. `factAtSeq` gives a sequence's fact.
   */
  settle(includes: number, factAtSeq: (seq: number) => Fact | null): void;
  /** True while the province has not confirmed the latest act on this stream. */
  isProvisional(stream: Stream): boolean;
}

interface ShadowRow {
  readonly entity: Entity;
  readonly id: string;
  readonly row: string;
}

export function overlayOver(db: Sqlite, rows: StoredRows, writer: RowWriter): Overlay {
  const overlaid = db.prepare<[string], { stream: string }>(
    'select stream from overlay_stream where stream = ?',
  );
  const overlaidAll = db.prepare<[], { stream: string }>('select stream from overlay_stream');
  const mark = db.prepare('insert or ignore into overlay_stream values (?)');
  const unmark = db.prepare('delete from overlay_stream where stream = ?');
  const note = db.prepare('insert or ignore into overlay_fact values (?, ?)');
  const factsOf = db.prepare<[string], { seq: number }>(
    'select seq from overlay_fact where stream = ? order by seq',
  );
  const included = db.prepare<[number], { stream: string }>(
    'delete from overlay_fact where seq <= ? returning stream',
  );
  const shadows = db.prepare<[string], ShadowRow>('select entity, id, row from shadow where stream = ?');
  const putShadow = db.prepare('insert or replace into shadow values (?, ?, ?, ?)');
  const dropShadow = db.prepare('delete from shadow where entity = ? and id = ?');
  const clearShadow = db.prepare('delete from shadow where stream = ?');
  const streamOfShadow = db.prepare<[string, string], { stream: string }>(
    'select stream from shadow where entity = ? and id = ?',
  );
  const parked = parkedOver(db);
  /** Overlaid streams that have new rows of the province since the last settling. */
  const received = new Set<Stream>();

  const replace = (before: readonly EntityRow[], after: readonly EntityRow[]): void => {
    const kept = new Set(after.map(({ entity, row }) => `${entity}/${row.id}`));
    for (const { entity, row } of before) if (!kept.has(`${entity}/${row.id}`)) writer.drop(entity, row.id);
    for (const row of after) writer.put(row);
  };
  const begin = (stream: Stream, shown: readonly EntityRow[]): void => {
    if (overlaid.get(stream)) return;
    mark.run(stream);
    for (const { entity, row } of shown) putShadow.run(stream, entity, row.id, JSON.stringify(row));
  };
  const provincial = (stream: Stream): readonly EntityRow[] =>
    // A shadow is written from a row together with its entity.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    shadows.all(stream).map((shadow) => ({ entity: shadow.entity, row: parseRow(shadow) }) as EntityRow);
  const end = (stream: Stream): void => {
    replace(rows.ofStream(stream), provincial(stream));
    unmark.run(stream);
    clearShadow.run(stream);
  };
  const apply = (fact: Fact): void => {
    for (const stream of streamsOf(fact)) {
      const shown = rows.ofStream(stream);
      begin(stream, shown);
      note.run(stream, fact.seq);
      replace(shown, foldOver(stream, shown, fact));
    }
  };

  return {
    apply,
    rebuild(facts) {
      for (const { stream } of overlaidAll.all()) end(stream);
      db.exec('delete from overlay_fact');
      received.clear();
      parked.revive(writer);
      for (const fact of facts) apply(fact);
    },
    receive(row) {
      parked.supersede(row.entity, row.row.id);
      const stream = streamOfRow(row);
      if (stream === null || !overlaid.get(stream)) return writer.put(row);
      putShadow.run(stream, row.entity, row.row.id, JSON.stringify(row.row));
      received.add(stream);
    },
    receiveGone(entity, id) {
      parked.supersede(entity, id);
      const shadow = streamOfShadow.get(entity, id);
      if (shadow) {
        dropShadow.run(entity, id);
        return void received.add(shadow.stream);
      }
      const row = rows.get(entity, id);
      if (row === null) return;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const stream = streamOfRow({ entity, row } as EntityRow);
      // A row that only facts of this station have made is not the province's to take away.
      if (stream === null || !overlaid.get(stream)) writer.drop(entity, id);
    },
    settle(includes, factAtSeq) {
      for (const { stream } of included.all(includes)) received.add(stream);
      for (const stream of received) {
        if (!overlaid.get(stream)) continue;
        const left = factsOf.all(stream);
        if (left.length === 0) {
          end(stream);
          continue;
        }
        let folded = provincial(stream);
        for (const { seq } of left) {
          const fact = factAtSeq(seq);
          if (fact) folded = foldOver(stream, folded, fact);
        }
        replace(rows.ofStream(stream), folded);
      }
      received.clear();
    },
    isProvisional: (stream) => overlaid.get(stream) !== undefined,
  };
}

/** One fact over the rows of a stream, which may be ahead of it: a later loan by another desk is not its business. */
function foldOver(stream: Stream, rows: readonly EntityRow[], fact: Fact): readonly EntityRow[] {
  if (streamKind(stream) !== 'item' || fact.kind === 'act.undone') return evolveRows(stream, rows, fact);
  const later = rows.filter((row) => row.entity === 'loan' && isLater(row.row, fact));
  if (later.length === 0) return evolveRows(stream, rows, fact);
  const folded = evolveRows(
    stream,
    rows.filter((row) => !later.includes(row)),
    fact,
  );
  const loans = [...folded.filter(isLoan), ...later.filter(isLoan)];
  // What the province knows of the copy is newer than this fact, but for a loan that it has not heard of.
  const holder = currentLoan({ loans: loans.map(({ row }) => row) });
  const states = rows.filter(({ entity }) => entity === 'item-state');
  const exceptions = folded.filter(({ entity }) => entity === 'exception');
  return [...loans, ...exceptions, ...states.map((row) => (holder ? heldBy(row, holder) : row))];
}

function isLoan(row: EntityRow): row is Extract<EntityRow, { readonly entity: 'loan' }> {
  return row.entity === 'loan';
}

function heldBy(row: EntityRow, loan: Loan): EntityRow {
  if (row.entity !== 'item-state') return row;
  return { entity: 'item-state', row: { ...row.row, state: { status: 'on-loan', loan: loan.id } } };
}

function isLater(loan: Loan, fact: Fact): boolean {
  const named = 'loan' in fact.body ? fact.body.loan : fact.id;
  return loan.id !== named && loan.id !== fact.id && Date.parse(loan.checkedOutAt) > Date.parse(fact.at);
}
