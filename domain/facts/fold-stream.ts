import type { Entity, EntityRow, EntityRows } from '../catalogue/rows.ts';
import type { ItemHistory } from '../circulation/item-history.ts';
import { emptyHistory, evolveItem } from '../circulation/item-history.ts';
import { evolveException } from '../exceptions/evolve-exception.ts';
import type { Disagreement } from '../exceptions/exception.ts';
import { exceptionRows } from '../exceptions/exception-rows.ts';
import { judgeCharge } from '../exceptions/judge-charge.ts';
import { judgeHold } from '../exceptions/judge-hold.ts';
import { judgeItem } from '../exceptions/judge-item.ts';
import { judgeLoans } from '../exceptions/judge-loans.ts';
import { judgeReceipt } from '../exceptions/judge-receipt.ts';
import { evolveHold } from '../holds/evolve-hold.ts';
import { evolveCharge, evolveDrawer, evolvePayment } from '../money/evolve-money.ts';
import { orderForCharge } from '../money/order-charge.ts';
import { evolveMessage, evolvePatron } from '../patrons/evolve-patron.ts';
import type { Catalogued } from './catalogued.ts';
import { nothingCatalogued } from './catalogued.ts';
import type { Fact, PlacedFact } from './fact.ts';
import { comparePlaced } from './fact.ts';
import type { Stream } from './streams.ts';
import { streamId, streamKind, streamOfRow } from './streams.ts';

export interface FoldedStream {
  readonly rows: readonly EntityRow[];
  readonly exceptions: readonly Disagreement[];
}

/**
 * The rows of a stream from `base` (rows that were published, not made by facts) and the set of its facts: any
 * order and any repetition of the same facts gives the same answer, which is why a late or doubled fact can do no
 * harm. Facts that an `act.undone` names count no more, nor those of `undoneBefore`.
 */
export function foldStream(
  stream: Stream,
  base: readonly EntityRow[],
  facts: readonly PlacedFact[],
  catalogued: Catalogued = nothingCatalogued,
  undoneBefore: readonly string[] = [],
): FoldedStream {
  const undone = new Set([...undoneBefore, ...undoneBy(facts)]);
  const seen = new Set<string>();
  const placed = [...facts]
    .sort(
      (a, b) =>
        Number(makesThing(b.fact, stream)) - Number(makesThing(a.fact, stream)) || comparePlaced(a, b),
    )
    .filter(
      ({ fact: { id, kind } }) => kind !== 'act.undone' && !undone.has(id) && !seen.has(id) && seen.add(id),
    );
  const counted = placed.map(({ fact }) => fact);
  const { rows, exceptions } = foldCounted(
    stream,
    base,
    streamKind(stream) === 'charge' ? orderForCharge(counted, takenBack(facts, undone)) : counted,
    catalogued,
  );
  const asRows = exceptionRows(stream, exceptions, placed).map(
    (row) => ({ entity: 'exception', row }) as const,
  );
  return { rows: [...rows, ...asRows], exceptions };
}

/**
 * True for what a thing begins with. It counts before all else that is said of the thing: the clock of a desk that
 * traps a copy for a hold may be behind the clock of the one that placed it.
 */
function makesThing(fact: Fact, stream: Stream): boolean {
  const id = streamId(stream);
  switch (streamKind(stream)) {
    case 'hold':
      return fact.kind === 'hold.placed';
    case 'payment':
      return fact.kind === 'payment.taken' && fact.id === id;
    case 'patron':
      return fact.kind === 'patron.registered';
    case 'message':
      return fact.kind === 'message.added';
    case 'drawer':
      return fact.kind === 'drawer.opened';
    default:
      return false;
  }
}

/** Ids of the facts that these say were undone. */
export function undoneBy(facts: readonly Pick<PlacedFact, 'fact'>[]): readonly string[] {
  return facts.flatMap(({ fact }) => (fact.kind === 'act.undone' ? fact.body.facts : []));
}

/** What was undone, in the order of its times. */
function takenBack(facts: readonly PlacedFact[], undone: ReadonlySet<string>): readonly Fact[] {
  return [...facts]
    .sort(comparePlaced)
    .map(({ fact }) => fact)
    .filter(({ id }) => undone.has(id));
}

function mostAssessed(counted: readonly Fact[]): number {
  return Math.max(
    0,
    ...counted.flatMap((fact) => (fact.kind === 'charge.assessed' ? [fact.body.amount] : [])),
  );
}

function foldCounted(
  stream: Stream,
  base: readonly EntityRow[],
  counted: readonly Fact[],
  catalogued: Catalogued,
): FoldedStream {
  const id = streamId(stream);
  const kind = streamKind(stream);
  if (kind === 'item') {
    const history = counted.reduce(evolveItem, historyOf(stream, base));
    return {
      rows: rowsOf(history),
      exceptions: [...history.exceptions, ...judgeItem(id, counted, catalogued)],
    };
  }
  const rows = counted.reduce((held, fact) => evolveRows(stream, held, fact), base);
  switch (kind) {
    case 'patron':
      return { rows, exceptions: judgeLoans(id, find(base, 'patron', id), counted, catalogued) };
    case 'hold':
      return { rows, exceptions: judgeHold(counted) };
    case 'receipt':
      return { rows, exceptions: judgeReceipt(counted) };
    case 'charge':
      return { rows, exceptions: judgeCharge(find(rows, 'charge', id), mostAssessed(counted)) };
    case 'station':
      return { rows, exceptions: counted.flatMap(judgeStation) };
    default:
      return { rows, exceptions: [] };
  }
}

