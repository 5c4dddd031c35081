import type { EntityRow } from '../catalogue/rows.ts';
import type { ItemHistory } from '../circulation/item-history.ts';
import { currentLoan, evolveItem } from '../circulation/item-history.ts';
import { judgeLoans } from '../exceptions/judge-loans.ts';
import type { Patron } from '../patrons/patron.ts';
import { evolvePatron } from '../patrons/evolve-patron.ts';
import type { Catalogued } from './catalogued.ts';
import type { Fact, HistoryPlace, PlacedFact } from './fact.ts';
import { comparePlaced } from './fact.ts';
import type { FoldedStream } from './fold-stream.ts';
import { foldStream, historyOf, undoneBy } from './fold-stream.ts';
import type { Stream } from './streams.ts';
import { streamId, streamKind } from './streams.ts';

/**
 * What a copy or a reader had come to at a quiet place of its history: nothing disagreed until then, and the copy was
 * with nobody. Facts behind it can be folded without those before it, which for a copy of many years are hundreds.
 */
export interface FoldPoint {
  /** The last fact that it has. */
  readonly after: HistoryPlace;
  /** The copy's circulation, or the reader. */
  readonly row: EntityRow;
  /** Facts of which was said by then that they were undone, and that it does not have: some may come late. */
  readonly undone: readonly string[];
  /** True for a copy that a desk had added by then. */
  readonly added: boolean;
}

/** Raised whenever folding makes something else of the same facts: points of before count no more then. */
export const foldVersion = 1;

/** When a point is set. */
export interface PointSpacing {
  /** Facts behind the point before from which on another one is worth having. */
  readonly every: number;
  /** Of those, the newest that stay behind it: late facts come among these. */
  readonly behind: number;
}

export const usualSpacing: PointSpacing = { every: 24, behind: 8 };

/**
 * Most facts that may be named as undone, beside those of the stream, where a point is set. One act may name 500 facts
 * and 2 000 streams, and the point of each would keep all of them.
 */
const mostUndone = 200;

/**
 * `foldStream` from a point on: `facts` are those of the stream that are not in the point. The rows are the point's and
 * those that began behind it. Null when one of the facts speaks of what lies before the point: then the whole history
 * has to be folded.
 */
export function foldOnward(
  stream: Stream,
  point: FoldPoint,
  facts: readonly PlacedFact[],
  catalogued: Catalogued,
): FoldedStream | null {
  if (facts.some((placed) => comparePlaced(placed, point.after) <= 0)) return null;
  if (reachesBack(stream, facts)) return null;
  const known = { ...catalogued, item: (id: string) => point.added || catalogued.item(id) };
  if (streamKind(stream) === 'item' && isUnknown(stream, known)) return null;
  return foldStream(stream, [point.row], facts, known, point.undone);
}

/** True when these facts cannot be understood without earlier ones. */
function reachesBack(stream: Stream, facts: readonly PlacedFact[]): boolean {
  const ids = new Set(facts.map(({ fact }) => fact.id));
  if (undoneBy(facts).some((id) => !ids.has(id))) return true;
  if (streamKind(stream) === 'patron') return false;
  return facts.some(({ fact }) => {
    const loan = loanOf(fact);
    return loan !== null && !ids.has(loan);
  });
}

/** The loan that a fact speaks of, or null. */
function loanOf(fact: Fact): string | null {
  switch (fact.kind) {
    case 'loan.returned':
    case 'loan.return-corrected':
    case 'loan.renewed':
    case 'loan.due-changed':
    case 'item.marked':
      return fact.body.loan;
    default:
      return null;
  }
}

function isUnknown(stream: Stream, { begun, item }: Catalogued): boolean {
  return begun && !item(streamId(stream));
}

/** What a stream is folded from, and by. */
export interface PointParts {
  readonly stream: Stream;
  /** Published rows of the stream. */
  readonly base: readonly EntityRow[];
  /** The point that its facts were folded from; null when these are all. */
  readonly from: FoldPoint | null;
  readonly facts: readonly PlacedFact[];
  readonly catalogued: Catalogued;
  readonly spacing: PointSpacing;
}

/** A place behind so many facts, and what was known there. */
interface Candidate extends Pick<FoldPoint, 'row' | 'added'> {
  readonly count: number;
}

