import type { CivilDate, FactDraft } from '../facts/fact.ts';
import { ledgerOf } from '../money/charge.ts';
import { exemptFromCardFee } from '../money/legal-grounds.ts';
import type { Reason } from '../outcome.ts';
import { reason } from '../outcome.ts';
import type { Fee, PolicySet } from '../policy/policy.ts';
import type { Exemption, Patron } from './patron.ts';

type CardFeeKind = 'card' | 'card-replacement';

/** The charge for a card, if there is one, and what staff should tell the reader. */
export interface CardFee {
  readonly facts: readonly FactDraft[];
  readonly said: readonly Reason[];
}

/**
 * What a card costs this reader today: the fee made for the library before one made for any, then the one made for
 * the category. Law on Libraries 46/2019 art. 44(5): whoever has a ground for it pays nothing.
 */
export function cardFee(
  set: PolicySet | null,
  kind: CardFeeKind,
  patron: Patron,
  today: CivilDate,
  charge: string,
): CardFee {
  const fee = set && feeInForce(set, kind, patron, today);
  if (!fee || fee.amount === 0) return { facts: [], said: [] };
  const ground = patron.exemptions.find(
    (exemption) => isInForce(exemption, today) && exemptFromCardFee(exemption.ground),
  )?.ground;
  if (ground !== undefined) return { facts: [], said: [reason('LT-1818', { ground })] };
  return {
    said: [reason('LT-1817', { amount: fee.amount, legalAct: fee.legalAct })],
    facts: [
      {
        kind: 'charge.assessed',
        body: {
          charge,
          patron: patron.id,
          library: patron.library,
          ledger: ledgerOf[kind],
          kind,
          amount: fee.amount,
          loan: null,
          item: null,
          title: fee.name,
          legalAct: fee.legalAct,
          note: '',
        },
      },
    ],
  };
}

function feeInForce(set: PolicySet, kind: CardFeeKind, patron: Patron, today: CivilDate): Fee | null {
  const specific = (value: string): number => (value === 'any' ? 0 : 1);
  const [fee] = set.fees
    .filter(
      (candidate) =>
        candidate.kind === kind &&
        (candidate.library === 'any' || candidate.library === patron.library) &&
        (candidate.category === 'any' || candidate.category === patron.category) &&
        candidate.from <= today &&
        (candidate.to === 'none' || candidate.to >= today),
    )
    .sort(
      (a, b) =>
        specific(b.library) - specific(a.library) ||
        specific(b.category) - specific(a.category) ||
        (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from > b.from ? -1 : 1),
    );
  return fee ?? null;
}

function isInForce({ until }: Exemption, today: CivilDate): boolean {
  return until === 'endless' || until >= today;
}
