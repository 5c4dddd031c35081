import type { Command } from './commands.ts';
import { decideCheckIn } from './circulation/check-in.ts';
import { decideCheckOut } from './circulation/check-out.ts';
import { decideChangeDue, decideCorrectReturn, decideFastAdd } from './circulation/corrections.ts';
import type { Decision } from './circulation/decision.ts';
import { refuse } from './circulation/decision.ts';
import { isPermitted } from './circulation/findings.ts';
import { decideMarkItem } from './circulation/mark-item.ts';
import { decideRenewal } from './circulation/renewal.ts';
import type { DeskView } from './circulation/view.ts';
import { decideAmendHold, decideEndHold } from './holds/change-hold.ts';
import { decideResolve } from './exceptions/resolve.ts';
import { decidePlaceHold } from './holds/place-hold.ts';
import { decideCharge, decideSettle, decideWaive } from './money/charges.ts';
import { decideCloseDrawer, decideOpenDrawer } from './money/drawers.ts';
import {
  decidePay,
  decideRefundCredit,
  decideRefundDeposit,
  decideTakeDeposit,
} from './money/take-payment.ts';
import { reason } from './outcome.ts';
import {
  decideAddMessage,
  decideAmend,
  decideBlock,
  decideConsent,
  decideEndMessage,
  decideExemption,
  decideRenewCard,
  decideReplaceCard,
  decideSetCardLost,
} from './patrons/amend.ts';
import { decideRegister } from './patrons/register.ts';
import { permissionOf } from './permissions.ts';
import {
  decideCloseDays,
  decideSaveCalendar,
  decideSavePolicy,
  decideSaveTemplate,
} from './policy/save-settings.ts';

/** What the library answers to a command: facts to record, what staff should know, and why. Pure. */
export function decide(view: DeskView, command: Command): Decision {
  const permission = permissionOf[command.do];
  if (permission !== null && !isPermitted(view.actor, permission))
    return refuse(reason('LT-5104', { permission }));
  switch (command.do) {
    case 'check-out':
      return decideCheckOut(view, command);
    case 'check-in':
      return decideCheckIn(view, command);
    case 'correct-return':
      return decideCorrectReturn(view, command);
    case 'renew':
      return decideRenewal(view, command);
    case 'change-due':
      return decideChangeDue(view, command);
    case 'mark-item':
      return decideMarkItem(view, command);
    case 'fast-add':
      return decideFastAdd(view, command);
    case 'place-hold':
      return decidePlaceHold(view, command);
    case 'amend-hold':
      return decideAmendHold(view, command);
    case 'end-hold':
      return decideEndHold(view, command);
    case 'charge':
      return decideCharge(view, command);
    case 'waive':
      return decideWaive(view, command);
    case 'pay':
      return decidePay(view, command);
    case 'take-deposit':
      return decideTakeDeposit(view, command);
    case 'refund-deposit':
      return decideRefundDeposit(view, command);
    case 'refund-credit':
      return decideRefundCredit(view, command);
    case 'settle-payment':
      return decideSettle(view, command);
    case 'open-drawer':
      return decideOpenDrawer(view, command);
    case 'close-drawer':
      return decideCloseDrawer(view, command);
    case 'register-patron':
      return decideRegister(view, command);
    case 'amend-patron':
      return decideAmend(view, command);
    case 'renew-card':
      return decideRenewCard(view, command);
    case 'replace-card':
      return decideReplaceCard(view, command);
    case 'set-card-lost':
      return decideSetCardLost(view, command);
    case 'block-patron':
      return decideBlock(view, command);
    case 'record-consent':
      return decideConsent(view, command);
    case 'record-exemption':
      return decideExemption(view, command);
    case 'add-message':
      return decideAddMessage(view, command);
    case 'end-message':
      return decideEndMessage(view, command);
    case 'save-policy':
      return decideSavePolicy(view, command);
    case 'save-calendar':
      return decideSaveCalendar(view, command);
    case 'close-days':
      return decideCloseDays(view, command);
    case 'save-template':
      return decideSaveTemplate(view, command);
    case 'resolve-exception':
      return decideResolve(view, command);
  }
}
