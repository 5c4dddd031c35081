import { signatureWindow } from '../../contract/sync/signature.ts';

/** Remembers which signatures were used, as long as they could be used again. */
export interface Nonces {
  /** True the first time; `now` in ms. */
  readonly use: (keyId: string, nonce: string, now: number) => boolean;
}

/** A signature from the future edge of the window stays good for twice the window. */
const generationMs = 2 * signatureWindow * 1000;

/**
 * Two generations: a nonce is kept for one whole generation at least. It holds what enrolled stations signed only,
 * which the rate limit bounds, and forgets everything with the process: signatures made before it began do not count
 * (`signatureFault`).
 */
export function nonceMemory(): Nonces {
  let current = new Set<string>();
  let previous = new Set<string>();
  let began = -Infinity;
  return {
    use: (keyId, nonce, now) => {
      if (Math.abs(now - began) > generationMs) {
        previous = Math.abs(now - began) > 2 * generationMs ? new Set() : current;
        current = new Set();
        began = now;
      }
      const name = `${keyId}${nonce}`;
      if (current.has(name) || previous.has(name)) return false;
      current.add(name);
      return true;
    },
  };
}
