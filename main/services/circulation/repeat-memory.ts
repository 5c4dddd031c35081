import { notice } from '../../../domain/circulation/decision.ts';
import { reason } from '../../../domain/outcome.ts';
import type { RowContent } from './row-content.ts';
import { rowContent } from './row-content.ts';

/** The same copy twice within this time is one act: a scanner that fires twice, a hand that slips. */
const sameActWithin = 5_000;
/** An unknown code scanned again within this time is confirmed as unknown. */
const confirmWithin = 30_000;

/** What the desk remembers of its last scans, to tell a repetition from a new act. */
export interface RepeatMemory {
  /** What to say when this code has just done an act, or null. `now` in ms of a clock that never jumps. */
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
      const act = done.find((known) => known.code === code);
      if (!act) return null;
      return rowContent(act.row.act, 'noted', {
        item: act.row.item,
        patron: act.row.patron,
        loan: act.row.loan,
        findings: [notice(reason('LT-1106'))],
      });
    },
    remember(code, row, now) {
      const unknown = row.act === 'unknown' && row.state === 'question';
      const again = asked?.code === code && now - asked.at < confirmWithin;
      asked = unknown && !again ? { code, at: now } : null;
      if (unknown && again) {
        return { ...row, state: 'refused', findings: row.findings.map(confirmed) };
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

function confirmed(finding: RowContent['findings'][number]): RowContent['findings'][number] {
  return finding.reason.code === 'LT-1101' ? { ...finding, reason: reason('LT-1102') } : finding;
}
