import { isOverdue } from '../../circulation/due.ts';
import { isPlainBook } from '../history/cast.ts';
import type { Copy } from '../history/desk.ts';
import { demoLibraries } from '../libraries.ts';
import type { CopyTrait, DemoSample, Wanted } from './sample.ts';
import { choose, copySample } from './sample.ts';
import type { Situation } from './situation.ts';
import { anybody, codesOfLending, isFree, isQuiet, returnOf, stateOf } from './situation.ts';

/** Copies in the pile that can be lent at once. */
const pileSize = 8;
/** Well-known Vietnamese novels make a better pile than chance does: fiction and its period 1900–1999. */
const classicFiction = '895.92233';

/** Copies of the library itself. */
export function copySamples(situation: Situation): readonly DemoSample[] {
  const { desk, view } = situation;
  const reader = anybody(situation);
  const isIn = (copy: Copy): boolean => stateOf(situation, copy).status === 'available';
  const isPlain = (copy: Copy): boolean => isPlainBook(copy) && isQuiet(situation, copy);
  const asksOnly = (copy: Copy, code: string): boolean =>
    reader !== null && codesOfLending(situation, reader, copy).join(' ') === code;
  const isOut = (copy: Copy, when: 'late' | 'in-time'): boolean => {
    const state = stateOf(situation, copy);
    const loan = state.status === 'on-loan' ? view.loan(state.loan) : null;
    return loan !== null && isOverdue(loan.due, view) === (when === 'late');
  };
  const wanted: Wanted<Copy, CopyTrait> = [
    ['on-loan', (copy) => isPlain(copy) && isOut(copy, 'in-time')],
    ['overdue-copy', (copy) => isPlain(copy) && isOut(copy, 'late')],
    ['not-for-loan', (copy) => copy.item.lending === 'not-for-loan' && asksOnly(copy, 'LT-1206')],
    [
      'reading-room',
      (copy) => copy.item.lending === 'for-loan' && copy.item.itemClass === 'tham-khao' && isIn(copy),
    ],
    ['held-copy', (copy) => isIn(copy) && !isQuiet(situation, copy) && asksOnly(copy, 'LT-1227')],
    ['waiting-copy', (copy) => isWaiting(situation, copy)],
    ['lost-copy', (copy) => isLost(situation, copy)],
    ['with-parts', (copy) => copy.item.parts !== '' && isIn(copy) && asksOnly(copy, 'LT-1230')],
    ['restricted', (copy) => copy.item.lending === 'restricted' && isIn(copy)],
    [
      'returns-trapped',
      (copy) => isOut(copy, 'in-time') && returnOf(situation, copy).route?.to === 'hold-shelf',
    ],
    [
      'returns-late',
      (copy) =>
        isOut(copy, 'late') &&
        returnOf(situation, copy).findings.some(({ reason }) => reason.code === 'LT-1305'),
    ],
    ['in-transit-copy', (copy) => stateOf(situation, copy).status === 'in-transit'],
  ];
  return [
    ...pile(desk.copies.filter((copy) => isFree(situation, copy))),
    ...choose(desk.copies, wanted).map(([copy, trait]) => copySample(copy, trait)),
  ];
}

function isWaiting(situation: Situation, copy: Copy): boolean {
  const state = stateOf(situation, copy);
  return state.status === 'on-hold-shelf' && state.shelfUntil > situation.view.today;
}

/** Lost by a reader who is charged for it. */
function isLost(situation: Situation, copy: Copy): boolean {
  const state = stateOf(situation, copy);
  return state.status === 'lost' && state.loan !== null;
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
export function foreignSamples({ desk }: Situation): readonly DemoSample[] {
  const { HP, ST } = demoLibraries;
  const own = new Set(desk.copies.map(({ item }) => item.barcode));
  const units = new Set(
    desk.foreign.filter(({ item }) => item.library === ST.id).map(({ item }) => item.barcode),
  );
  const foreign = desk.foreign.filter(({ item }) => item.library === HP.id && !own.has(item.barcode));
  const single = foreign.find(({ item }) => item.lending === 'for-loan' && !units.has(item.barcode));
  const double = foreign.find(({ item }) => units.has(item.barcode));
  return [
    ...(single ? [copySample(single, 'other-library')] : []),
    ...(double ? [copySample(double, 'same-number')] : []),
  ];
}
