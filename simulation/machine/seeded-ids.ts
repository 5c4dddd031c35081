import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { Dice } from '../../domain/demo/random.ts';

/**
 * Makes the identifiers that programs in this process take from the system repeatable until the function returned is
 * called: a history by chance must be the same when it is told again, and identifiers decide ties. Version 7 has the
 * world's time in its first 48 bits (RFC 9562 §5.7).
 */
export function seedIds(dice: Dice, now: () => number): () => void {
  const { randomUUID, randomUUIDv7 } = crypto;
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => dice.below(16).toString(16)).join('');
  const uuid = (first12: string, version: string): ReturnType<typeof randomUUID> =>
    `${first12.slice(0, 8)}-${first12.slice(8)}-${version}${hex(3)}-8${hex(3)}-${hex(12)}`;
  crypto.randomUUID = () => uuid(hex(12), '4');
  crypto.randomUUIDv7 = () => uuid(Math.max(0, now()).toString(16).padStart(12, '0'), '7');
  syncBuiltinESMExports();
  return () => {
    Object.assign(crypto, { randomUUID, randomUUIDv7 });
    syncBuiltinESMExports();
  };
}
