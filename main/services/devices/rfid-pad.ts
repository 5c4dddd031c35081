import type { TagSeen, WhyTagsLeft } from '../../../contract/devices/drivers.ts';
import { normaliseCode } from '../../../domain/identifiers/scan.ts';
import type { Reason } from '../../../domain/outcome.ts';
import { reason } from '../../../domain/outcome.ts';
import type { TagField } from './tag-field.ts';

/** What lies on the RFID pads of a desk, put in line like scans. */
export interface RfidPad {
  tag(device: string, tag: TagSeen): void;
  left(device: string, addresses: readonly string[], why: WhyTagsLeft): void;
  close(): void;
}

export interface RfidPadParts {
  readonly field: TagField;
  /** The codes in front of the readers, told before anything is scanned from them. */
  readonly onField: (codes: readonly string[]) => void;
  readonly scan: (code: string) => void;
  /** A row that says why nothing came of a tag. */
  readonly trouble: (why: Reason) => void;
}

/** Longest wait for the other parts of a set (ms): a pile is listed while it is put down. */
const setWaitMs = 1_500;

export function rfidPad({ field, onField, scan, trouble }: RfidPadParts): RfidPad {
  const waiting = new Map<string, NodeJS.Timeout>();

  const stopWaiting = (code: string): void => {
    clearTimeout(waiting.get(normaliseCode(code)));
    waiting.delete(normaliseCode(code));
  };
  const giveUp = (code: string): void => {
    waiting.delete(normaliseCode(code));
    const parts = field.parts(code);
    if (parts !== null) trouble(reason('LT-2113', { ...parts, code }));
  };

  return {
    tag(device, tag) {
      const change = field.came(device, tag);
      onField(field.codes());
      switch (change.kind) {
        case 'scan':
          stopWaiting(change.code);
          return scan(change.code);
        case 'wait': {
          const { code } = change;
          stopWaiting(code);
          waiting.set(
            normaliseCode(code),
            setTimeout(() => giveUp(code), setWaitMs),
          );
          return;
        }
        case 'known':
          return;
        case 'trouble':
          return trouble(reason(change.code));
      }
    },
    left(device, addresses, why) {
      field.left(device, addresses, why);
      onField(field.codes());
    },
    close() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
