import { createHash } from 'node:crypto';
import type { PadTag } from '../../contract/devices/drivers.ts';
import type { EmulatedHfTag } from '../rfid/emulator/field.ts';
import { hfTag } from '../rfid/emulator/field.ts';
import { encodeTag } from '../rfid/tags/index.ts';

/** Every book with a tag in it that a training station has had in hand: a tag remembers what was written on it. */
export interface TaggedShelf {
  /** The tag of the copy with this code, made secured and by ISO 28560-3 when it is first asked for. */
  tagOf(code: string): EmulatedHfTag;
  setFault(code: string, fault: PadTag['fault']): void;
  describe(tag: EmulatedHfTag): PadTag;
}

const securedAfi = 0x07;

export function taggedShelf(): TaggedShelf {
  const tags = new Map<string, EmulatedHfTag>();
  const codes = new Map<EmulatedHfTag, string>();
  const faults = new Map<EmulatedHfTag, PadTag['fault']>();

  const made = (code: string): EmulatedHfTag => {
    // NXP's manufacturer code, then a number that is the code's own.
    const uid = `E00401${createHash('sha256').update(code).digest('hex').slice(0, 10)}`;
    const encoded = encodeTag('iso28560-3', { kind: 'item', itemId: code });
    // A number that does not fit is on a tag that nobody can read.
    if (!encoded.ok || encoded.tag.technology !== 'hf') return hfTag(uid, Uint8Array.of(0xff));
    const { bytes, dsfid, afi } = encoded.tag;
    return hfTag(uid, bytes, { dsfid, afi });
  };

  return {
    tagOf(code) {
      const known = tags.get(code);
      if (known) return known;
      const tag = made(code);
      tags.set(code, tag);
      codes.set(tag, code);
      return tag;
    },
    setFault(code, fault) {
      const tag = tags.get(code);
      if (!tag) return;
      faults.set(tag, fault);
      tag.faults = { securityStuck: fault === 'stuck', weak: fault === 'weak', leavesAfter: null };
    },
    describe: (tag) => ({
      code: codes.get(tag) ?? tag.uid,
      security: tag.afi === securedAfi ? 'on' : 'off',
      fault: faults.get(tag) ?? 'none',
    }),
  };
}
