import type { PatronHit } from '../../../contract/workstation/contract.ts';
import type { AmendPatron } from '../../../domain/commands.ts';
import type { Patron } from '../../../domain/patrons/patron.ts';
import { normaliseText } from '../../../domain/text/fold.ts';
import { dayOf } from '../../forms/date-text.ts';

/** A reader's record as the form has it. */
export interface ProfileDraft {
  readonly name: string;
  readonly category: string;
  readonly birthDate: string;
  readonly guarantor: PatronHit | null;
  readonly note: string;
}

/** Only what is different, so that an amendment never overwrites what another desk has just corrected; null: nothing. */
export function profileChanges(
  patron: Pick<Patron, 'name' | 'category' | 'birthDate' | 'guarantor'>,
  draft: ProfileDraft,
): AmendPatron['changes'] | null {
  const name = normaliseText(draft.name).trim().replaceAll(/\s+/gu, ' ');
  const birthDate = draft.birthDate.trim() === '' ? null : dayOf(draft.birthDate);
  const guarantor = draft.guarantor?.id ?? null;
  const changes: AmendPatron['changes'] = {
    ...(name === patron.name ? {} : { name }),
    ...(draft.category === patron.category ? {} : { category: draft.category }),
    ...(birthDate === patron.birthDate ? {} : { birthDate }),
    ...(guarantor === patron.guarantor ? {} : { guarantor }),
  };
  return Object.keys(changes).length === 0 ? null : changes;
}
