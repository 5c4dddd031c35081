import { protocolVersion } from '../../../contract/sync/protocol.ts';
import { isEntity, rowSchemas } from '../../../contract/sync/rows.ts';
import type { EntityRow } from '../../../domain/catalogue/rows.ts';
import type { Sqlite } from '../sqlite.ts';
import type { RowWriter } from './rows.ts';

/** Rows of the feed that an earlier program could not read. */
interface Parked {
  /** Writes those that this program can read, in the order of the feed, so that the newest of an id stands. */
  revive(writer: RowWriter): void;
  /** A line that could not be read is no news any more once a later one of the same row could. */
  supersede(entity: string, id: string): void;
}

/** Lines that are looked at together: there may be more than memory should hold. */
const chunk = 500;

interface ParkedLine {
  readonly pos: number;
  readonly entity: string;
  readonly id: string;
  readonly row: string;
  readonly min: number;
}

export function parkedOver(db: Sqlite): Parked {
  const kinds = db.prepare<[], { entity: string }>('select distinct entity from parked');
  const after = db.prepare<[number, number], ParkedLine>(
    'select * from parked where pos > ? order by pos limit ?',
  );
  const drop = db.prepare('delete from parked where pos = ?');
  const dropRow = db.prepare('delete from parked where entity = ? and id = ?');
  const reviveOne = ({ pos, entity, id, row, min }: ParkedLine, writer: RowWriter): void => {
    if (!isEntity(entity) || min > protocolVersion) return;
    if (row === 'null') writer.drop(entity, id);
    else {
      const parsed = rowSchemas[entity].safeParse(JSON.parse(row));
      if (!parsed.success) return;
      // `rowSchemas[entity]` has just proved that `row` belongs to `entity`.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      writer.put({ entity, row: parsed.data } as EntityRow);
    }
    drop.run(pos);
  };
  return {
    revive(writer) {
      if (!kinds.all().some(({ entity }) => isEntity(entity))) return;
      let lines = after.all(0, chunk);
      while (lines.length > 0) {
        for (const line of lines) reviveOne(line, writer);
        lines = after.all(lines.at(-1)?.pos ?? Infinity, chunk);
      }
    },
    supersede: (entity, id) => void dropRow.run(entity, id),
  };
}
