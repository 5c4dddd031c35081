/**
 * The books: every movement of money as debits and credits that are equal. Nothing in them is ever edited; a
 * charge assessed anew is entered as the difference, and what is taken back is entered the other way round.
 *
 * What a charge still has open (see `outstanding`) stands in `receivable:<ledger>` while the reader owes it and in
 * `credit-owed` once more was paid than it now comes to, so that the two accounts together are always the
 * reader's balance.
 */
import type { Ledger } from './charge.ts';

/**
 * `receivable`: owed by readers. `income`: what charges earn. `deposits-held`: thế chân, owed back to readers and
 * never income. `credit-owed`: to be given back to readers. `cash`: one drawer session. `safe`: where drawers
 * get their float from. `bank:reported`: readers say they sent it. `bank:received`: in the bank statement.
 * `waived`: forgiven, by ground. `cash-difference`: what drawers were short (debit) or over (credit).
 */
export type Account =
  | `receivable:${Ledger}`
  | `income:${Exclude<Ledger, 'deposit'>}`
  | 'deposits-held'
  | 'credit-owed'
  | `cash:${string}`
  | 'safe'
  | 'bank:reported'
  | 'bank:received'
  | `waived:${string}`
  | 'cash-difference';

/** One line of an entry. One of `debit` and `credit` is 0, the other more. Đồng. */
export interface Posting {
  readonly account: Account;
  readonly debit: number;
  readonly credit: number;
}

/** Where money is: in a drawer, or on its way to the bank. */
export type Purse =
  | { readonly kind: 'cash'; readonly drawer: string }
  | { readonly kind: 'transfer'; readonly status: 'reported' | 'received' };

/** A charge as an entry finds it: its ledger and what is open on it just before, negative for a credit. */
export interface OpenCharge {
  readonly ledger: Ledger;
  readonly outstanding: number;
}

/** Part of a payment for one charge; negative for what is given back of a credit. A charge comes once. */
export interface PaidPart extends OpenCharge {
  readonly amount: number;
}

/** A charge of `from` đồng is now `to`; a new charge comes from 0. */
export function chargeAssessed(charge: OpenCharge, from: number, to: number): readonly Posting[] {
  return [...owes(charge, to - from), ...line(earnedIn(charge.ledger), from - to)];
}

/** `amount` of a charge is forgiven. `ground` is an id of `legal-grounds.ts`. */
export function chargeWaived(charge: OpenCharge, amount: number, ground: string): readonly Posting[] {
  return [...line(`waived:${ground}`, amount), ...owes(charge, -amount)];
}

/** Money for charges; parts that are negative pay a credit out, which only cash does. */
export function chargesPaid(purse: Purse, parts: readonly PaidPart[]): readonly Posting[] {
  const sum = parts.reduce((total, { amount }) => total + amount, 0);
  return [...line(accountOf(purse), sum), ...parts.flatMap((part) => owes(part, -part.amount))];
}

/** A payment for charges taken back: cash out of the drawer that gives it, a transfer from where it stands. */
export function paymentReversed(purse: Purse, parts: readonly PaidPart[]): readonly Posting[] {
  return chargesPaid(
    purse,
    parts.map((part) => ({ ...part, amount: -part.amount })),
  );
}

/** A reported transfer turned out never to have come. */
export function transferBounced(parts: readonly PaidPart[]): readonly Posting[] {
  return paymentReversed({ kind: 'transfer', status: 'reported' }, parts);
}

/** A reported transfer, for charges or a deposit, is in the bank statement. */
export function transferReceived(amount: number): readonly Posting[] {
  return [...line('bank:received', amount), ...line('bank:reported', -amount)];
}

/** A deposit taken in; also a refund of one that is taken back. */
export function depositTaken(purse: Purse, amount: number): readonly Posting[] {
  return [...line(accountOf(purse), amount), ...line('deposits-held', -amount)];
}

/** A deposit given back; also one that bounced or is taken back. */
export function depositRefunded(purse: Purse, amount: number): readonly Posting[] {
  return [...line('deposits-held', amount), ...line(accountOf(purse), -amount)];
}

/** A drawer gets its float from the safe. */
export function drawerOpened(drawer: string, float: number): readonly Posting[] {
  return [...line(`cash:${drawer}`, float), ...line('safe', -float)];
}

/** What was counted goes to the safe; what should have been there and is not, or is there and should not, is said. */
export function drawerClosed(drawer: string, expected: number, counted: number): readonly Posting[] {
  return [
    ...line('safe', counted),
    ...line('cash-difference', expected - counted),
    ...line(`cash:${drawer}`, -expected),
  ];
}

/** Debits less credits of every account that has a posting. */
export function balanceOf(postings: readonly Posting[]): ReadonlyMap<Account, number> {
  const balances = new Map<Account, number>();
  for (const { account, debit, credit } of postings)
    balances.set(account, (balances.get(account) ?? 0) + debit - credit);
  return balances;
}

/** Whether the debits are the credits. */
export function isBalanced(postings: readonly Posting[]): boolean {
  return postings.reduce((sum, { debit, credit }) => sum + debit - credit, 0) === 0;
}

/** The reader comes to owe `change` more on a charge: first a credit shrinks, then the receivable grows. */
function owes({ ledger, outstanding }: OpenCharge, change: number): readonly Posting[] {
  const after = outstanding + change;
  return [
    ...line(`receivable:${ledger}`, Math.max(0, after) - Math.max(0, outstanding)),
    ...line('credit-owed', Math.min(0, after) - Math.min(0, outstanding)),
  ];
}

/** Debit when positive, credit when negative, nothing for nothing. */
function line(account: Account, net: number): readonly Posting[] {
  return net === 0 ? [] : [{ account, debit: Math.max(0, net), credit: Math.max(0, -net) }];
}

/** A deposit that is asked for is no income: it is held from the start, and receivable until it is paid. */
function earnedIn(ledger: Ledger): Account {
  return ledger === 'deposit' ? 'deposits-held' : `income:${ledger}`;
}

function accountOf(purse: Purse): Account {
  return purse.kind === 'cash' ? `cash:${purse.drawer}` : `bank:${purse.status}`;
}
