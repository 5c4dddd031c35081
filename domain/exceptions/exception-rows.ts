import type { Due } from '../facts/bodies/loans.ts';
import type { Fact, PlacedFact } from '../facts/fact.ts';
import type { Stream } from '../facts/streams.ts';
import type { Disagreement, Exception, ExceptionSide } from './exception.ts';
import { exceptionId } from './exception.ts';
import { evolveException } from './evolve-exception.ts';

/**
 * The exceptions of a stream as rows: what disagrees, the facts side by side, and what was said about it since.
 * `placed` are the facts of the stream that count, in history order.
 */
export function exceptionRows(
  stream: Stream,
  disagreements: readonly Disagreement[],
  placed: readonly PlacedFact[],
): readonly Exception[] {
  if (disagreements.length === 0) return [];
  const byId = new Map(placed.map((one) => [one.fact.id, one]));
  return disagreements.map((disagreement) => {
    const involved = disagreement.facts.flatMap((id) => byId.get(id) ?? []);
    const sides = involved.map(({ fact, effective }) => sideOf(fact, effective));
    const opened: Exception = {
      id: exceptionId(disagreement),
      rule: disagreement.rule,
      stream,
      libraries: [...new Set(sides.flatMap(({ library }) => library ?? []))].sort(),
      item: disagreement.item,
      patron: disagreement.patron,
      openedAt: new Date(involved.at(-1)?.effective ?? 0).toISOString(),
      sides,
      resolved: null,
    };
    return placed.reduce((exception, { fact }) => evolveException(exception, fact), opened);
  });
}

/** What a fact says to somebody who compares it with another. `effective`: its time by the province's clock, in ms. */
export function sideOf(
  fact: Pick<Fact, 'id' | 'at' | 'station' | 'desk' | 'actor'> & {
    readonly kind: string;
    readonly body: object;
  },
  effective: number,
): ExceptionSide {
  const { id, kind, at, station, desk, actor, body } = fact;
  const said = new Map<string, unknown>(Object.entries(body));
  const text = (key: string): string | null => {
    const value = said.get(key);
    return typeof value === 'string' ? value : null;
  };
  const amount = said.get('amount');
  const due: Due | null = text('due');
  return {
    fact: id,
    kind,
    at,
    effectiveAt: new Date(effective).toISOString(),
    station,
    desk,
    actor,
    library: text('library'),
    patron: text('patron'),
    item: text('item'),
    barcode: text('barcode'),
    due,
    amount: typeof amount === 'number' ? amount : null,
  };
}
