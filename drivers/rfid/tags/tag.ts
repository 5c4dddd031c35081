/**
 * What lies on a library's RFID tag, the same for every data model: the words that the codecs in this folder read from
 * bytes and write into them. Sources: ISO 28560-1 for the elements, `reference/devices.md` §1 for what real tags hold.
 */

/**
 * `iso28560-3` the Danish model, `iso28560-2` ISO 15962 objects, `iso28560-4` both of them on UHF (UII and user bank),
 * `alliance` the UHF model of the Chinese universities. The raw ones take the tag's number as the copy's: ASCII
 * characters, two digits in a byte (F fills up), hex digits, or one big integer.
 */
export type TagProfile = HfModel | UhfModel | RawProfile;
type HfModel = 'iso28560-3' | 'iso28560-2';
type UhfModel = 'iso28560-4' | 'alliance';
export type RawProfile = 'raw-ascii' | 'raw-bcd' | 'raw-hex' | 'raw-integer';

export const tagProfiles = [
  'iso28560-3',
  'iso28560-2',
  'iso28560-4',
  'alliance',
  'raw-ascii',
  'raw-bcd',
  'raw-hex',
  'raw-integer',
] as const satisfies readonly TagProfile[];

/** An ISO 15693 tag as a reader gave it. */
export interface HfTagMemory {
  readonly technology: 'hf';
  /** 8 bytes, most significant first (`E0 04 …`). */
  readonly uid: Uint8Array;
  /** Null where the reader does not tell. */
  readonly dsfid: number | null;
  readonly afi: number | null;
  /** User memory from block 0, as far as it was read. */
  readonly bytes: Uint8Array;
}

/** A Gen2 tag as a reader gave it. */
export interface UhfTagMemory {
  readonly technology: 'uhf';
  /** Bank 01 from the StoredCRC or from the PC word: both are recognised. */
  readonly epcBank: Uint8Array;
  readonly tid: Uint8Array | null;
  /** Bank 11; null where it was not read or is not there. */
  readonly user: Uint8Array | null;
}

export type TagMemory = HfTagMemory | UhfTagMemory;

/** Main values of "type of usage" (ISO 28560-1). `shelf-label` is the alliance model's. */
export type UsageName =
  | 'acquisition'
  | 'circulation'
  | 'not-for-circulation'
  | 'local'
  | 'unspecified'
  | 'discarded'
  | 'patron-card'
  | 'equipment'
  | 'shelf-label'
  | 'reserved';

export interface TagUsage {
  /** Two hex digits, main and sub value of ISO 28560-2: `10`, `81`. The alliance model: `category.status` in decimal. */
  readonly code: string;
  readonly name: UsageName;
}

export interface TagParts {
  /** Which part this tag is on, from 1. */
  readonly number: number;
  readonly total: number;
}

/** One data element as it lies on the tag, with the relative object identifier of ISO 28560-1 (1 primary item id …). */
export interface TagObject {
  readonly oid: number;
  readonly text: string;
  /** ISO 15962 compaction 0–7 it was written with; absent in other models, and when the writer may choose. */
  readonly scheme?: number | undefined;
}

/** An extension block of ISO 28560-3 that this program has no words for: it is kept and written back as it was. */
export interface TagBlock {
  readonly id: number;
  /** Data of the block in hex, without length, id and checksum. */
  readonly hex: string;
}

/** How a site's ISO 28560-3 tags are written, learned from one of them. */
export interface FixedLayout {
  /** Null when the tag cannot tell: both nibbles are 1. */
  readonly nibbleOrder: 'usage-high' | 'version-high' | null;
  /** The bytes of every 4-byte block lie in reverse. */
  readonly blocksReversed: boolean;
}

interface TagFacts {
  readonly profile: TagProfile;
  /** ISIL, or the local code that stands in its place. */
  readonly owner: string | null;
  readonly usage: TagUsage | null;
  readonly title: string | null;
  /** Gates alarm on it. Null when the tag does not say (the AFI was not read, or is no library's). */
  readonly secured: boolean | null;
  /** Everything else that was readable, in the order of the tag. */
  readonly objects: readonly TagObject[];
  readonly blocks: readonly TagBlock[];
  /** False when data after the identifier was cut or damaged. The identifier itself is sound. */
  readonly complete: boolean;
  /** Of ISO 28560-3 only. */
  readonly layout: FixedLayout | null;
}

export interface ItemReading extends TagFacts {
  readonly kind: 'item';
  readonly itemId: string;
  /** Null when the tag does not say. */
  readonly parts: TagParts | null;
}

interface PatronCardReading extends TagFacts {
  readonly kind: 'patron-card';
  readonly cardNumber: string;
}

/**
 * Why a tag is not read. `short` fewer bytes than it announces · `checksum` its checksum does not match · `damaged` it
 * looks like a library's tag, and does not hold together · `no-identifier` it is one, without a number · `foreign`
 * nothing known.
 */
export type WhyUnknown = 'short' | 'checksum' | 'damaged' | 'no-identifier' | 'foreign';

export type TagReading =
  | ItemReading
  | PatronCardReading
  | { readonly kind: 'blank' }
  | { readonly kind: 'unknown'; readonly why: WhyUnknown };

interface AnyContent {
  readonly owner?: string | null | undefined;
  /** Left out: circulation, or a patron's card. */
  readonly usage?: { readonly code: string } | null | undefined;
  /** Left out of the tag where the profile has no place for it (alliance, raw). */
  readonly title?: string | null | undefined;
  /** Further elements. One that repeats owner, parts, usage or title wins over it: so a reading is written as it was. */
  readonly objects?: readonly TagObject[] | undefined;
  readonly blocks?: readonly TagBlock[] | undefined;
  /** Left out: secured. A patron's card is never secured, whatever is said here. */
  readonly secured?: boolean | null | undefined;
}

/** What to write. A reading can be given back as it is. */
export type TagContent =
  | (AnyContent & {
      readonly kind: 'item';
      readonly itemId: string;
      readonly parts?: TagParts | null | undefined;
    })
  | (AnyContent & { readonly kind: 'patron-card'; readonly cardNumber: string });

/** What to write where, in the terms of the air interface. Shorter than the tag's memory: the rest is to be zeroed. */
export type EncodedTag =
  | {
      readonly technology: 'hf';
      /** User memory from block 0. */
      readonly bytes: Uint8Array;
      readonly dsfid: number;
      readonly afi: number;
      /** Blocks to lock after writing, by the settings' `lockedElements`. Locking cannot be undone. */
      readonly lockedBlocks: readonly number[];
    }
  | {
      readonly technology: 'uhf';
      /** From the PC word on; the tag makes the StoredCRC itself. */
      readonly epcBank: Uint8Array;
      /** Null: nothing to write there. */
      readonly user: Uint8Array | null;
      readonly lockedBlocks: readonly number[];
    };

/**
 * Why it cannot be written. `too-long` the value does not fit its field, or the whole not the tag (`field`: which) ·
 * `characters` the field cannot hold them · `nibble-order` the site has not said how its tags are written ·
 * `not-writable` this profile is only read, or has no place for it.
 */
export interface TagProblem {
  readonly problem: 'too-long' | 'characters' | 'nibble-order' | 'not-writable';
  readonly field: 'id' | 'owner' | 'parts' | 'usage' | 'objects' | 'tag';
}

export type TagEncoding =
  | { readonly ok: true; readonly tag: EncodedTag }
  | ({ readonly ok: false } & TagProblem);
