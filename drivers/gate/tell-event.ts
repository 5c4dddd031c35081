import type { GateEvent as ToldEvent } from '../../contract/devices/drivers.ts';
import { decodeTag } from '../rfid/tags/index.ts';
import type { TagReading } from '../rfid/tags/index.ts';
import type { AlarmItem, GateEvent } from './event.ts';

/** A gate's event as the core is told it: what the gate sends of a tag is read here, where the tags' models are. */
export function gateEvent(event: GateEvent): ToldEvent {
  switch (event.type) {
    case 'alarm':
      return {
        kind: 'alarm',
        at: event.at,
        items: event.items.map((item) => ({ address: item.uid, code: codeOf(item) })),
        direction: event.direction,
      };
    case 'counts':
      return { kind: 'counts', at: event.at, in: event.in, out: event.out };
    case 'missed':
      return { kind: 'missed', at: event.at };
  }
}

/** In the high byte of the PC word (EPC Gen2 §6.3.2.1.2.2). */
const userInUse = 0x04;

function codeOf({ uid, technology, blocks }: AlarmItem): string | null {
  const address = Uint8Array.from(Buffer.from(uid ?? '', 'hex'));
  if (technology === 'uhf') {
    const words = (address.length >> 1) << 3;
    // Gates are set to send the EPC with its PC word or without; then whether user memory is in use is not known.
    return (
      ofUhf(address, blocks) ??
      ofUhf(Uint8Array.of(words, 0, ...address), blocks) ??
      ofUhf(Uint8Array.of(words | userInUse, 0, ...address), blocks)
    );
  }
  return (
    blocks &&
    itemOf(decodeTag({ technology: 'hf', uid: address, dsfid: null, afi: null, bytes: blocks }, 'auto'))
  );
}

function ofUhf(epcBank: Uint8Array, user: Uint8Array | null): string | null {
  return itemOf(decodeTag({ technology: 'uhf', epcBank, tid: null, user }, 'auto'));
}

function itemOf(reading: TagReading): string | null {
  return reading.kind === 'item' ? reading.itemId : null;
}
