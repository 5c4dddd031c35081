import { isOverdue } from '../../circulation/due.ts';
import { cardFindings } from '../../circulation/patron-checks.ts';
import type { Patron } from '../../patrons/patron.ts';
import type { Check } from '../../policy/checks.ts';
import { endsSoon } from '../history/cast.ts';
import type { DemoSample, PatronTrait, Wanted } from './sample.ts';
import { choose, patronSample } from './sample.ts';
import type { Situation } from './situation.ts';
import { codesOfLending, hasOnly, isFree } from './situation.ts';

export function patronSamples(situation: Situation): readonly DemoSample[] {
  const { view, readers, desk } = situation;
  const { today } = view;
  const free = desk.copies.find((copy) => isFree(situation, copy));
  const lacksOnly = (reader: Patron, check: Check): boolean =>
    cardFindings(reader, today)
      .map((finding) => finding.check)
      .join(' ') === check;
  const isAtLimit = (reader: Patron): boolean =>
    free !== undefined && codesOfLending(situation, reader, free).join(' ') === 'LT-1203';
  const isLate = ({ id }: Patron): boolean =>
    view.openLoansOfPatron(id).some(({ due }) => isOverdue(due, view));
  const isWaitedFor = ({ id }: Patron): boolean =>
    view.openHoldsOfPatron(id).some(({ state }) => state.status === 'waiting' && state.shelfUntil > today);
  const wanted: Wanted<Patron, PatronTrait> = [
    ['ordinary', (reader) => reader.category === 'nguoi-lon' && hasOnly(situation, reader)],
    ['child', (reader) => reader.category === 'thieu-nhi' && hasOnly(situation, reader)],
    ['at-limit', (reader) => hasOnly(situation, reader, 'loans') && isAtLimit(reader)],
    ['overdue', (reader) => hasOnly(situation, reader, 'loans') && isLate(reader)],
    ['ends-soon', (reader) => endsSoon(reader, today)],
    ['expired', (reader) => lacksOnly(reader, 'card-expired')],
    ['blocked', (reader) => lacksOnly(reader, 'card-blocked')],
    ['card-lost', (reader) => lacksOnly(reader, 'card-lost')],
    ['owes', (reader) => hasOnly(situation, reader, 'debt')],
    ['hold-ready', (reader) => hasOnly(situation, reader, 'holds') && isWaitedFor(reader)],
    ['child-with-guardian', (reader) => reader.guarantor !== null && hasOnly(situation, reader)],
    ['deposit', (reader) => hasOnly(situation, reader, 'deposit', 'loans')],
    ['has-message', (reader) => hasOnly(situation, reader, 'messages')],
  ];
  return choose(readers, wanted).map(([reader, trait]) => patronSample(reader, trait));
}
