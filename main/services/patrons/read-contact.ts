import { readEmail, readPhone } from '../../../domain/identifiers/contact.ts';
import type { Reason } from '../../../domain/outcome.ts';
import { reason } from '../../../domain/outcome.ts';
import { normaliseText } from '../../../domain/text/fold.ts';
import type { ContactForm } from '../../../contract/workstation/patrons.ts';
import type { SealedContact } from './sealed-contact.ts';

/** What is wrong with a field of a form. */
export interface ContactProblem {
  readonly field: keyof ContactForm;
  readonly reason: Reason;
}

/** Longest free text of a form: an address has never needed more. */
const longestText = 300;

/** Contact data as it is kept, read from what staff typed: numbers in one spelling, texts tidied, empty where empty. */
export function readContact(form: ContactForm): {
  readonly contact: SealedContact;
  readonly problems: readonly ContactProblem[];
} {
  const problems: ContactProblem[] = [];
  const phoneOf = (field: 'phone' | 'guardianPhone'): string => {
    if (form[field].trim() === '') return '';
    const reading = readPhone(form[field]);
    if (reading.ok) return reading.value.national;
    problems.push({ field, reason: reason('LT-1806') });
    return '';
  };
  const emailOf = (): string => {
    if (form.email.trim() === '') return '';
    const reading = readEmail(form.email);
    if (reading.ok) return reading.value;
    problems.push({ field: 'email', reason: reason('LT-1807') });
    return '';
  };
  const textOf = (field: 'residence' | 'guardianName'): string => {
    const text = normaliseText(form[field]).replaceAll(/\s+/gu, ' ').trim();
    if (text.length > longestText) problems.push({ field, reason: reason('LT-1812') });
    return text;
  };
  const contact = {
    residence: textOf('residence'),
    phone: phoneOf('phone'),
    email: emailOf(),
    citizenId: form.citizenId.replaceAll(/\s/gu, ''),
    guardianName: textOf('guardianName'),
    guardianPhone: phoneOf('guardianPhone'),
  };
  // Twelve digits, or the nine of the card before (`reference/vietnam.md` §1).
  if (contact.citizenId !== '' && !/^\d{12}$|^\d{9}$/u.test(contact.citizenId))
    problems.push({ field: 'citizenId', reason: reason('LT-1804', { fault: 'number' }) });
  return { contact, problems };
}
