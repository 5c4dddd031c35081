import type { PatronContact } from '../../../contract/workstation/patrons.ts';
import type { DeskContext } from '../desk-context.ts';
import type { LibraryKey } from './library-key.ts';
import { masked, unsealContact } from './sealed-contact.ts';

/** Opens what is sealed of a reader for one look. The citizen number stays masked unless `whole` is asked for. */
export function openContact(
  { store }: DeskContext,
  key: LibraryKey,
  patron: string,
  whole: boolean,
): PatronContact | null {
  const sealed = store.rows.get('patron', patron)?.sealed ?? null;
  const contact = sealed === null ? null : unsealContact(key, sealed);
  if (!contact) return null;
  return whole ? contact : { ...contact, citizenId: masked(contact.citizenId) };
}
