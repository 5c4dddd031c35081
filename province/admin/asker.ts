import pino from 'pino';
import { migrate } from '../database/migrate.ts';
import { openEmbedded, openPostgres } from '../database/open.ts';
import type { ProvinceOptions } from '../options.ts';
import type { AdminAnswer, AdminCommand } from './commands.ts';
import { administer } from './commands.ts';
import { askThroughDoor } from './door.ts';

export type Ask = (command: AdminCommand) => Promise<AdminAnswer>;

/** Finds who can answer an administrator's commands: the database, or the server that has it open. */
export async function withAnswers<T>(
  database: ProvinceOptions['database'],
  use: (ask: Ask) => Promise<T>,
): Promise<T> {
  const logger = pino({ level: 'warn' }, pino.destination(2));
  // A server that has the folder open answers at its door; only one process can open it.
  if ('folder' in database && (await askThroughDoor(database.folder, { verb: 'stations' })))
    return use(async (command) => {
      const answer = await askThroughDoor(database.folder, command);
      if (!answer) throw new Error('the server that had the data open does not answer');
      return answer;
    });
  const { db, close } =
    'url' in database ? openPostgres(database.url, logger) : await openEmbedded(database.folder, logger);
  try {
    if ('folder' in database) await migrate(db);
    return await use((command) => administer(db, command, Date.now()));
  } finally {
    await close();
  }
}
