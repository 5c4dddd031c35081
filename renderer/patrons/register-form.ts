import type { PatronHit } from '../../contract/workstation/contract.ts';
import type { PaperReading, Registration } from '../../contract/workstation/patrons.ts';
import type { CivilDate } from '../../domain/facts/fact.ts';
import { readBirthDate, readEmail, readFullName, readPhone } from '../../domain/identifiers/contact.ts';
import type { Reason } from '../../domain/outcome.ts';
import { reason } from '../../domain/outcome.ts';
import { ageOn } from '../../domain/patrons/age.ts';
import type { ConsentPurpose } from '../../domain/patrons/patron.ts';
import { consentPurposes } from '../../domain/patrons/patron.ts';
import type { PatronCategory } from '../../domain/policy/policy.ts';
import { dayOf, dayText } from '../forms/date-text.ts';
import type { Agreement } from './consent.ts';
import { agreedBy, whoAgrees } from './consent.ts';
import { writtenName } from './written-name.ts';

/** The form as it stands on the screen. Every text is as typed. */
export interface RegisterForm {
  readonly name: string;
  readonly birthDate: string;
  readonly category: string;
  readonly card: string;
  readonly residence: string;
  readonly phone: string;
  readonly email: string;
  readonly citizenId: string;
  readonly guarantor: PatronHit | null;
  readonly guardianName: string;
  readonly guardianPhone: string;
  readonly exemption: string | null;
  readonly agreements: Readonly<Record<ConsentPurpose, Agreement>>;
}

/** Fields of the form that can be wrong, in the order in which they stand on the screen. */
export const formFields = [
  'name',
  'birthDate',
  'category',
  'card',
  'phone',
  'email',
  'residence',
  'citizenId',
  'guarantor',
  'guardianName',
  'guardianPhone',
  'exemption',
] as const satisfies readonly (keyof Registration)[];
export type FormField = (typeof formFields)[number];

const nobody: Agreement = { patron: false, guardian: false };

/** Nothing is filled in and nothing is agreed to: Law 91/2025 knows no consent by default. */
export const emptyForm: RegisterForm = {
  name: '',
  birthDate: '',
  category: '',
  card: '',
  residence: '',
  phone: '',
  email: '',
  citizenId: '',
  guarantor: null,
  guardianName: '',
  guardianPhone: '',
  exemption: null,
  agreements: { 'reading-history': nobody, contact: nobody, photo: nobody, sharing: nobody },
};

/** The form with what a paper says in it; what the paper does not say stays as it was typed. */
export function withPaper(form: RegisterForm, paper: PaperReading): RegisterForm {
  const said = (value: string, typed: string): string => (value === '' ? typed : value);
  return {
    ...form,
    name: said(writtenName(paper.name), form.name),
    birthDate: said(dayText(paper.birthDate === '' ? null : paper.birthDate), form.birthDate),
    residence: said(paper.residence, form.residence),
    citizenId: said(paper.citizenId, form.citizenId),
    guardianName: said(writtenName(paper.guardianName), form.guardianName),
    exemption: form.exemption ?? paper.exemption,
  };
}

/** A text that is the code of a citizen or health card rather than something for a field. */
export function looksLikePaper(text: string): boolean {
  return /(?:^|\D)\d{12}\s*\||^\s*(?:[A-Z]{2}\d{13}|\d{10})\|/iu.test(text);
}

/** Full years on `today`; null while no birth date can be read. */
export function ageOf(form: Pick<RegisterForm, 'birthDate'>, today: CivilDate): number | null {
  const born = dayOf(form.birthDate);
  return born === null || today === '' || born > today ? null : ageOn(born, today);
}

/** Ids of categories that most libraries have, by the age from which they fit. Elderly: Law on the Elderly 2009 art. 2. */
const usualCategories = [
  { from: 60, id: 'nguoi-cao-tuoi' },
  { from: 16, id: 'nguoi-lon' },
  { from: 0, id: 'thieu-nhi' },
] as const;

/**
 * The category a reader of this age usually has. A library without the usual ones has the category for the youngest
 * it fits; null when only staff can tell. A suggestion: whoever is a pupil or a teacher, no birth date says.
 */
export function categoryFor(categories: readonly PatronCategory[], age: number | null): string | null {
  if (age === null) return null;
  const usual = usualCategories.filter(({ from }) => age >= from).map(({ id }) => id);
  const [first] = usual;
  if (categories.some(({ id }) => id === first)) return first ?? null;
  const young = categories
    .flatMap(({ id, guardianBelow }) => (guardianBelow === 'none' ? [] : [{ id, below: guardianBelow }]))
    .filter(({ below }) => age < below)
    .toSorted((a, b) => a.below - b.below);
  const [youngest, next] = young;
  return youngest && youngest.below !== next?.below ? youngest.id : null;
}

/** True when the rules of the category ask who answers for a reader of this age. */
export function guardianAsked(category: PatronCategory | null, age: number | null): boolean {
  const below = category?.guardianBelow ?? 'none';
  return below !== 'none' && age !== null && age < below;
}

/** What is wrong with one field, as far as the form itself can tell: the core has the last word. */
export function fieldProblem(field: FormField, form: RegisterForm, today: CivilDate): Reason | null {
  switch (field) {
    case 'name': {
      const read = readFullName(form.name);
      return read.ok ? null : reason('LT-1801', { fault: read.fault });
    }
    case 'birthDate': {
      if (form.birthDate.trim() === '') return null;
      const read = readBirthDate(form.birthDate, today);
      return read.ok ? null : reason('LT-1802', { fault: read.fault });
    }
    case 'phone':
    case 'guardianPhone': {
      const text = form[field].trim();
      return text === '' || readPhone(text).ok ? null : reason('LT-1806');
    }
    case 'email':
      return form.email.trim() === '' || readEmail(form.email).ok ? null : reason('LT-1807');
    case 'citizenId': {
      const digits = form.citizenId.replaceAll(/\s/gu, '');
      return digits === '' || /^(?:\d{12}|\d{9})$/u.test(digits)
        ? null
        : reason('LT-1804', { fault: 'number' });
    }
    case 'category':
      return form.category === '' ? reason('LT-1808', { category: '…' }) : null;
    case 'card':
      return form.card.trim() === '' ? reason('LT-1814') : null;
    case 'residence':
    case 'guarantor':
    case 'guardianName':
    case 'exemption':
      return null;
  }
}

/** What is sent. Consents go only where everybody who has to has agreed. */
export function registrationOf(form: RegisterForm, today: CivilDate): Registration {
  const { agreements, guarantor, ...texts } = form;
  const who = whoAgrees(ageOf(form, today));
  return {
    ...texts,
    guarantor: guarantor?.id ?? null,
    consents: consentPurposes
      .filter((purpose) => agreedBy(who, agreements[purpose]))
      .map((purpose) => ({ purpose, agreed: who })),
  };
}
