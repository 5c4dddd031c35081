import type { OutcomeCode } from '../../domain/outcome.ts';

/** A store that cannot be opened, with the code to show and its parameters. */
export class StoreRefused extends Error {
  readonly code: OutcomeCode;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: OutcomeCode, params: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'StoreRefused';
    this.code = code;
    this.params = params;
  }
}
