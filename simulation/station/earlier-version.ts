import { join } from 'node:path';
import { openSqlite } from '../../main/store/sqlite.ts';
import { mirrorFile } from '../../main/store/store.ts';
import type { Send } from '../machine/wire.ts';

/** Kinds of row that the program before this one did not know. */
const later = ['message', 'exception'];

export function isLater(entity: string): boolean {
  return later.includes(entity);
}

const line = new RegExp(`^(\\{"pos":\\d+,"entity":")(${later.join('|')})"`, 'gmu');

/** No program has ever known a kind with such a name. */
const mark = 'x-later-';

/** The wire as a program of an earlier version reads it: kinds that came later are strange to it. */
export function strange(send: Send): Send {
  return async (request) => {
    const answer = await send(request);
    return request.target.startsWith('/sync/v1/changes')
      ? { ...answer, body: answer.body.replaceAll(line, `$1${mark}$2"`) }
      : answer;
  };
}

/** The name under which the province knows a kind that stands aside. */
export function ownName(entity: string): string {
  return entity.startsWith(mark) ? entity.slice(mark.length) : entity;
}

/** What an earlier program has kept for later in the closed files of `folder`, under the names that it came with. */
export function asItCame(folder: string): void {
  const db = openSqlite(join(folder, mirrorFile), 'normal');
  // A power cut may have left the file without a table.
  const made = db.prepare("select 1 from sqlite_master where name = 'parked'").get();
  if (made)
    db.prepare('update parked set entity = substr(entity, ?) where entity like ?').run(
      mark.length + 1,
      `${mark}%`,
    );
  db.close();
}
