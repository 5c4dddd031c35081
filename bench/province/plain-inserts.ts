import type { Insertable, Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Part } from '../../province/database/rows.ts';
import { insertRows, runTogether } from '../../province/database/rows.ts';
import type { ProvinceSchema } from '../../province/database/schema.ts';
import { rowKeyColumns } from '../../province/projection/write-refold.ts';

/** The rows that one push has made, as statements that write them. */
type Batch = readonly Part[];

/** A row, with the position of the feed at which its push ended. */
interface Ended<T extends keyof ProvinceSchema> {
  readonly push: number;
  readonly row: Insertable<ProvinceSchema[T]>;
}

/** Every push that `db` has taken in after the position `head` of the feed, in their order. */
export async function pushedBatches(db: Kysely<ProvinceSchema>, head: number): Promise<readonly Batch[]> {
  const ends = sql<
    Ended<'journal_entry'>
  >`select pos as push, to_jsonb(entry) as row from journal_entry as entry`;
  const facts = sql<Ended<'fact'>>`select pos as push, to_jsonb(fact) as row
    from journal_entry join fact on fact.id = fact_id`;
  const streams = sql<Ended<'fact_stream'>>`select pos as push, to_jsonb(named) as row
    from journal_entry join fact_stream as named using (fact_id)`;
  // What stations are told of a row that facts made is what was written of it.
  const changes = sql<Ended<'change'> & { readonly stream: string | null }>`
    with push as (
      select distinct pos, lag(pos, 1, ${head}::bigint) over (order by pos) as before
      from (select distinct pos from journal_entry) as taken
    )
    select push.pos as push, to_jsonb(change) as row, projection.stream
    from push join change on change.pos > before and change.pos <= push.pos
    left join projection on projection.entity = change.entity and projection.id = change.entity_id`;
  const byPush = {
    entries: grouped((await ends.execute(db)).rows),
    facts: grouped((await facts.execute(db)).rows),
    streams: grouped((await streams.execute(db)).rows),
    changes: grouped((await changes.execute(db)).rows),
  };
  return [...byPush.entries.keys()]
    .toSorted((a, b) => a - b)
    .map((push) => {
      const told = byPush.changes.get(push) ?? [];
      return [
        insertRows('fact', rowsOf(byPush.facts.get(push))),
        insertRows('journal_entry', rowsOf(byPush.entries.get(push))),
        insertRows('fact_stream', rowsOf(byPush.streams.get(push))),
        insertRows('change', rowsOf(told)),
        insertRows('projection', told.flatMap(projected), rowKeyColumns),
      ].flat();
    });
}

function grouped<T extends { readonly push: number }>(rows: readonly T[]): ReadonlyMap<number, readonly T[]> {
  return Map.groupBy(rows, ({ push }) => push);
}

function rowsOf<T>(rows: readonly { readonly row: T }[] = []): readonly T[] {
  return rows.map(({ row }) => row);
}

function projected({
  row: { entity, entity_id, row },
  stream,
}: Ended<'change'> & { readonly stream: string | null }): readonly Insertable<
  ProvinceSchema['projection']
>[] {
  return stream === null ? [] : [{ entity, id: entity_id, stream, row }];
}

/** Milliseconds of each batch, written `atOnce` at a time, one statement and one transaction each. */
export async function insertPlainly(
  db: Kysely<ProvinceSchema>,
  batches: readonly Batch[],
  atOnce: number,
): Promise<readonly number[]> {
  const waiting = [...batches];
  const latencies: number[] = [];
  const work = async (): Promise<void> => {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      const parts = batch;
      const began = performance.now();
      await db.transaction().execute((trx) => runTogether(trx, parts));
      latencies.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return latencies;
}
