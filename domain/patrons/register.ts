import { Temporal } from 'temporal-polyfill';
import type { RegisterPatron } from '../commands.ts';
import type { Decision } from '../circulation/decision.ts';
import { done, notice, refuse } from '../circulation/decision.ts';
import type { DeskView } from '../circulation/view.ts';
import type { CivilDate } from '../facts/fact.ts';
import { readBirthDate, readFullName } from '../identifiers/contact.ts';
import { maxScanLength, normaliseCode } from '../identifiers/scan.ts';
import type { Reason } from '../outcome.ts';
import { reason } from '../outcome.ts';
import type { PatronCategory, PolicySet } from '../policy/policy.ts';
import { ageOn } from './age.ts';
import { cardFee } from './card-fee.ts';
import type { Patron } from './patron.ts';

/** Registers a reader, with the card fee that is in force, or says everything that is wrong at once. */
export function decideRegister(view: DeskView, ask: RegisterPatron): Decision {
  const { patron } = ask;
  const problems = [
    ...knownProblems(view, patron),
    ...personProblems(patron, view.today),
    ...cardProblems(view, patron.card, patron),
    ...categoryProblems(view.policySet(), patron),
    ...guardianProblems(view, patron, ask.guardianGiven),
    ...aliasProblems(view, patron),
  ];
  if (problems.length > 0) return refuse(...problems);
  const fee = cardFee(view.policySet(), 'card', patron, view.today, ask.feeCharge);
  return done([{ kind: 'patron.registered', body: { patron } }, ...fee.facts], {
    findings: fee.said.map(notice),
  });
}

/** Last day of a card that is issued or renewed on `from`. */
export function cardValidity(category: Pick<PatronCategory, 'cardMonths'>, from: CivilDate): CivilDate {
  return Temporal.PlainDate.from(from).add({ months: category.cardMonths }).toString();
}

/** The category of a reader in the set in force, or null. */
export function categoryOf(set: PolicySet | null, category: string): PatronCategory | null {
  return set?.categories.find(({ id }) => id === category) ?? null;
}

/** What cannot be of the name and the birth date, where they are given. */
export function personProblems(
  { name, birthDate }: Partial<Pick<Patron, 'name' | 'birthDate'>>,
  today: CivilDate,
): readonly Reason[] {
  const readName = name === undefined ? null : readFullName(name);
  const readBirth = birthDate === undefined || birthDate === null ? null : readBirthDate(birthDate, today);
  return [
    ...(readName === null || readName.ok ? [] : [reason('LT-1801', { fault: readName.fault })]),
    ...(readBirth === null || readBirth.ok ? [] : [reason('LT-1802', { fault: readBirth.fault })]),
  ];
}

/** A reader is registered once; sent again, the command finds the reader there. */
function knownProblems(view: DeskView, { id }: Patron): readonly Reason[] {
  const known = view.patron(id);
  return known ? [reason('LT-1809', { card: known.card, name: known.name })] : [];
}

/** Longest card number a label of usual width holds. */
const longestCard = 32;

/** A card number is unique in the library that issued the card, wherever it is given out. */
export function cardProblems(
  view: DeskView,
  card: string,
  { id, library }: Pick<Patron, 'id' | 'library'>,
): readonly Reason[] {
  const code = normaliseCode(card);
  if (
    code === '' ||
    code !== card ||
    code.length > Math.min(longestCard, maxScanLength) ||
    /\p{C}/u.test(code)
  )
    return [reason('LT-1814')];
  const known = view.patronByCard(library, code);
  return known && known.id !== id ? [reason('LT-1803', { card })] : [];
}

export function categoryProblems(
  set: PolicySet | null,
  { category }: Pick<Patron, 'category'>,
): readonly Reason[] {
  return categoryOf(set, category) ? [] : [reason('LT-1808', { category })];
}

/** A child needs somebody who answers for it: a reader, or a guardian whose name is sealed. */
export function guardianProblems(view: DeskView, patron: Patron, given: boolean): readonly Reason[] {
  const { guarantor, birthDate } = patron;
  if (guarantor !== null) {
    const known = view.patron(guarantor);
    if (!known) return [reason('LT-1816', { why: 'unknown' })];
    if (known.id === patron.id) return [reason('LT-1816', { why: 'self' })];
    if (known.guarantor !== null) return [reason('LT-1816', { why: 'has-guarantor' })];
    return view.wardsOf(patron.id).length === 0 ? [] : [reason('LT-1816', { why: 'has-wards' })];
  }
  const below = categoryOf(view.policySet(), patron.category)?.guardianBelow ?? 'none';
  if (below === 'none' || given) return [];
  const isChild = birthDate !== null && ageOn(birthDate, view.today) < below;
  return isChild ? [reason('LT-1805', { age: below })] : [];
}

/** One person is one reader: the same paper opens the reader it was registered for. */
export function aliasProblems(view: DeskView, patron: Pick<Patron, 'id' | 'aliases'>): readonly Reason[] {
  for (const alias of patron.aliases) {
    const known = view.patronByAlias(alias);
    if (known && known.id !== patron.id) return [reason('LT-1809', { card: known.card, name: known.name })];
  }
  return [];
}
