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

/** Reads every entry of the file that is whole, also where SQLite gives up. */
export function readableLinks(path: string): Readable {
  const byIncarnation = new Map<string, Map<number, WholeLink>>();
  for (const row of rawRows(path)) {
    const link = asLink(row);
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
    prefix.push(...chained);
    behind.push(
      ...[...links.values()].filter(({ seq }) => seq > chained.length).sort((a, b) => a.seq - b.seq),
    );
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

/** Null for rows of other tables and for entries that were changed. */
function asLink(row: readonly (string | number | null)[]): WholeLink | null {
  // The first column is the row's own number, which is not stored in it.
  const [, inc, seq, factId, kind, kv, at, bytes, prev, hash] = row;
  if (
    typeof inc !== 'string' ||
    typeof seq !== 'number' ||
    typeof factId !== 'string' ||
    typeof kind !== 'string' ||
    typeof kv !== 'number' ||
    typeof at !== 'string' ||
    typeof bytes !== 'string' ||
    typeof prev !== 'string' ||
    typeof hash !== 'string'
  )
    return null;
  // The columns beside the text are not under the hash: they have to say what it says.
  const says = bytes.startsWith('{') && hash === linkHash(prev, bytes) ? envelopeOf(bytes) : null;
  const agrees = says?.inc === inc && says.seq === seq && says.id === factId && says.kind === kind;
  return agrees ? { inc, seq, factId, kind, kv, at, bytes, prev, hash } : null;
}

/** What a line says of itself. The columns beside it are not under its hash, and may be damaged alone. */
export function envelopeOf(bytes: string): Pick<Fact, 'inc' | 'seq' | 'id' | 'kind' | 'at'> {
  // The hash has proved that the journal wrote this text.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(bytes) as Fact;
}
