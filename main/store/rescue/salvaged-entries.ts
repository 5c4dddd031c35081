import type { RescueDamage } from '../../../contract/sync/rescue.ts';
import type { WholeLink } from '../journal/whole-links.ts';
import { readableLinks } from '../journal/whole-links.ts';
import type { RescuedEntry } from './read-entries.ts';
import { entryOf } from './read-entries.ts';
import type { Told } from './tell-journal.ts';

/** What a damaged journal gives. */
export interface SalvagedEntries {
  /** Incarnation after incarnation, each in the order of its sequences. */
  readonly entries: readonly RescuedEntry[];
  readonly damage: RescueDamage;
}

/** A newest entry that is said to be further (entries) behind the newest whole one is not believed. */
const mostMissingAtEnd = 2_000;

/**
 * Every whole entry of the files at `paths`, without what the province has proved to have unless `all` of them are
 * wanted; and which are missing between them. `told` is what the journal says of itself, where it can.
 */
export function salvagedEntries(paths: readonly string[], told: Told | null, all: boolean): SalvagedEntries {
  const { prefix, behind } = readableLinks(...paths);
  const links = [...prefix, ...behind];
  const confirmed = told && !all ? provedAck(told, links) : 0;
  const isWanted = ({ inc, seq }: WholeLink): boolean => inc !== told?.incarnation || seq > confirmed;
  const wanted = links.filter(isWanted);
  const missing: { inc: string; from: number; to: number }[] = [];
  for (const [place, { inc, seq }] of wanted.entries()) {
    const before = wanted[place - 1];
    const first = inc === told?.incarnation ? confirmed + 1 : 1;
    const expected = before?.inc === inc ? before.seq + 1 : first;
    if (seq > expected) missing.push({ inc, from: expected, to: seq - 1 });
  }
  const end = told && endOf(told, links, confirmed);
  if (told && end !== null && end.from <= end.to) missing.push({ inc: told.incarnation, ...end });
  return {
    entries: wanted.map(({ bytes, prev, hash }) => entryOf({ bytes, prev, hash })),
    damage: { missing, openEnd: end === null },
  };
}

/** What the province has of the present incarnation, where an entry has the hash that was confirmed; 0 where none has. */
function provedAck({ incarnation, ack }: Told, links: readonly WholeLink[]): number {
  const proved = links.some(
    ({ inc, seq, prev, hash }) =>
      inc === incarnation &&
      ((seq === ack.seq && hash === ack.hash) || (seq === ack.seq + 1 && prev === ack.hash)),
  );
  return proved ? ack.seq : 0;
}

/** What is missing behind the newest whole entry; null where nobody can say. */
function endOf(
  { incarnation, base, last }: Told,
  links: readonly WholeLink[],
  confirmed: number,
): { readonly from: number; readonly to: number } | null {
  const newest = links.findLast(({ inc }) => inc === incarnation)?.seq ?? confirmed;
  const missing = last - base - newest;
  return missing >= 0 && missing <= mostMissingAtEnd ? { from: newest + 1, to: last - base } : null;
}
