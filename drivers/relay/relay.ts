/**
 * Why it did not switch. `no-answer` the board did not confirm in time · `line-lost` there is no line to it ·
 * `refused` it said no (`detail`: its code) · `unchanged` it took the command and its state says otherwise · `busy`
 * a pulse is under way on this channel · `no-channel` there is none of this number.
 */
export type RelayFailure = 'no-answer' | 'line-lost' | 'refused' | 'unchanged' | 'busy' | 'no-channel';

export type RelayResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly failure: RelayFailure; readonly detail: string | null };

/** One board of relays. Channels count from 1. Nothing rejects. */
export interface Relay {
  set(channel: number, on: boolean): Promise<RelayResult>;
  /** On, `ms` later off. Answers when it is off again; what could not be put off is put off as soon as it can be. */
  pulse(channel: number, ms: number): Promise<RelayResult>;
}

/** Puts one channel on or off on an open line, and finds out whether it happened where the board can tell. */
export type Switch = (channel: number, on: boolean) => Promise<RelayResult>;

export const switched: RelayResult = { ok: true };

export function notSwitched(failure: RelayFailure, detail: string | null = null): RelayResult {
  return { ok: false, failure, detail };
}
