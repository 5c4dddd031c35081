/**
 * EPC of the alliance model: byte 0 on-loan flag, reserve, sorting bin; byte 1 code of the number and version of the
 * model; bytes 2–3 content parameter; then the number. The EPC changes when the book is lent: never take it for the
 * tag's identity.
 */
import { joinBytes } from '../text.ts';
import { piiText } from './pii.ts';

const onLoanFlag = 0x80;
const headBytes = 4;
/** Versions above are not told of; so high a number is another trade's EPC. */
const highestVersion = 8;

export interface AllianceEpc {
  readonly id: string;
  readonly onLoan: boolean;
  readonly sorting: number;
  readonly version: number;
  /** Content parameter. */
  readonly bitmap: number;
}

/** Null when it is no EPC of this model. */
export function readAllianceEpc(epc: Uint8Array): AllianceEpc | null {
  if (epc.length <= headBytes) return null;
  const [first = 0, second = 0, high = 0, low = 0] = epc;
  const version = (second & 0x3f) + 1;
  const id = piiText(second >> 6, epc.subarray(headBytes));
  if (id === null || version > highestVersion) return null;
  return {
    id,
    onLoan: (first & onLoanFlag) !== 0,
    sorting: first & 0x0f,
    version,
    bitmap: (high << 8) | low,
  };
}

export function writeAllianceEpc(
  head: {
    readonly onLoan: boolean;
    readonly sorting: number;
    readonly version: number;
    readonly bitmap: number;
  },
  code: number,
  pii: Uint8Array,
): Uint8Array {
  const bytes = [
    (head.onLoan ? onLoanFlag : 0) | (head.sorting & 0x0f),
    (code << 6) | ((head.version - 1) & 0x3f),
    head.bitmap >> 8,
    head.bitmap & 0xff,
  ];
  return joinBytes([bytes, pii]);
}

/** The same EPC for a book that is lent, or in stock. @param epc without StoredCRC and PC */
export function withLoanFlag(epc: Uint8Array, onLoan: boolean): Uint8Array {
  const changed = Uint8Array.from(epc);
  const first = changed[0];
  if (first !== undefined) changed[0] = onLoan ? first | onLoanFlag : first & ~onLoanFlag;
  return changed;
}
