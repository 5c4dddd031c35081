import type { Fact } from '../../../domain/facts/fact.ts';
import { genesisHash } from '../../../domain/facts/fact.ts';
import { linkHash } from './chain.ts';
import { rawRows } from './raw-pages.ts';

/** An entry as it was written, whose hash says that it still is. */
export interface WholeLink {
  readonly inc: string;
  readonly seq: number;
  readonly factId: string;
  readonly kind: string;
  readonly kv: number;
  readonly at: string;
  readonly bytes: string;
  readonly prev: string;
  readonly hash: string;
}

/** What can be read of a damaged journal. */
export interface Readable {
  /** Incarnation after incarnation from the first entry on, up to the first that is missing or changed. */
  readonly prefix: readonly WholeLink[];
  /** Whole entries behind that place: each proves itself, and nothing proves what stood between. */
  readonly behind: readonly WholeLink[];
}

/** Where the text of an entry stands in its row. The first column is the row's own number, which is not stored in it. */
const textColumn = 7;

/** Reads every entry of the file that is whole, also where SQLite gives up. Of several files: what any of them has. */
export function readableLinks(...paths: readonly string[]): Readable {
  const byIncarnation = new Map<string, Map<number, WholeLink>>();
  for (const path of paths)
    for (const row of rawRows(path)) {
      const link = linkIn(row);
      if (!link) continue;
      const links = byIncarnation.get(link.inc) ?? new Map<number, WholeLink>();
      byIncarnation.set(link.inc, links.set(link.seq, link));
    }
  const prefix: WholeLink[] = [];
  const behind: WholeLink[] = [];
  // Incarnations are UUIDv7: their order is that of their beginnings.
  const oldestFirst = [...byIncarnation].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [, links] of oldestFirst) {
    const chained = behind.length === 0 ? chainOf(links) : [];
    const others = [...links.values()].filter(({ seq }) => seq > chained.length);
    // One by one: a call takes no hundred thousand arguments.
    for (const link of chained) prefix.push(link);
    for (const link of others.sort((a, b) => a.seq - b.seq)) behind.push(link);
  }
  return { prefix, behind };
}

function chainOf(links: ReadonlyMap<number, WholeLink>): readonly WholeLink[] {
  const chained: WholeLink[] = [];
  for (;;) {
    const next = links.get(chained.length + 1);
    if (!next || next.prev !== (chained.at(-1)?.hash ?? genesisHash)) return chained;
    chained.push(next);
  }
}

/**
 * Null for rows of other tables and for entries that were changed. The columns beside the text are not under the hash:
 * what an entry is, its text says.
 */
function linkIn(row: readonly (string | number | null)[]): WholeLink | null {
  const [bytes, prev, hash] = row.slice(textColumn);
  if (typeof bytes !== 'string' || typeof prev !== 'string' || typeof hash !== 'string') return null;
  if (!bytes.startsWith('{') || hash !== linkHash(prev, bytes)) return null;
  const { inc, seq, id: factId, kind, kv, at } = envelopeOf(bytes);
  return { inc, seq, factId, kind, kv, at, bytes, prev, hash };
}

/** What a line says of itself. The columns beside it are not under its hash, and may be damaged alone. */
export function envelopeOf(
  bytes: string,
): Pick<Fact, 'station' | 'inc' | 'seq' | 'id' | 'kind' | 'kv' | 'at'> {
  // The hash has proved that the journal wrote this text.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(bytes) as Fact;
}
