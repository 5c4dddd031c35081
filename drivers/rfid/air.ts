import type { FeigSettings } from './feig/settings.ts';

/**
 * What every family of RFID readers can do, in the terms of the air interface: blocks for ISO 15693 (HF), words of
 * four banks for EPC Gen2 (UHF). A family brings its frames; what a tag means and when it is secured is decided once,
 * above this port (`rfid-reader.ts`).
 */

/**
 * Why the reader could not do it.
 * `no-answer` nothing valid came in time · `line-lost` the cable or connection broke · `no-tag` the tag is not in the
 * field (any more) · `weak` it is, but the exchange failed (checksum, timeout on air) · `locked` the tag refuses the
 * write · `refused` the reader refuses the command · `unsupported` this family or model cannot.
 */
export type AirFailure = 'no-answer' | 'line-lost' | 'no-tag' | 'weak' | 'locked' | 'refused' | 'unsupported';

/** `detail`: the reader's own code in hex, for whoever repairs it; null when it gave none. */
export type AirResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: AirFailure; readonly detail: string | null };

/** A tag as one inventory round saw it. */
export interface SeenTag {
  /** HF: the 8-byte UID, most significant byte first (`E004…`). UHF: the EPC. Upper-case hex. */
  readonly address: string;
  /** HF: storage format identifier, where the reader tells it. */
  readonly dsfid: number | null;
  /** UHF: protocol control word, where the reader tells it. */
  readonly pc: number | null;
  /** Signal strength in dBm, where the reader tells it. */
  readonly rssi: number | null;
  /** 1, 2, 3 …, where the reader tells it. */
  readonly antenna: number | null;
}

/** What the reader says of itself; parts it does not tell are empty. */
export interface ReaderIdentity {
  readonly model: string;
  readonly firmware: string;
  readonly serial: string;
}

interface AnyAir {
  /** The bytes that came in from the line, cut up in whatever way. Never throws. */
  receive(bytes: Uint8Array): void;
  /** The line broke: what is under way answers `line-lost`, and so does everything later. */
  lost(): void;
  /** A harmless question that a reader of this family answers: how it is recognised, and found to be ready. */
  identify(): Promise<AirResult<ReaderIdentity>>;
  /** One round: every tag that answered, each once. None in the field is an empty list, not a failure. */
  inventory(): Promise<AirResult<readonly SeenTag[]>>;
  /** Longest wait for one command's answer (ms). */
  readonly timeoutMs: number;
}

/** What a tag says of its memory. `null` where it does not tell. */
export interface HfTagInfo {
  readonly dsfid: number | null;
  readonly afi: number | null;
  /** Bytes in a block, usually 4. */
  readonly blockSize: number | null;
  readonly blockCount: number | null;
}

/** ISO 15693 readers. `uid` is a `SeenTag.address`. */
export interface HfAir extends AnyAir {
  readonly technology: 'hf';
  tagInfo(uid: string): Promise<AirResult<HfTagInfo>>;
  /** `count` blocks from `first`, concatenated as they are on the tag. Larger requests are split by the family. */
  readBlocks(uid: string, first: number, count: number): Promise<AirResult<Uint8Array>>;
  /** Whole blocks from `first`. Not atomic: a failure may leave the first blocks written. */
  writeBlocks(uid: string, first: number, blockSize: number, bytes: Uint8Array): Promise<AirResult<null>>;
  writeAfi(uid: string, afi: number): Promise<AirResult<null>>;
  /** `unsupported` where the family's command is not known. */
  writeDsfid(uid: string, dsfid: number): Promise<AirResult<null>>;
  /** NXP ICODE's EAS bit; `unsupported` where the family has no such command. */
  writeEas(uid: string, on: boolean): Promise<AirResult<null>>;
  /** Whether this tag's EAS bit is set. */
  readEas(uid: string): Promise<AirResult<boolean>>;
  lockBlocks(uid: string, blocks: readonly number[]): Promise<AirResult<null>>;
}

/** Gen2 memory banks by their number on air: 0 reserved, 1 EPC (word 0 StoredCRC, word 1 PC), 2 TID, 3 user. */
export type UhfBank = 0 | 1 | 2 | 3;

/** EPC Gen2 readers. `epc` is a `SeenTag.address`; a write to the EPC changes it. */
export interface UhfAir extends AnyAir {
  readonly technology: 'uhf';
  /** `count` 16-bit words from `first`. `no-tag` also where the tag has no such bank and the reader cannot tell. */
  readWords(epc: string, bank: UhfBank, first: number, count: number): Promise<AirResult<Uint8Array>>;
  /** An even number of bytes. Not atomic. */
  writeWords(epc: string, bank: UhfBank, first: number, bytes: Uint8Array): Promise<AirResult<null>>;
  /** NXP UCODE's EAS bit; `unsupported` where the family has no such command. */
  writeEas(epc: string, on: boolean): Promise<AirResult<null>>;
}

export type Air = HfAir | UhfAir;

/** What a family is given: the line to write on, and where to tell what nobody asked for. */
export interface AirLine {
  /** Rejects when the line breaks first. */
  write(bytes: Uint8Array): Promise<void>;
  /** Tags that the reader tells by itself: active mode, trigger of a handheld. */
  onTags(tags: readonly SeenTag[]): void;
  /** A barcode that a handheld read with its own scanner. */
  onBarcode?(text: string): void;
  /** Ends the line: what comes in cannot be in step again. Only LLRP, whose stream has no mark to look for, asks. */
  close?(): void;
}

/** Settings common to the families; each takes what concerns it. */
export interface AirSettings {
  /** 0 … 255; 255 reaches any reader on the line. */
  readonly address: number;
  /** Gen2 access password, 8 hex digits; `00000000` by factory default. */
  readonly accessPassword: string;
  /** Longest wait for one answer (ms). */
  readonly timeoutMs: number;
  /** Only FEIG readers; absent: the usual ones. */
  readonly feig?: FeigSettings;
}

export const defaultAirSettings: AirSettings = {
  address: 0xff,
  accessPassword: '00000000',
  timeoutMs: 1_000,
};

/** A family's constructor: `createFeigAir`, `createM100Air` … */
export type CreateAir = (line: AirLine, settings: AirSettings) => Air;
