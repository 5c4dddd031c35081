import type { RescueHeader } from '../../contract/sync/rescue.ts';

/** Sequences of one incarnation that are missing, both ends included. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** More of them are not looked at: what follows is left in the file. */
const mostGaps = 2_000;

/** What a rescue file says to be missing of an incarnation, in order. Only what can be true is believed. */
export function gapsIn({ damage }: RescueHeader, inc: string): readonly Gap[] {
  const gaps: { from: number; to: number }[] = [];
  const said = (damage?.missing ?? []).filter((one) => one.inc === inc && one.from > 0 && one.from <= one.to);
  for (const { from, to } of said.sort((a, b) => a.from - b.from)) {
    const last = gaps.at(-1);
    // Two that touch each other are one.
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else if (gaps.length < mostGaps) gaps.push({ from, to });
  }
  return gaps;
}

/** What of it the province lacks, which holds everything up to `acked`. */
export function gapsAfter(gaps: readonly Gap[], acked: number): readonly Gap[] {
  return gaps.filter(({ to }) => to > acked).map(({ from, to }) => ({ from: Math.max(from, acked + 1), to }));
}

/** Which of the facts after `acked` that are not missing the one at `seq` is, from 1; null when it is in a gap. */
export function placeBehind(gaps: readonly Gap[], acked: number, seq: number): number | null {
  if (gaps.some(({ from, to }) => from <= seq && seq <= to)) return null;
  const lost = gaps.filter(({ to }) => to < seq).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return seq - acked - lost;
}
