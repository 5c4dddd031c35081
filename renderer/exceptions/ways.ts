import type { ExceptionWork } from '../../contract/workstation/exceptions.ts';
import type { Patron } from '../../domain/patrons/patron.ts';

/** Where something can be done about it: beside the desk, with the copy or with one of its readers. */
export type Way =
  | { readonly to: 'item'; readonly item: string }
  | { readonly to: 'reader' | 'pay'; readonly patron: Pick<Patron, 'id' | 'card' | 'name'> };

/** Rules that are about money: the reader's charges are where it is given back. */
const aboutMoney: ReadonlySet<string> = new Set(['charge-paid-twice', 'receipt-number-twice']);

/** The ways from an exception, each once: its copy, and every reader it names that this station knows. */
export function waysOf({
  rule,
  item,
  patron,
  facts,
}: Pick<ExceptionWork, 'rule' | 'item' | 'patron' | 'facts'>): readonly Way[] {
  const named = [patron, ...facts.map((fact) => fact.patron)].flatMap((one) => one ?? []);
  const readers = [...new Map(named.map((one) => [one.id, one])).values()];
  const to = aboutMoney.has(rule) ? 'pay' : 'reader';
  return [
    ...(item === null ? [] : [{ to: 'item', item: item.id } as const]),
    ...readers.map((one): Way => ({ to, patron: one })),
  ];
}
