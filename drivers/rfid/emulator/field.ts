/**
 * The tags in front of an emulated reader, the same for every family: a family's emulator speaks its frames and does
 * to this field what they ask. Tags misbehave on request, as real ones do.
 */
import { storedCrc } from '../tags/crc16.ts';

/** Ways a tag lets a reader down. All off until a test or the virtual devices panel asks. */
interface TagFaults {
  /** The write of the AFI (UHF: of the PC word or EPC) is acknowledged, and the old value stays. */
  readonly securityStuck: boolean;
  /** So many more commands are answered, then the tag has left the field; null: it stays. */
  readonly leavesAfter: number | null;
  /** Every command to this tag fails on air. */
  readonly weak: boolean;
}

const noFaults: TagFaults = { securityStuck: false, leavesAfter: null, weak: false };

export interface EmulatedHfTag {
  readonly technology: 'hf';
  /** 16 hex digits, upper case, most significant byte first. */
  readonly uid: string;
  readonly blockSize: number;
  dsfid: number;
  afi: number;
  eas: boolean;
  /** Whole user memory. */
  readonly memory: Uint8Array;
  readonly lockedBlocks: Set<number>;
  faults: TagFaults;
}

export interface EmulatedUhfTag {
  readonly technology: 'uhf';
  /** Gen2 banks by number: 0 reserved, 1 EPC with CRC and PC, 2 TID, 3 user (may be empty). */
  readonly banks: [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  eas: boolean;
  faults: TagFaults;
}

export type EmulatedTag = EmulatedHfTag | EmulatedUhfTag;

/** An ICODE SLIX-like tag of 28 blocks of 4 bytes, its memory filled from `content`. @param uid 16 hex digits */
export function hfTag(
  uid: string,
  content: Uint8Array = new Uint8Array(),
  options: {
    readonly dsfid?: number;
    readonly afi?: number;
    readonly eas?: boolean;
    readonly blocks?: number;
  } = {},
): EmulatedHfTag {
  const memory = new Uint8Array((options.blocks ?? 28) * 4);
  memory.set(content.subarray(0, memory.length));
  return {
    technology: 'hf',
    uid: uid.toUpperCase(),
    blockSize: 4,
    dsfid: options.dsfid ?? 0,
    afi: options.afi ?? 0x07,
    eas: options.eas ?? true,
    memory,
    lockedBlocks: new Set(),
    faults: noFaults,
  };
}

/**
 * A Gen2 tag. Its EPC bank is StoredCRC, PC and EPC; the CRC is kept right by the tag itself whenever the bank changes.
 * @param epcBank from the PC word on · @param user user bank, empty on tags that have none
 */
export function uhfTag(
  epcBank: Uint8Array,
  user: Uint8Array = new Uint8Array(),
  tid: Uint8Array = Uint8Array.from([0xe2, 0x80, 0x11, 0x60, 0x20, 0x00, 0x00, 0x00, 0x12, 0x34, 0x56, 0x78]),
): EmulatedUhfTag {
  // CRC, PC and 128 bits of EPC, as common chips have.
  const bank = new Uint8Array(Math.max(20, epcBank.length + 2));
  bank.set(epcBank, 2);
  const tag: EmulatedUhfTag = {
    technology: 'uhf',
    banks: [new Uint8Array(8), bank, tid, user],
    eas: false,
    faults: noFaults,
  };
  storeCrc(tag);
  return tag;
}

/** EPC of a tag by the length in its PC word, upper-case hex. */
export function epcOf(tag: EmulatedUhfTag): string {
  const bank = tag.banks[1];
  return Buffer.from(bank.subarray(4, 4 + epcBytes(tag)))
    .toString('hex')
    .toUpperCase();
}

/** Writes the StoredCRC over PC and EPC: as a Gen2 tag does at power-up. */
function storeCrc(tag: EmulatedUhfTag): void {
  const bank = tag.banks[1];
  const crc = storedCrc(bank, 2, 4 + epcBytes(tag));
  bank[0] = crc >> 8;
  bank[1] = crc & 0xff;
}

function epcBytes(tag: EmulatedUhfTag): number {
  return Math.min(((tag.banks[1][2] ?? 0) >> 3) * 2, tag.banks[1].length - 4);
}

/** The answer to one command of an emulated reader to one tag. */
export type TagAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: 'gone' | 'weak' | 'range' | 'locked' };

/** The tags in front of one emulated reader. */
export interface TagField {
  put(...tags: readonly EmulatedTag[]): void;
  /** Takes one away by UID or EPC; nothing happens when it is not there. */
  take(address: string): void;
  clear(): void;
  /** Those an inventory sees, in the order they were put. */
  present(): readonly EmulatedTag[];
  readHf(uid: string, firstBlock: number, count: number): TagAnswer<Uint8Array>;
  /** Block by block, so that a tag which leaves or a locked block leaves the first ones written. */
  writeHf(uid: string, firstBlock: number, bytes: Uint8Array): TagAnswer<null>;
  /** The tag itself, for its DSFID, AFI and memory size. */
  infoHf(uid: string): TagAnswer<EmulatedHfTag>;
  setHf(
    uid: string,
    change: { readonly afi?: number; readonly dsfid?: number; readonly eas?: boolean },
  ): TagAnswer<null>;
  readUhf(epc: string, bank: number, firstWord: number, words: number): TagAnswer<Uint8Array>;
  writeUhf(epc: string, bank: number, firstWord: number, bytes: Uint8Array): TagAnswer<null>;
  setUhfEas(epc: string, on: boolean): TagAnswer<null>;
}

