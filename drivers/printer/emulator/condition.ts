import type { StatusQuestion } from '../status.ts';

/** What can be wrong with a printer. */
export interface PrinterCondition {
  readonly paper: 'ok' | 'near-end' | 'out';
  readonly cover: 'closed' | 'open';
  readonly error: 'none' | 'cutter' | 'unrecoverable' | 'recoverable';
  /** Level of the switch in the cash drawer. */
  readonly drawer: 'low' | 'high';
  /** Rows of dots left on the roll; null is a roll that does not end. At 0 the paper is out. */
  readonly rowsLeft: number | null;
  /** `real-time`: answers `DLE EOT` only, as clones do that do not know `GS r` and `GS a`. `silent`: answers nothing. */
  readonly talk: 'full' | 'real-time' | 'silent';
  /** How fast the buffer is worked off; null is at once. */
  readonly bytesPerSecond: number | null;
}

export const goodCondition: PrinterCondition = {
  paper: 'ok',
  cover: 'closed',
  error: 'none',
  drawer: 'low',
  rowsLeft: null,
  talk: 'full',
  bytesPerSecond: null,
};

/** It neither prints nor works off its buffer. */
export function isOffline(condition: PrinterCondition): boolean {
  return condition.paper === 'out' || condition.cover === 'open' || condition.error !== 'none';
}

/** The answer to `DLE EOT n` (bit tables: `reference/devices.md` §6.1). */
export function realTimeAnswer(condition: PrinterCondition, question: StatusQuestion): number {
  const out = condition.paper === 'out';
  switch (question) {
    case 1:
      return 0x12 | bit(isOffline(condition), 0x08) | bit(condition.drawer === 'high', 0x04);
    case 2:
      return (
        0x12 | bit(condition.cover === 'open', 0x04) | bit(out, 0x20) | bit(condition.error !== 'none', 0x40)
      );
    case 3:
      return (
        0x12 |
        bit(condition.error === 'cutter', 0x08) |
        bit(condition.error === 'unrecoverable', 0x20) |
        bit(condition.error === 'recoverable', 0x40)
      );
    case 4:
      return 0x12 | bit(condition.paper !== 'ok', 0x0c) | bit(out, 0x60);
  }
}

/** The four bytes of automatic status. */
export function automaticMessage(condition: PrinterCondition): Uint8Array {
  return Uint8Array.of(
    0x10 |
      bit(condition.drawer === 'high', 0x04) |
      bit(isOffline(condition), 0x08) |
      bit(condition.cover === 'open', 0x20),
    bit(condition.error === 'cutter', 0x08) |
      bit(condition.error === 'unrecoverable', 0x20) |
      bit(condition.error === 'recoverable', 0x40),
    bit(condition.paper !== 'ok', 0x03) | bit(condition.paper === 'out', 0x0c),
    0,
  );
}

/** The answer to `GS r 1`: paper sensors. */
export function paperSensorAnswer(condition: PrinterCondition): number {
  return bit(condition.paper !== 'ok', 0x03) | bit(condition.paper === 'out', 0x0c);
}

function bit(on: boolean, mask: number): number {
  return on ? mask : 0;
}
