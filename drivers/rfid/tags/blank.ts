import type { EpcBank } from './uhf/epc-bank.ts';

const factoryPc = 0x3000;
/** Allocation class of chips (ISO/IEC 15963); makers write the beginning of the TID into new tags. */
const chipClass = 0xe2;
/** Second byte of the EPC of new tags: E200 … (dp2), E280 … with the flag of an extended TID. */
const makerBytes: ReadonlySet<number> = new Set([0x00, 0x80]);

/** An EPC that came from the factory and names no object: nobody has written the tag yet. */
export function isFactoryEpc({ pc, epc }: EpcBank): boolean {
  return pc === factoryPc && epc[0] === chipClass && makerBytes.has(epc[1] ?? -1);
}