export function createTagField(): TagField {
  const tags: EmulatedTag[] = [];

  const addressOf = (tag: EmulatedTag): string => (tag.technology === 'hf' ? tag.uid : epcOf(tag));

  /** One command reaches the tag, or fails in the way it was told to. */
  const reach = (address: string): TagAnswer<EmulatedTag> => {
    const tag = tags.find((candidate) => addressOf(candidate) === address.toUpperCase());
    if (tag === undefined) return { ok: false, why: 'gone' };
    const { leavesAfter, weak } = tag.faults;
    if (leavesAfter !== null) {
      if (leavesAfter <= 0) {
        tags.splice(tags.indexOf(tag), 1);
        return { ok: false, why: 'gone' };
      }
      tag.faults = { ...tag.faults, leavesAfter: leavesAfter - 1 };
    }
    return weak ? { ok: false, why: 'weak' } : { ok: true, value: tag };
  };
  const reachHf = (uid: string): TagAnswer<EmulatedHfTag> => {
    const reached = reach(uid);
    if (!reached.ok) return reached;
    return reached.value.technology === 'hf'
      ? { ok: true, value: reached.value }
      : { ok: false, why: 'gone' };
  };
  const reachUhf = (epc: string): TagAnswer<EmulatedUhfTag> => {
    const reached = reach(epc);
    if (!reached.ok) return reached;
    return reached.value.technology === 'uhf'
      ? { ok: true, value: reached.value }
      : { ok: false, why: 'gone' };
  };

  return {
    put: (...added) => void tags.push(...added),
    take(address) {
      const at = tags.findIndex((tag) => addressOf(tag) === address.toUpperCase());
      if (at !== -1) tags.splice(at, 1);
    },
    clear: () => void tags.splice(0),
    present: () => [...tags],
    readHf(uid, firstBlock, count) {
      const reached = reachHf(uid);
      if (!reached.ok) return reached;
      const { memory, blockSize } = reached.value;
      const end = (firstBlock + count) * blockSize;
      if (end > memory.length || count < 1) return { ok: false, why: 'range' };
      return { ok: true, value: memory.slice(firstBlock * blockSize, end) };
    },
    writeHf(uid, firstBlock, bytes) {
      let block = firstBlock;
      let rest = bytes;
      do {
        const reached = reachHf(uid);
        if (!reached.ok) return reached;
        const { memory, blockSize, lockedBlocks } = reached.value;
        if ((block + 1) * blockSize > memory.length) return { ok: false, why: 'range' };
        if (lockedBlocks.has(block)) return { ok: false, why: 'locked' };
        memory.set(rest.subarray(0, blockSize), block * blockSize);
        rest = rest.subarray(blockSize);
        block += 1;
      } while (rest.length > 0);
      return { ok: true, value: null };
    },
    infoHf: reachHf,
    setHf(uid, change) {
      const reached = reachHf(uid);
      if (!reached.ok) return reached;
      const tag = reached.value;
      if (change.dsfid !== undefined) tag.dsfid = change.dsfid;
      if (tag.faults.securityStuck) return { ok: true, value: null };
      if (change.afi !== undefined) tag.afi = change.afi;
      if (change.eas !== undefined) tag.eas = change.eas;
      return { ok: true, value: null };
    },
    readUhf(epc, bank, firstWord, words) {
      const reached = reachUhf(epc);
      if (!reached.ok) return reached;
      const memory = reached.value.banks[bank];
      const end = (firstWord + words) * 2;
      if (memory === undefined || end > memory.length || words < 1) return { ok: false, why: 'range' };
      return { ok: true, value: memory.slice(firstWord * 2, end) };
    },
    writeUhf(epc, bank, firstWord, bytes) {
      const reached = reachUhf(epc);
      if (!reached.ok) return reached;
      const tag = reached.value;
      const memory = tag.banks[bank];
      if (memory === undefined || firstWord * 2 + bytes.length > memory.length)
        return { ok: false, why: 'range' };
      if (bank === 1 && tag.faults.securityStuck) return { ok: true, value: null };
      memory.set(bytes, firstWord * 2);
      if (bank === 1) storeCrc(tag);
      return { ok: true, value: null };
    },
    setUhfEas(epc, on) {
      const reached = reachUhf(epc);
      if (!reached.ok) return reached;
      if (!reached.value.faults.securityStuck) reached.value.eas = on;
      return { ok: true, value: null };
    },
  };
}