function judgeStation(fact: Fact): readonly Disagreement[] {
  const about = { item: null, patron: null, facts: [fact.id] };
  if (fact.kind === 'station.forked') return [{ rule: 'station-forked', ...about }];
  return fact.kind === 'journal.damaged' ? [{ rule: 'journal-damaged', ...about }] : [];
}

/**
 * Applies one fact to the rows of a stream as a desk holds them. An `act.undone` puts the rows back that the act
 * changed, as they were before it.
 */
export function evolveRows(stream: Stream, rows: readonly EntityRow[], fact: Fact): readonly EntityRow[] {
  if (fact.kind === 'act.undone') return restored(stream, rows, fact);
  const exceptions = rows.filter(({ entity }) => entity === 'exception');
  if (fact.kind !== 'exception.resolved')
    return [
      ...evolveThing(
        stream,
        exceptions.length > 0 ? rows.filter((row) => !exceptions.includes(row)) : rows,
        fact,
      ),
      ...exceptions,
    ];
  return rows.map((row) =>
    row.entity === 'exception' ? { entity: 'exception', row: evolveException(row.row, fact) } : row,
  );
}

/** The same for the thing itself, without what disagrees about it: that is for the province to find. */
function evolveThing(stream: Stream, rows: readonly EntityRow[], fact: Fact): readonly EntityRow[] {
  const id = streamId(stream);
  switch (streamKind(stream)) {
    case 'item':
      return rowsOf(evolveItem(historyOf(stream, rows), fact));
    case 'hold':
      return one('hold', evolveHold(find(rows, 'hold', id), fact));
    case 'charge':
      return one('charge', evolveCharge(find(rows, 'charge', id), id, fact));
    case 'payment':
      return one('payment', evolvePayment(find(rows, 'payment', id), fact));
    case 'patron':
      return one('patron', evolvePatron(find(rows, 'patron', id), fact));
    case 'message':
      return one('message', evolveMessage(find(rows, 'message', id), fact));
    case 'drawer':
      return one('drawer', evolveDrawer(find(rows, 'drawer', id), fact));
    case 'catalogue':
      return fact.kind === 'item.fast-added' ? fastAdded(rows, fact) : rows;
    case 'policy':
      return fact.kind === 'policy.saved' ? one('policy', fact.body.set) : rows;
    case 'calendar':
      return fact.kind === 'calendar.saved' ? one('calendar', fact.body.calendar) : rows;
    case 'template':
      return fact.kind === 'template.saved' ? one('template', fact.body.template) : rows;
    case 'station':
    case 'receipt':
    case 'exception':
    case null:
      return rows;
  }
}

/** The history that the rows of a copy tell. */
export function historyOf(stream: Stream, rows: readonly EntityRow[]): ItemHistory {
  const id = streamId(stream);
  const empty = emptyHistory(id);
  return {
    ...empty,
    circulation: find(rows, 'item-state', id) ?? empty.circulation,
    loans: rows
      .flatMap(({ entity, row }) => (entity === 'loan' ? [row] : []))
      .sort((a, b) =>
        a.checkedOutAt === b.checkedOutAt
          ? a.id < b.id
            ? -1
            : 1
          : Date.parse(a.checkedOutAt) - Date.parse(b.checkedOutAt),
      ),
  };
}

function rowsOf({ circulation, loans }: ItemHistory): readonly EntityRow[] {
  return [
    { entity: 'item-state', row: circulation },
    ...loans.map((row): EntityRow => ({ entity: 'loan', row })),
  ];
}

function restored(
  stream: Stream,
  rows: readonly EntityRow[],
  { body }: Extract<Fact, { readonly kind: 'act.undone' }>,
): readonly EntityRow[] {
  const kept = rows.filter(
    (held) => !body.restores.some(({ entity, id }) => entity === held.entity && id === held.row.id),
  );
  const back = body.restores.flatMap((ref): EntityRow[] => {
    // `entity` and `row` come from one `RowRef`, so they belong together.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return ref.row === null ? [] : [{ entity: ref.entity, row: ref.row } as EntityRow];
  });
  return [...kept, ...back.filter((row) => streamOfRow(row) === stream)];
}

function fastAdded(
  rows: readonly EntityRow[],
  { body: { item, biblio } }: Extract<Fact, { readonly kind: 'item.fast-added' }>,
): readonly EntityRow[] {
  // Cataloguing may have completed the record before this fact arrived: what is there stands.
  const known = (entity: Entity, id: string): boolean =>
    rows.some((row) => row.entity === entity && row.row.id === id);
  return [
    ...rows,
    ...(known('biblio', biblio.id) ? [] : [{ entity: 'biblio', row: biblio } as const]),
    ...(known('item', item.id) ? [] : [{ entity: 'item', row: item } as const]),
  ];
}

function find<E extends Entity>(rows: readonly EntityRow[], entity: E, id: string): EntityRows[E] | null {
  const isOfEntity = (
    row: EntityRow,
  ): row is EntityRow & { readonly entity: E; readonly row: EntityRows[E] } =>
    row.entity === entity && row.row.id === id;
  return rows.find(isOfEntity)?.row ?? null;
}

function one<E extends Entity>(entity: E, row: EntityRows[E] | null): readonly EntityRow[] {
  // The pair is built here from one `E`; the compiler does not carry that into the union.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return row === null ? [] : [{ entity, row } as EntityRow];
}