/** The next point of a stream; null when there is none, or none that is worth having yet. */
export function nextPoint(parts: PointParts): FoldPoint | null {
  const { stream, from, facts, spacing } = parts;
  const kind = streamKind(stream);
  if ((kind !== 'item' && kind !== 'patron') || facts.length < spacing.every) return null;
  if ((from?.undone.length ?? 0) + undoneBy(facts).length > mostUndone + facts.length) return null;
  const ordered = [...facts].sort(comparePlaced);
  const undone = new Set([...(from?.undone ?? []), ...undoneBy(facts)]);
  const quietOf = kind === 'item' ? quietOfItem : quietOfPatron;
  const quiet = quietOf(parts, ordered, undone);
  const [least, most] = allowedIn(ordered, spacing);
  const found = quiet.findLast(({ count }) => count >= least && count <= most);
  const last = found && ordered[found.count - 1];
  if (!last) return null;
  const { station, inc, seq } = last.fact;
  return {
    after: { effective: last.effective, fact: { station, inc, seq } },
    row: found.row,
    undone: undoneElsewhere(from, ordered.slice(0, found.count)),
    added: found.added,
  };
}

/** What was undone by the facts of a point, without these facts: none of them comes again. */
function undoneElsewhere(from: FoldPoint | null, facts: readonly PlacedFact[]): readonly string[] {
  const undone = new Set([...(from?.undone ?? []), ...undoneBy(facts)]);
  for (const { fact } of facts) undone.delete(fact.id);
  return [...undone];
}

/**
 * The places that a point may stand at, as numbers of facts before it. What somebody has said of an exception may be
 * about one that only later facts bring. A registration counts before all else, so it cannot stay behind.
 */
function allowedIn(ordered: readonly PlacedFact[], { behind }: PointSpacing): readonly [number, number] {
  const resolved = ordered.findIndex(({ fact }) => fact.kind === 'exception.resolved');
  const registered = ordered.findLastIndex(({ fact }) => fact.kind === 'patron.registered');
  const most = ordered.length - behind;
  return [registered + 1, resolved < 0 ? most : Math.min(most, resolved)];
}

/** The places where nobody had the copy and nothing disagreed. */
function quietOfItem(
  { stream, base, from, catalogued }: PointParts,
  ordered: readonly PlacedFact[],
  undone: ReadonlySet<string>,
): readonly Candidate[] {
  // Loans that were given and not made by facts would have to stay in view for ever.
  if (!from && base.some(({ entity }) => entity === 'loan' || entity === 'item-state')) return [];
  const quiet: Candidate[] = [];
  let history: ItemHistory = historyOf(stream, from ? [from.row] : []);
  let added = from?.added ?? false;
  for (const [place, { fact }] of ordered.entries()) {
    if (!undone.has(fact.id)) {
      history = evolveItem(history, fact);
      added ||= fact.kind === 'item.fast-added' && fact.body.item.id === streamId(stream);
    }
    if (history.exceptions.length > 0) break;
    const isQuiet = currentLoan(history) === null && (added || !isUnknown(stream, catalogued));
    const row: EntityRow = { entity: 'item-state', row: history.circulation };
    if (isQuiet) quiet.push({ count: place + 1, row, added });
  }
  return quiet;
}

/** The places where nothing disagreed about a reader who is known. */
function quietOfPatron(
  { stream, base, from, catalogued }: PointParts,
  ordered: readonly PlacedFact[],
  undone: ReadonlySet<string>,
): readonly Candidate[] {
  const id = streamId(stream);
  const counted = ordered.map(({ fact }) => fact).filter((fact) => !undone.has(fact.id));
  const registrations = counted.filter(({ kind }) => kind === 'patron.registered');
  let patron = registrations.reduce(evolvePatron, patronIn(from ? [from.row] : base, id));
  const quiet: Candidate[] = [];
  for (const [place, { fact }] of ordered.entries()) {
    if (!undone.has(fact.id)) {
      if (judgeLoans(id, patron, [fact], catalogued).length > 0) break;
      patron = evolvePatron(patron, fact);
    }
    if (patron) quiet.push({ count: place + 1, row: { entity: 'patron', row: patron }, added: false });
  }
  return quiet;
}

function patronIn(rows: readonly EntityRow[], id: string): Patron | null {
  return rows.flatMap(({ entity, row }) => (entity === 'patron' && row.id === id ? [row] : []))[0] ?? null;
}
