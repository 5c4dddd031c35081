import type { CivilDate } from '../../domain/facts/fact.ts';
import { cardFee } from '../../domain/patrons/card-fee.ts';
import type { Patron } from '../../domain/patrons/patron.ts';
import { cardValidity, categoryOf } from '../../domain/patrons/register.ts';
import type { PolicySet } from '../../domain/policy/policy.ts';

/** What a card would cost and how long it would run, before anything is recorded. */
export interface CardTerms {
  readonly expires: CivilDate;
  readonly fee: { readonly amount: number; readonly legalAct: string } | null;
  /** Legal ground that makes it free, or null. */
  readonly exempt: string | null;
}

/** The terms of a card by the rules that will decide it. Null when the category is not in the policy in force. */
export function cardTerms(
  set: PolicySet,
  kind: 'card' | 'card-replacement',
  patron: Pick<Patron, 'library' | 'category' | 'expires' | 'exemptions'>,
  today: CivilDate,
): CardTerms | null {
  const category = categoryOf(set, patron.category);
  if (!category) return null;
  const from = patron.expires > today ? patron.expires : today;
  const { facts, said } = cardFee(set, kind, { ...anybody, ...patron }, today, 'preview');
  const charged = facts.flatMap((fact) =>
    fact.kind === 'charge.assessed' ? [{ amount: fact.body.amount, legalAct: fact.body.legalAct }] : [],
  );
  const exempt = said.find(({ code }) => code === 'LT-1818')?.params['ground'];
  return {
    expires: kind === 'card' ? cardValidity(category, from) : patron.expires,
    fee: charged[0] ?? null,
    exempt: typeof exempt === 'string' ? exempt : null,
  };
}

/** The rest of a reader, which no fee asks about. */
const anybody = {
  id: '',
  card: '',
  name: '',
  birthDate: null,
  cardLost: false,
  block: null,
  guarantor: null,
  consents: [],
  aliases: [],
  sealed: null,
} as const;
