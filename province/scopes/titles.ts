import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Stream } from '../../domain/facts/streams.ts';
import { streamId, streamOf } from '../../domain/facts/streams.ts';
import type { Part } from '../database/rows.ts';
import { insertRows } from '../database/rows.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import type { Known, KnownItem } from './known.ts';

/** Titles that are known through restricted copies only, as far as these rows change which they are. */
export interface RestrictedTitles {
  readonly known: Known;
  /** Titles that are restricted now and were not, or the other way round, or by other libraries. */
  readonly changed: readonly string[];
  readonly parts: readonly Part[];
}

/**
 * A title of which every copy is restricted is itself a piece of restricted material: it goes where its copies go.
 * Asks only where a restricted copy, or the title of one, is among the rows.
 */
export async function restrictTitles(
  trx: Transaction<ProvinceSchema>,
  before: Known,
  after: Known,
): Promise<RestrictedTitles> {
  const candidates = candidateTitles(before, after);
  if (candidates.length === 0) return { known: after, changed: [], parts: [] };
  const copies = await copiesOf(trx, candidates);
  for (const [id, item] of after.items) copies.set(id, item);
  const titles = new Map(after.titles);
  const changed: string[] = [];
  for (const biblio of candidates) {
    const owners = restrictedOwners([...copies.values()].filter((copy) => copy.biblio === biblio));
    const known = titles.get(biblio) ?? [];
    if (known.join('\n') === owners.join('\n')) continue;
    changed.push(biblio);
    if (owners.length > 0) titles.set(biblio, owners);
    else titles.delete(biblio);
  }
  return { known: { ...after, titles }, changed, parts: writes(changed, titles) };
}

/** Libraries that own the copies, when all of them are restricted. */
function restrictedOwners(copies: readonly KnownItem[]): readonly string[] {
  return copies.every(({ restricted }) => restricted)
    ? [...new Set(copies.map(({ library }) => library))].sort()
    : [];
}

function candidateTitles(before: Known, after: Known): readonly string[] {
  const copies = [...before.items.values(), ...after.items.values()];
  const restricted = copies.filter((copy) => copy.restricted || before.titles.has(copy.biblio));
  return [...new Set(restricted.map(({ biblio }) => biblio))];
}

async function copiesOf(
  trx: Transaction<ProvinceSchema>,
  titles: readonly string[],
): Promise<Map<string, KnownItem>> {
  const streams: readonly Stream[] = titles.map((title) => streamOf('catalogue', title));
  const rows = (table: 'published' | 'projection') => sql`
    select id, stream, row->>'library' as library, row->>'lending' = 'restricted' as restricted
    from ${sql.table(table)} where stream = named.stream and entity = 'item'`;
  const { rows: found } = await sql<KnownItem & { readonly id: string; readonly stream: Stream }>`
    select found.* from unnest(${streams}::text[]) as named(stream)
    cross join lateral (${rows('published')} union all ${rows('projection')} offset 0) as found`.execute(trx);
  // Projected rows come last of each id: they are what stands.
  return new Map(
    found.map(({ id, stream, library, restricted }) => [
      id,
      { library, restricted, biblio: streamId(stream) },
    ]),
  );
}

function writes(changed: readonly string[], titles: Known['titles']): readonly Part[] {
  const rows = changed.flatMap((biblio) => {
    const libraries = titles.get(biblio);
    return libraries ? [{ biblio, libraries }] : [];
  });
  const lifted = changed.filter((biblio) => !titles.has(biblio));
  return [
    ...insertRows('restricted_title', rows, ['biblio']),
    ...(lifted.length > 0 ? [sql`delete from restricted_title where biblio = any(${lifted}::text[])`] : []),
  ];
}
