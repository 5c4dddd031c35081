import type { DeskRow } from '../../../contract/workstation/desk.ts';

/** Four outcomes, four tones; `noted` is a soft tick: nothing was done and nothing is wrong. */
export type Tone = 'done' | 'routed' | 'question' | 'refused' | 'noted';

/** How loudly a tone has to be heard over another that is playing. */
const weight: Readonly<Record<Tone, number>> = { noted: 0, done: 1, routed: 2, question: 3, refused: 4 };

/**
 * The tone for a row that has just come in, or null. `before` is the same row as last seen: a row sounds once when it
 * is decided, and once more when its question was answered. A "no" needs no echo: nothing came of it.
 */
export function toneFor(row: DeskRow, before: DeskRow | null): Tone | null {
  if (row.state === 'pending') return null;
  if (before === null || before.state === 'pending') return row.state;
  if (row.security?.state === 'failed' && before.security?.state !== 'failed') return 'refused';
  if (before.state !== 'question') return null;
  return row.state === 'done' || row.state === 'routed' || said(row) !== said(before) ? row.state : null;
}

function said({ findings }: DeskRow): string {
  return findings.map(({ reason }) => reason.code).join(' ');
}

/** Shortest time in ms between the starts of two tones: a pile of books must not become a siren. */
const spacing = 140;

export interface Playing {
  readonly tone: Tone;
  readonly at: number;
}

/** Whether a tone may start now. One that weighs more cuts in; within the spacing the rest stay silent. */
export function mayPlay(tone: Tone, now: number, last: Playing | null): boolean {
  return last === null || now - last.at >= spacing || weight[tone] > weight[last.tone];
}
