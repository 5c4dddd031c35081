import type { FeigFrame } from '../rfid/feig/codec.ts';
import type { CounterField, CounterLayout } from './config.ts';

/** @returns null when the frame is another one, or too short for what the site says stands in it */
export function readCounters(
  { command, data }: FeigFrame,
  layout: CounterLayout,
): { readonly in: number; readonly out: number } | null {
  if (command !== layout.command) return null;
  const inward = readField(data, layout.in, layout.lowByteFirst);
  const outward = readField(data, layout.out, layout.lowByteFirst);
  return inward === null || outward === null ? null : { in: inward, out: outward };
}

function readField(data: Uint8Array, { offset, bytes }: CounterField, lowByteFirst: boolean): number | null {
  const field = data.subarray(offset, offset + bytes);
  if (field.length < bytes) return null;
  const highFirst = lowByteFirst ? field.toReversed() : field;
  return highFirst.reduce((value, byte) => value * 256 + byte, 0);
}
