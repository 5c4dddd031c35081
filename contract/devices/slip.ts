import type { SlipLine } from '../../domain/printing/slip-line.ts';

export type { SlipLine } from '../../domain/printing/slip-line.ts';

export interface SlipDocument {
  readonly lines: readonly SlipLine[];
  /** Printed at the top of a copy that may already have come out. */
  readonly reprint: boolean;
}
