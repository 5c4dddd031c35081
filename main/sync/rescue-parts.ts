import { ORPCError } from '@orpc/server';
import { missingEntries } from '../../contract/sync/rescue.ts';
import type { RescuePart } from '../../contract/workstation/set-up.ts';
import type { RescueAsk } from '../store/rescue/rescue-file.ts';
import { rescueFile } from '../store/rescue/rescue-file.ts';

/** The unsent facts of a running station, piece by piece for the page to save. */
export async function* rescueParts(ask: RescueAsk): AsyncGenerator<RescuePart, void, void> {
  const file = await rescueFile(ask);
  if (!file) throw new ORPCError('NOT_FOUND', { message: 'The journal cannot be read.' });
  try {
    const { facts, damage } = file.header;
    const unreadable = damage ? missingEntries(damage) : 0;
    yield { type: 'file', name: file.name, facts, unreadable, damaged: damage !== undefined };
    for await (const text of file.parts()) yield { type: 'text', text };
  } finally {
    file.close();
  }
}
