import type { Command } from '../commands.ts';
import { at } from '../demo/random.ts';
import { outstanding } from '../money/charge.ts';
import { debtOf } from '../money/debt.ts';
import type { Case } from './random-case.ts';
import { ids, likely, one, patron } from './random-case.ts';

export function charge(of: Case): Command {
  return {
    do: 'charge',
    charge: `c${of.step}`,
    patron: patron(of),
    kind: of.picks.c % 2 === 0 ? 'service' : 'damage',
    amount: of.picks.c * 250,
    item: null,
    title: 'Dịch vụ thử',
    legalAct: '',
    note: '',
  };
}

export function waive(of: Case): Command {
  const owed = of.world.rows.all('charge').filter((one) => outstanding(one) > 0);
  const amount = 1 + (of.picks.c % 20) * 500;
  return {
    do: 'waive',
    charge: likely(
      of,
      'charge',
      owed.map(({ id }) => id),
    ),
    amount,
    ground: 'library-decision',
    note: '',
  };
}

function money(of: Case, purpose: 'pay' | 'take-deposit'): Command {
  const charges = of.world.rows.all('charge').filter((one) => one.patron === patron(of));
  const amount =
    purpose === 'pay' ? Math.ceil(debtOf(charges) / (1 + (of.picks.c % 3))) : 1 + of.picks.c * 500;
  const means =
    of.picks.a % 2 === 0
      ? ({ method: 'cash', tendered: amount + 500, bill: null } as const)
      : ({ method: 'vietqr', tendered: null, bill: `B${of.step}` } as const);
  const whole = { patron: patron(of), amount, ...means };
  return purpose === 'pay' ? { do: 'pay', charges: [], ...whole } : { do: 'take-deposit', ...whole };
}

export function pay(of: Case): Command {
  const all = ids(of.world, 'patron');
  // A reader whose registration was undone owes what nobody can pay at a desk.
  const debtor = of.world.rows
    .all('charge')
    .filter((one) => outstanding(one) > 0 && all.includes(one.patron));
  const whose = debtor.length === 0 ? null : at(debtor, of.picks.b % debtor.length).patron;
  return money(whose === null ? of : { ...of, picks: { ...of.picks, b: all.indexOf(whose) } }, 'pay');
}

export function deposit(of: Case): Command {
  return money(of, 'take-deposit');
}

export function settle(of: Case): Command {
  const status = at(['received', 'bounced', 'reversed'] as const, of.picks.b % 3);
  return { do: 'settle-payment', payment: likely(of, 'payment', []), status, note: '' };
}

export function refundDeposit(of: Case): Command {
  const held = of.world.rows.all('payment').filter(({ purpose }) => purpose === 'deposit');
  const deposit = held.length === 0 ? null : at(held, of.picks.a % held.length);
  const amount = Math.ceil((deposit?.amount ?? 1) / (1 + (of.picks.c % 2)));
  return { do: 'refund-deposit', patron: deposit?.patron ?? patron(of), amount };
}

export function refundCredit(of: Case): Command {
  const credits = of.world.rows.all('charge').filter((one) => outstanding(one) < 0);
  const credit = credits.length === 0 ? null : at(credits, of.picks.a % credits.length);
  const amount = credit ? -outstanding(credit) : 1;
  return { do: 'refund-credit', patron: credit?.patron ?? patron(of), amount };
}

export function openDrawer({ step, picks }: Case): Command {
  return { do: 'open-drawer', drawer: `d${step}`, float: picks.c * 1000 };
}

export function closeDrawer({ world, picks }: Case): Command {
  const drawers = world.rows.all('drawer').flatMap(({ id, closed }) => (closed ? [] : [id]));
  return { do: 'close-drawer', drawer: one(drawers, picks.a), counted: picks.c * 1000, note: 'đếm lại' };
}
