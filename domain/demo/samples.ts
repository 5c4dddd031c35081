import type { Calendar } from '../calendar/calendar.ts';
import { addDays } from '../calendar/calendar.ts';
import { currentLoan, emptyHistory, evolveItem } from '../circulation/fold.ts';
import type { ItemHistory } from '../circulation/fold.ts';
import { decideCheckout } from '../circulation/decide.ts';
import type { Loan } from '../circulation/loan.ts';
import type { Patron } from '../patrons/patron.ts';
import { demoFacts } from './history/history.ts';
import type { Copy, DemoDesk } from './history/desk.ts';
import { demoDesk, nearestCopies } from './history/desk.ts';
import { categoryLabels } from './labels.ts';
import { demoLibraries } from './libraries.ts';
import type { DemoOptions } from './options.ts';
import { demoPolicySet } from './policies.ts';

/** Why a card or a copy is worth putting under the virtual scanner. */
type DemoTrait =
  | 'ordinary'
  | 'child'
  | 'at-limit'
  | 'overdue'
  | 'ends-soon'
  | 'expired'
  | 'blocked'
  | 'card-lost'
  | 'available'
  | 'on-loan'
  | 'overdue-copy'
  | 'not-for-loan'
  | 'reading-room'
  | 'other-library'
  | 'same-number'
  | 'unknown';

/** A card or a copy for the training panel; has the shape of the contract's `TrainingSample`. */
export interface DemoSample {
  readonly code: string;
  readonly kind: 'patron' | 'item' | 'other';
  readonly trait: DemoTrait;
  readonly label: string;
  readonly detail: string;
}

/** Copies in the pile that can be lent at once. */
const pileSize = 8;
/** A prefix that no register has. */
const unknownCode = 'KX.999999';
/** Well-known Vietnamese novels make a better pile than chance does: fiction and its period 1900–1999. */
const classicFiction = '895.92233';

/** What the desk knows after the history. */
interface Situation {
  readonly desk: DemoDesk;
  readonly calendar: Calendar;
  readonly today: string;
  readonly loanOf: (copy: Copy) => Loan | null;
  readonly loansOf: (reader: Patron) => readonly Loan[];
}

/**
 * Interesting cards and copies at the public library's desk on `today`, after `demoFacts` with the same options:
 * at most one of each trait, and a pile of copies that can be lent. A trait that a very small province lacks is
 * left out.
 */
export function demoSamples(options: DemoOptions): readonly DemoSample[] {
  const situation = situationOf(options);
  return [...patronSamples(situation), ...copySamples(situation), ...foreignSamples(options), unknownSample];
}

function situationOf(options: DemoOptions): Situation {
  const histories = new Map<string, ItemHistory>();
  for (const fact of demoFacts(options))
    histories.set(fact.body.item, evolveItem(histories.get(fact.body.item) ?? emptyHistory, fact));
  const byReader = new Map<string, Loan[]>();
  for (const history of histories.values()) {
    const loan = currentLoan(history);
    if (loan) byReader.set(loan.patron, [...(byReader.get(loan.patron) ?? []), loan]);
  }
  const desk = demoDesk(options);
  return {
    desk,
    calendar: desk.calendar,
    today: options.today,
    loanOf: ({ item }) => currentLoan(histories.get(item.id) ?? emptyHistory),
    loansOf: (reader) => byReader.get(reader.id) ?? [],
  };
}

function patronSamples(situation: Situation): readonly DemoSample[] {
  const { desk, today, loansOf } = situation;
  const valid = ({ status, expires }: Patron): boolean =>
    status === 'active' && expires >= addDays(today, 60);
  const free = (reader: Patron): boolean => valid(reader) && loansOf(reader).length === 0;
  const wanted: readonly (readonly [DemoTrait, (reader: Patron) => boolean])[] = [
    ['ordinary', (reader) => free(reader) && reader.category === 'nguoi-lon'],
    ['child', (reader) => free(reader) && reader.category === 'thieu-nhi'],
    ['at-limit', (reader) => valid(reader) && isAtLimit(situation, reader)],
    ['overdue', (reader) => valid(reader) && loansOf(reader).some(({ due }) => due < today)],
    [
      'ends-soon',
      ({ status, expires }) => status === 'active' && expires >= today && expires < addDays(today, 10),
    ],
    ['expired', ({ status, expires }) => status === 'active' && expires < today],
    ['blocked', ({ status, expires }) => status === 'blocked' && expires >= today],
    ['card-lost', ({ status, expires }) => status === 'card-lost' && expires >= today],
  ];
  return wanted.flatMap(([trait, fits]) => {
    const reader = desk.readers.find(fits);
    return reader ? [patronSample(reader, trait)] : [];
  });
}

