import { addDays } from '../calendar/calendar.ts';
import { isOpen } from '../circulation/loan.ts';
import type { Command } from '../commands.ts';
import { at } from '../demo/random.ts';
import type { Instant } from '../facts/fact.ts';
import { itemMarks } from '../facts/bodies/items.ts';
import { isOpenHold } from '../holds/hold.ts';
import { checks } from '../policy/checks.ts';
import { plainBiblio, plainItem, plainPatron } from '../world/plain-rows.ts';
import type { Case } from './random-case.ts';
import { answers, item, itemAway, likely, loanOf, patron, today } from './random-case.ts';
import {
  charge,
  closeDrawer,
  deposit,
  openDrawer,
  pay,
  refundCredit,
  refundDeposit,
  settle,
  waive,
} from './random-money.ts';

/** Things that happen often at a desk are there more than once. */
const makers = [
  lend,
  lend,
  lend,
  lend,
  giveBack,
  giveBack,
  giveBack,
  backdate,
  correct,
  correct,
  renew,
  renew,
  changeDue,
  mark,
  placeHold,
  placeHold,
  placeHold,
  amendHold,
  endHold,
  charge,
  waive,
  pay,
  pay,
  pay,
  pay,
  settle,
  deposit,
  refundDeposit,
  refundCredit,
  openDrawer,
  oddThing,
] as const;

/** What is rare at a desk. */
const rare = [closeDays, register, fastAdd, block, consent, message, closeDrawer] as const;

function oddThing(of: Case): Command {
  return at(rare, of.picks.b % rare.length)(of);
}

/** How many kinds of step there are: `op` may be any number. */
export const makerCount = makers.length;

/** The command a step asks for. Whether it makes sense is for the rules to say. */
export function commandByChance(of: Case): Command {
  return at(makers, of.picks.op % makers.length)(of);
}

function lend(of: Case): Command {
  return {
    do: 'check-out',
    patron: patron(of),
    item: item(of),
    use: of.picks.c % 5 === 0 ? 'reading-room' : 'home',
    due: of.picks.c % 11 === 0 ? addDays(today(of), of.picks.c % 30) : null,
    confirmed: answers(of),
    restricted: of.picks.c % 3 === 0 ? { letter: 'GT-1', approver: 'Giám đốc Thử' } : null,
  };
}

function giveBack(of: Case): Command {
  return {
    do: 'check-in',
    item: itemAway(of),
    returnedAt: null,
    mode: 'desk',
    countUse: of.picks.c % 3 === 0,
    keepHere: of.picks.c % 7 === 0,
  };
}

function backdate(of: Case): Command {
  return {
    do: 'check-in',
    item: itemAway(of),
    returnedAt: earlier(of),
    mode: of.picks.c % 2 === 0 ? 'book-drop' : 'backdated',
    countUse: false,
    keepHere: false,
  };
}

/** A moment of the last days. */
function earlier({ now, picks }: Case): Instant {
  const minutes = (picks.c % 200) * 97;
  return new Date(Date.parse(now) - minutes * 60_000).toISOString();
}

function correct(of: Case): Command {
  const loan = loanOf(of, ({ returnedAt }) => returnedAt !== null);
  return { do: 'correct-return', loan, returnedAt: earlier(of), note: '' };
}

function renew(of: Case): Command {
  const { picks } = of;
  return {
    do: 'renew',
    loan: loanOf(of, isOpen),
    seen: picks.b % 2 === 0,
    due: picks.c % 9 === 0 ? addDays(today(of), picks.c % 40) : null,
    confirmed: answers(of),
  };
}

function changeDue(of: Case): Command {
  const due = addDays(today(of), of.picks.c % 20);
  return { do: 'change-due', loan: loanOf(of, isOpen), due, note: '' };
}

function mark(of: Case): Command {
  return {
    do: 'mark-item',
    item: of.picks.b % 2 === 0 ? item(of) : itemAway(of),
    mark: at(itemMarks, of.picks.b % itemMarks.length),
    decision: of.picks.c % 2 === 0 ? '12/QĐ' : '',
    note: '',
    charge: of.picks.c % 3 === 0 ? of.picks.c * 100 : null,
  };
}

function placeHold(of: Case): Command {
  const { world, picks, step } = of;
  const copy = world.rows.get('item', picks.b % 2 === 0 ? item(of) : itemAway(of));
  const copyLevel = picks.c % 4 === 0;
  return {
    do: 'place-hold',
    hold: `h${step}`,
    level: copyLevel ? 'copy' : 'title',
    biblio: copy?.biblio ?? 'none',
    item: copyLevel ? (copy?.id ?? null) : null,
    patron: patron(of),
    pickup: picks.c % 3 === 0 ? 'B' : 'A',
    startsOn: picks.c % 5 === 0 ? addDays(today(of), picks.c % 6) : null,
    expiresOn: picks.c % 7 === 0 ? addDays(today(of), 3 + (picks.c % 9)) : null,
    recall: picks.c % 2 === 0,
    note: '',
    confirmed: checks,
  };
}

function amendHold(of: Case): Command {
  const { picks } = of;
  const changes = [
    { suspendedUntil: 'indefinite' },
    { suspendedUntil: null },
    { suspendedUntil: addDays(today(of), 2) },
    { rank: 0 },
    { pickup: picks.c % 2 === 0 ? 'A' : 'B' },
    { shelfUntil: addDays(today(of), picks.c % 10) },
    { startsOn: null, expiresOn: addDays(today(of), picks.c % 10) },
  ] as const;
  return {
    do: 'amend-hold',
    hold: openHold(of),
    changes: at(changes, picks.b % changes.length),
  };
}

function endHold(of: Case): Command {
  const why = of.picks.c % 2 === 0 ? 'cancelled-by-patron' : 'not-collected';
  return { do: 'end-hold', hold: openHold(of), why, note: '' };
}

function openHold(of: Case): string {
  const open = of.world.rows.all('hold').filter(isOpenHold);
  return likely(
    of,
    'hold',
    open.map(({ id }) => id),
  );
}

function closeDays(of: Case): Command {
  const from = addDays(today(of), (of.picks.a % 14) - 10);
  return { do: 'close-days', from, to: addDays(from, of.picks.b % 5), name: 'đóng cửa' };
}

function register(of: Case): Command {
  const id = `N${of.step}`;
  return {
    do: 'register-patron',
    patron: plainPatron({ id }, of.library),
    guardianGiven: true,
    feeCharge: `${id}/card`,
  };
}

function fastAdd(of: Case): Command {
  const added = plainItem(
    { id: `X${of.step}`, biblio: of.picks.c % 2 === 0 ? 'X' : `X${of.step}` },
    of.library,
  );
  return { do: 'fast-add', item: added, biblio: plainBiblio({ id: added.biblio, title: 'Sách thử' }) };
}

function block(of: Case): Command {
  const until = at([null, 'endless', addDays(today(of), 3)] as const, of.picks.c % 3);
  return { do: 'block-patron', patron: patron(of), until, reason: 'thử' };
}

function consent(of: Case): Command {
  return {
    do: 'record-consent',
    patron: patron(of),
    consent: { purpose: 'photo', granted: of.picks.c % 2 === 0, text: 'v1', agreed: 'patron' },
  };
}

function message(of: Case): Command {
  const about = { kind: 'item', item: item(of) } as const;
  return { do: 'add-message', about, text: 'Kiểm tra gáy', until: of.picks.c % 2 === 0 ? null : today(of) };
}
