import { reason } from '../../../domain/outcome.ts';
import type { RowContent } from './row-content.ts';

/** The same copy twice within this time is one act: a scanner that fires twice, a hand that slips. */
const sameActWithin = 5_000;
/** An unknown code scanned again within this time is confirmed as unknown. */
const confirmWithin = 30_000;

/** What the desk remembers of its last scans, to tell a repetition from a new act. */
export interface RepeatMemory {
  /** The row of the act this code has just done, or null. `now` in ms of a clock that never jumps. */
  doneAgain(code: string, now: number): RowContent | null;
  /** Keeps what a scan led to. The second time, an unknown code is answered for good. */
  remember(code: string, row: RowContent, now: number): RowContent;
  forget(): void;
}

export function repeatMemory(): RepeatMemory {
  let done: { readonly code: string; readonly row: RowContent; readonly at: number }[] = [];
  let asked: { readonly code: string; readonly at: number } | null = null;
  return {
    doneAgain(code, now) {
      done = done.filter(({ at }) => now - at < sameActWithin);
      return done.find((act) => act.code === code)?.row ?? null;
    },
    remember(code, row, now) {
      const confirmed = asked?.code === code && now - asked.at < confirmWithin;
      asked = row.state === 'question' && !confirmed ? { code, at: now } : null;
      if (row.state === 'question' && confirmed) {
        return { ...row, state: 'refused', reasons: row.reasons.map(confirmedReason) };
      }
      // A card is not an act on a copy: scanning it again simply shows its reader again.
      const acted = (row.state === 'done' || row.state === 'routed') && row.act !== 'patron';
      if (acted) done.push({ code, row, at: now });
      return row;
    },
    forget() {
      done = [];
      asked = null;
    },
  };
}

function confirmedReason(why: RowContent['reasons'][number]): RowContent['reasons'][number] {
  return why.code === 'LT-1101' ? reason('LT-1102') : why;
}
