import type { SlipKind } from './template.ts';
import { holdTemplate } from './templates/hold.ts';
import { loanTemplate } from './templates/loan.ts';
import { paymentTemplate } from './templates/payment.ts';
import { returnTemplate } from './templates/return.ts';
import { transitTemplate } from './templates/transit.ts';

/** What is printed where a library has no wording of its own. On paper only Vietnamese is needed. */
export const defaultTemplates: Readonly<Record<SlipKind, string>> = {
  loan: loanTemplate,
  return: returnTemplate,
  hold: holdTemplate,
  transit: transitTemplate,
  payment: paymentTemplate,
};
