import type { ContactAmendment, ContactForm } from '../../../contract/workstation/patrons.ts';

/**
 * What the form changes of what was shown. The citizen number was shown covered, so an empty field there means that
 * it stays; an empty field elsewhere takes away what was there.
 */
export function contactChanges(shown: ContactForm, form: ContactForm): ContactAmendment['changes'] {
  const changes: { -readonly [Field in keyof ContactForm]?: string } = {};
  for (const field of ['residence', 'phone', 'email', 'guardianName', 'guardianPhone'] as const)
    if (form[field].trim() !== shown[field]) changes[field] = form[field];
  if (form.citizenId.trim() !== '') changes.citizenId = form.citizenId;
  return changes;
}
