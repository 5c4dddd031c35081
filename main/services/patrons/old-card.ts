import type { Command } from '../../../domain/commands.ts';
import { normaliseCode } from '../../../domain/identifiers/scan.ts';
import type { Patron } from '../../../domain/patrons/patron.ts';
import type { DeskContext } from '../desk-context.ts';
import type { LibraryKey } from './library-key.ts';

/** A card that is replaced leaves an alias, so that whoever brings it back is still found by it. */
export function withOldCard({ store }: DeskContext, key: LibraryKey, command: Command): Command {
  if (command.do !== 'replace-card') return command;
  const card = store.rows.get('patron', command.patron)?.card ?? '';
  return { ...command, oldAlias: key.alias('old-card', normaliseCode(card)) };
}

/** The reader who had this card before it was replaced, or null. */
export function readerOfOldCard({ store }: DeskContext, key: LibraryKey, code: string): Patron | null {
  return store.lookup.patronByAlias(key.alias('old-card', normaliseCode(code)));
}
