import { addDays } from '../../calendar/calendar.ts';
import type { CheckIn, CheckOut } from '../../commands.ts';
import type { Decision } from '../../circulation/decision.ts';
import type { ItemState } from '../../circulation/item-state.ts';
import { cardFindings } from '../../circulation/patron-checks.ts';
import type { DeskView } from '../../circulation/view.ts';
import { decide } from '../../decide.ts';
import { debtOf, depositHeld } from '../../money/debt.ts';
import type { Patron } from '../../patrons/patron.ts';
import { isPlainBook } from '../history/cast.ts';
import type { Copy, DemoDesk } from '../history/desk.ts';
import { openHistory } from '../history/history.ts';
import type { DemoOptions } from '../options.ts';

/** The public library's desk on the morning of `today`. */
export interface Situation {
  readonly desk: DemoDesk;
  readonly view: DeskView;
  /** Readers as they are after the history. */
  readonly readers: readonly Patron[];
}

/** Nine o'clock. */
const morning = 540;

export function situationOf(options: DemoOptions): Situation {
  const { desk, station, play } = openHistory(options);
  const facts = play();
  // Played to its end: what the desk shows is what counts here, not the facts.
  while (facts.next().done !== true) continue;
  const view = station.view({ day: options.today, minute: morning });
  return { desk, view, readers: desk.readers.flatMap(({ id }) => view.patron(id) ?? []) };
}

export function stateOf({ view }: Situation, { item }: Copy): ItemState {
  return view.circulation(item.id).state;
}

/** True for a copy on its shelf that the next reader may have without a question. */
export function isFree(situation: Situation, copy: Copy): boolean {
  return isPlainBook(copy) && stateOf(situation, copy).status === 'available' && isQuiet(situation, copy);
}

/** Nobody waits for the title, and nobody has written anything about the copy. */
export function isQuiet({ view }: Situation, { item }: Copy): boolean {
  return (
    view.openHoldsOf(item.biblio).length === 0 && view.messages({ kind: 'item', item: item.id }).length === 0
  );
}

/** A card that is good for longer than any loan of the demonstration. */
const daysLeft = 60;

const accounts = ['loans', 'holds', 'debt', 'deposit', 'messages'] as const;
type Account = (typeof accounts)[number];

/** True for a reader with a good card who has all of `these` to the account and nothing else. */
export function hasOnly({ view }: Situation, reader: Patron, ...these: readonly Account[]): boolean {
  const { id, expires } = reader;
  const numbers: Readonly<Record<Account, number>> = {
    loans: view.openLoansOfPatron(id).length,
    holds: view.openHoldsOfPatron(id).length,
    debt: debtOf(view.chargesOf(id)),
    deposit: depositHeld(view.paymentsOf(id)),
    messages: view.messages({ kind: 'patron', patron: id }).length,
  };
  return (
    cardFindings(reader, view.today).length === 0 &&
    expires >= addDays(view.today, daysLeft) &&
    accounts.every((name) => numbers[name] > 0 === these.includes(name))
  );
}

/** A grown reader without anything that would have to be asked about; null in a very small province. */
export function anybody(situation: Situation): Patron | null {
  return (
    situation.readers.find((reader) => reader.category === 'nguoi-lon' && hasOnly(situation, reader)) ?? null
  );
}

/** Codes of everything that is found when the reader asks for the copy. */
export function codesOfLending({ view }: Situation, patron: Patron, { item }: Copy): readonly string[] {
  const ask: CheckOut = {
    do: 'check-out',
    patron: patron.id,
    item: item.id,
    use: 'home',
    due: null,
    confirmed: [],
    restricted: null,
  };
  return decide(view, ask).findings.map(({ reason }) => reason.code);
}

export function returnOf({ view }: Situation, { item }: Copy): Decision {
  const ask: CheckIn = {
    do: 'check-in',
    item: item.id,
    returnedAt: null,
    mode: 'desk',
    countUse: false,
    keepHere: false,
  };
  return decide(view, ask);
}
