import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { EntityRow, RowRef } from '../../domain/catalogue/rows.ts';
import { audienceOf } from '../../domain/scopes/view-for.ts';
import type { Part } from '../database/rows.ts';
import { aboutOf } from './about.ts';
import type { Known } from './known.ts';

/** Oldest protocol that understands the rows this version writes: the first still does. */
const rowProtocol = 1;

/** A line of the feed with its audience. */
export interface Line {
  readonly entity: string;
  readonly id: string;
  readonly row: unknown;
  /** Libraries whose stations get the row as it is; null: all. */
  readonly full_for: readonly string[] | null;
  /** What the stations of all others get; null: nothing. */
  readonly reduced: unknown;
}

/** A row and who may see what of it, or the end of a row. */
export function lineOf({ entity, id, row }: RowRef, known: Known): Line {
  if (row === null) return { entity, id, row, full_for: [], reduced: null };
  // `entity` and `row` come from one `RowRef`, so they belong together.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const entityRow = { entity, row } as EntityRow;
  const { full, others } = audienceOf(entityRow, aboutOf(entityRow, known));
  const everybody = full === 'everybody' || (others !== null && isDeepStrictEqual(others.row, row));
  return everybody
    ? { entity, id, row, full_for: null, reduced: null }
    : { entity, id, row, full_for: [...full].sort(), reduced: others?.row ?? null };
}

/**
 * The statements that give lines the positions after `head`. What was told of the same rows before is told from now
 * on to nobody who may not see what they are now: a station that begins today gets no history it has no business
 * with. The feed must be locked.
 */
export function writeLines(head: number, lines: readonly Line[]): readonly Part[] {
  if (lines.length === 0) return [];
  const columns = sql`entity text, id text, row jsonb, full_for text[], reduced jsonb`;
  const narrower = lines.filter(({ full_for }) => full_for !== null);
  return [
    sql`
      insert into change (pos, entity, entity_id, row, full_for, reduced, min_protocol)
      select ${head}::bigint + place, entity, id, coalesce(row, 'null'), full_for, reduced, ${rowProtocol}::int
      from rows from (jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as (${columns}))
        with ordinality as told(entity, id, row, full_for, reduced, place)`,
    ...(narrower.length > 0 ? [narrow(head, narrower)] : []),
    sql`update feed_head set pos = ${head + lines.length}::bigint,
      min_reader = greatest(min_reader, ${rowProtocol}::int)`,
  ];
}

/** Two lines of one row would be narrowed twice: the last of them says who may see it. */
function narrow(head: number, lines: readonly Line[]): Part {
  const newest = [...new Map(lines.map((line) => [`${line.entity}/${line.id}`, line])).values()];
  const told = JSON.stringify(
    newest.map(({ entity, id, full_for, reduced }) => ({ entity, id, full_for, none: reduced === null })),
  );
  return sql`
    update change set full_for = older.may, reduced = case when older.none then null else change.reduced end
    from (
      select earlier.pos, told.none, case when earlier.full_for is null then told.full_for
        else array(select unnest(earlier.full_for) intersect select unnest(told.full_for) order by 1) end as may
      from jsonb_to_recordset(${told}::jsonb) as told(entity text, id text, full_for text[], none boolean)
      cross join lateral (
        select pos, full_for, reduced from change
        where entity = told.entity and entity_id = told.id and pos <= ${head}::bigint offset 0
      ) as earlier
      where earlier.full_for is null or not earlier.full_for <@ told.full_for
        or (told.none and earlier.reduced is not null)
      offset 0
    ) as older
    where change.pos = older.pos`;
}
