/** Into the library or out of it. */
export type Direction = 'in' | 'out';

/**
 * `busy` it is open for somebody already · `line-lost` there is no line to it · `no-answer` it does not say what
 * happened: somebody may have passed · `refused` it said no · `unsupported` it has no such direction.
 */
export type TurnstileFailure = 'busy' | 'line-lost' | 'no-answer' | 'refused' | 'unsupported';

/** `unconfirmed`: it was opened, and nothing on it tells whether anybody passed. */
export type PassResult = 'passed' | 'timed-out' | 'unconfirmed' | TurnstileFailure;

export interface Turnstile {
  /** Opens for one person and waits until they passed or did not. Never rejects. */
  open(direction: Direction): Promise<PassResult>;
}