/** True when the number of loans is all that stands between the reader and an ordinary book. */
function isAtLimit({ desk, calendar, today, loanOf, loansOf }: Situation, patron: Patron): boolean {
  const copy = desk.copies.find((candidate) => isLendable(candidate) && !loanOf(candidate));
  if (!copy) return false;
  const { reasons } = decideCheckout({
    today,
    library: desk.library.id,
    policySet: demoPolicySet,
    calendar,
    patron,
    item: copy.item,
    openLoan: null,
    patronLoanCount: loansOf(patron).length,
  });
  return reasons.length === 1 && reasons[0]?.code === 'LT-1203';
}

function isLendable({ item }: Copy): boolean {
  return item.status === 'in-circulation' && item.itemClass === 'sach' && item.collection === 'kho-mo';
}

function copySamples({ desk, today, loanOf }: Situation): readonly DemoSample[] {
  const isIn = (copy: Copy): boolean => loanOf(copy) === null;
  const wanted: readonly (readonly [DemoTrait, (copy: Copy) => boolean])[] = [
    ['on-loan', (copy) => (loanOf(copy)?.due ?? '') >= today],
    ['overdue-copy', (copy) => (loanOf(copy)?.due ?? today) < today],
    ['not-for-loan', (copy) => isIn(copy) && copy.item.status === 'not-for-loan'],
    ['reading-room', ({ item }) => item.status === 'in-circulation' && item.itemClass === 'tham-khao'],
  ];
  return [
    ...pile(desk.copies.filter((copy) => isLendable(copy) && isIn(copy))),
    ...wanted.flatMap(([trait, fits]) => {
      const copy = desk.copies.find(fits);
      return copy ? [copySample(copy, trait)] : [];
    }),
  ];
}

/** Copies of different titles, classics first. */
function pile(copies: readonly Copy[]): readonly DemoSample[] {
  const classics = copies.filter(({ biblio }) => biblio.ddc.startsWith(classicFiction));
  const titles = new Map<string, Copy>();
  for (const copy of [...classics, ...copies])
    if (!titles.has(copy.biblio.id)) titles.set(copy.biblio.id, copy);
  return [...titles.values()].slice(0, pileSize).map((copy) => copySample(copy, 'available'));
}

/** Copies that belong elsewhere, and one accession number that two other libraries gave. */
function foreignSamples(options: DemoOptions): readonly DemoSample[] {
  const { BN, HP, ST } = demoLibraries;
  const copies = nearestCopies(options);
  const own = new Set(copies.filter(({ item }) => item.library === BN.id).map(({ item }) => item.barcode));
  const units = new Set(copies.filter(({ item }) => item.library === ST.id).map(({ item }) => item.barcode));
  const foreign = copies.filter(({ item }) => item.library === HP.id && !own.has(item.barcode));
  const single = foreign.find(({ item }) => item.status === 'in-circulation' && !units.has(item.barcode));
  const double = foreign.find(({ item }) => units.has(item.barcode));
  return [
    ...(single ? [copySample(single, 'other-library')] : []),
    ...(double ? [copySample(double, 'same-number')] : []),
  ];
}

function patronSample({ card, name, category }: Patron, trait: DemoTrait): DemoSample {
  return { code: card, kind: 'patron', trait, label: name, detail: categoryLabels[category]?.vi ?? category };
}

function copySample({ item, biblio }: Copy, trait: DemoTrait): DemoSample {
  return {
    code: item.barcode,
    kind: 'item',
    trait,
    label: biblio.title,
    detail: `${biblio.author} · ${item.callNumber}`,
  };
}

const unknownSample: DemoSample = {
  code: unknownCode,
  kind: 'other',
  trait: 'unknown',
  label: unknownCode,
  detail: '',
};
