import { reason } from '../../../domain/outcome.ts';
import type { ContactAmendment, ContactAnswer } from '../../../contract/workstation/patrons.ts';
import { perform } from '../circulation/perform.ts';
import type { ActAnswer } from '../circulation/row-content.ts';
import type { DeskContext } from '../desk-context.ts';
import type { LibraryKey } from './library-key.ts';
import { readContact } from './read-contact.ts';
import type { SealedContact } from './sealed-contact.ts';
import { sealContact, unsealContact } from './sealed-contact.ts';

/** An amendment of contact data as it was answered, and the act it made when it went through. */
export interface ContactAmended {
  readonly answer: ContactAnswer;
  readonly act: ActAnswer | null;
}

const nothingSealed: SealedContact = {
  residence: '',
  phone: '',
  email: '',
  citizenId: '',
  guardianName: '',
  guardianPhone: '',
};

/**
 * Changes contact data that is sealed: what is not named stays as it is. Data that this station cannot open is not
 * written over (LT-1819). A citizen number that changes takes its alias with it.
 */
export function amendContact(
  context: DeskContext,
  key: LibraryKey,
  { patron: id, changes }: ContactAmendment,
): ContactAmended {
  const refused = (
    ...problems: Extract<ContactAnswer, { readonly ok: false }>['problems']
  ): ContactAmended => ({
    answer: { ok: false, problems },
    act: null,
  });
  const patron = context.store.rows.get('patron', id);
  if (!patron) return refused({ field: null, reason: reason('LT-1811') });
  // Its contact data is not here: what is written now would be all that is left of it.
  if (patron.library !== context.library)
    return refused({
      field: null,
      reason: reason('LT-1821', {
        library: context.store.rows.get('library', patron.library)?.name ?? patron.library,
      }),
    });
  const before = patron.sealed === null ? nothingSealed : unsealContact(key, patron.sealed);
  if (!before) return refused({ field: null, reason: reason('LT-1819') });
  const { contact, problems } = readContact({ ...before, ...changes });
  if (problems.length > 0) return refused(...problems);
  const aliasOf = (number: string): readonly string[] =>
    number === '' ? [] : [key.alias('citizen-id', number)];
  const others = patron.aliases.filter((alias) => !aliasOf(before.citizenId).includes(alias));
  const act = perform(context, {
    do: 'amend-patron',
    patron: id,
    changes: {
      sealed: sealContact(key, contact),
      ...(contact.citizenId === before.citizenId
        ? {}
        : { aliases: [...others, ...aliasOf(contact.citizenId)] }),
    },
    note: '',
  });
  if (act.row.state !== 'refused') return { answer: { ok: true }, act };
  return refused(
    ...act.row.findings.map((finding) => ({
      field: finding.reason.code === 'LT-1809' ? ('citizenId' as const) : null,
      reason: finding.reason,
    })),
  );
}
