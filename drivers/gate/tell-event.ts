import type { GateEvent as ToldEvent } from '../../contract/devices/drivers.ts';
import { decodeTag } from '../rfid/tags/index.ts';
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

function codeOf({ uid, technology, blocks }: AlarmItem): string | null {
  const address = Uint8Array.from(Buffer.from(uid ?? '', 'hex'));
  const reading =
    technology === 'uhf'
      ? decodeTag({ technology: 'uhf', epcBank: address, tid: null, user: blocks }, 'auto')
      : blocks &&
        decodeTag({ technology: 'hf', uid: address, dsfid: null, afi: null, bytes: blocks }, 'auto');
  return reading?.kind === 'item' ? reading.itemId : null;
}
