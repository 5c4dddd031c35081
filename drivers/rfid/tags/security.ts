import { readAllianceEpc, withLoanFlag } from './alliance/epc.ts';
import { decodeTag } from './decode-tag.ts';
import type { TagSettings } from './settings.ts';
import type { TagProfile, UhfTagMemory } from './tag.ts';
import { readEpcBank } from './uhf/epc-bank.ts';

/** What to write into bank 01 so that gates alarm, or let pass. */
export interface SecurityWrite {
  /** Word of bank 01, counted from the StoredCRC: 1 the PC word, 2 the first word of the EPC. */
  readonly word: number;
  readonly bytes: Uint8Array;
  /** The EPC that the tag answers with afterwards. */
  readonly epc: Uint8Array;
}

const pcWord = 1;
const firstEpcWord = 2;

/**
 * ISO 28560-4 turns the AFI in the PC word, the alliance model its flag in the EPC. Null for a tag of neither: it has
 * no such place, and the chip's EAS bit is all there is.
 */
export function uhfSecurityWrite(
  memory: UhfTagMemory,
  profiles: readonly TagProfile[] | 'auto',
  secured: boolean,
  settings: TagSettings,
): SecurityWrite | null {
  const bank = readEpcBank(memory.epcBank);
  const read = decodeTag(memory, profiles, settings);
  if (!bank.ok || read.kind === 'blank' || read.kind === 'unknown') return null;
  const { pc, epc } = bank.bank;
  if (read.profile === 'iso28560-4') {
    const afi = secured ? settings.afi.secured : settings.afi.onLoan;
    return { word: pcWord, bytes: Uint8Array.from([pc >> 8, afi]), epc };
  }
  if (read.profile !== 'alliance' || !readAllianceEpc(epc)) return null;
  const changed = withLoanFlag(epc, !secured);
  return { word: firstEpcWord, bytes: changed.subarray(0, 2), epc: changed };
}
