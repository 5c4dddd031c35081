import { encodeAlliance } from './alliance/encode.ts';
import { encodeObjects } from './iso15962/encode.ts';
import { objectsForBlocks } from './iso28560-3/objects-for-blocks.ts';
import { encodeFixed } from './iso28560-3/encode.ts';
import { rawBytes } from './raw.ts';
import type { TagSettings } from './settings.ts';
import { defaultTagSettings } from './settings.ts';
import type { RawProfile, TagContent, TagEncoding, TagProblem, TagProfile } from './tag.ts';
import { mostEpcBytes, writeEpcBank } from './uhf/epc-bank.ts';
import { encodeUii } from './uhf/encode.ts';
import { libraryDsfid } from './uhf/iso28560-4.ts';
import { usageNibbles } from './usage.ts';
import { usageToWrite } from './iso15962/write-list.ts';

/** The tag to write on. */
export interface TagSize {
  /** Bytes of HF user memory, or of the UHF user bank (0: it has none). */
  readonly userBytes?: number | undefined;
  /** Bytes of EPC that the tag has room for. */
  readonly epcBytes?: number | undefined;
  /** Bytes in an HF block. */
  readonly blockSize?: number | undefined;
}

/** Storage format of ISO 28560-3 (lainuri). */
const fixedDsfid = 0x3e;
/** ICODE SLIX: 28 blocks of 4 bytes. */
const usualHfBytes = 112;
/** A common size of the user bank of Gen2 chips: 512 bits. */
const usualUserBytes = 64;
const usualBlockSize = 4;

/**
 * The bytes for a tag: AFI or flag set for a secured copy unless the content says it is on loan, and never for a
 * patron's card, so that a reader is not stopped at the gate by their own card.
 * Answers a problem, and no bytes, when something does not fit.
 */
export function encodeTag(
  profile: TagProfile,
  content: TagContent,
  size: TagSize = {},
  settings: TagSettings = defaultTagSettings,
): TagEncoding {
  const secured = content.kind === 'item' && content.secured !== false;
  const afi = secured ? settings.afi.secured : settings.afi.onLoan;
  const id = content.kind === 'item' ? content.itemId : content.cardNumber;
  const userBytes = size.userBytes ?? usualUserBytes;
  const epcBytes = Math.min(size.epcBytes ?? mostEpcBytes, mostEpcBytes);
  switch (profile) {
    case 'iso28560-3': {
      const usage = usageNibbles(usageToWrite(content));
      if (!usage) return { ok: false, problem: 'characters', field: 'usage' };
      const written = encodeFixed(
        {
          id,
          owner: content.owner ?? null,
          usage: usage.main,
          parts: content.kind === 'item' ? (content.parts ?? null) : null,
          objects: objectsForBlocks(content),
          blocks: content.blocks ?? [],
        },
        settings,
        size.userBytes ?? usualHfBytes,
      );
      if (!written.ok) return written;
      return hf(written.bytes, fixedDsfid, afi, []);
    }
    case 'iso28560-2': {
      const written = encodeObjects(
        id,
        content,
        { capacity: size.userBytes ?? usualHfBytes, blockSize: size.blockSize ?? usualBlockSize },
        settings.lockedElements,
      );
      return written.ok ? hf(written.bytes, libraryDsfid, afi, written.lockedBlocks) : written;
    }
    case 'iso28560-4':
      return encodeUii(id, content, afi, { userBytes, epcBytes });
    case 'alliance':
      return encodeAlliance(id, content, !secured, { userBytes, epcBytes }, settings.alliance);
    default:
      return encodeRaw(profile, id, { userBytes: size.userBytes ?? usualHfBytes, epcBytes }, afi, settings);
  }
}

function hf(bytes: Uint8Array, dsfid: number, afi: number, lockedBlocks: readonly number[]): TagEncoding {
  return { ok: true, tag: { technology: 'hf', bytes, dsfid, afi, lockedBlocks } };
}

/** A raw number in memory is an HF tag's, one in the address an EPC: a UID cannot be written. */
function encodeRaw(
  profile: RawProfile,
  id: string,
  size: { readonly userBytes: number; readonly epcBytes: number },
  afi: number,
  { raw }: TagSettings,
): TagEncoding {
  const bytes = rawBytes(profile, id);
  if (!bytes) return problem('characters', 'id');
  if (raw.length !== null && id.length !== raw.length) return problem('too-long', 'id');
  if (raw.from === 'memory')
    return bytes.length > size.userBytes ? problem('too-long', 'id') : hf(bytes, 0, afi, []);
  const epc = evenBytes(profile, bytes);
  const epcBank = epc.length > size.epcBytes ? null : writeEpcBank(epc, { userInUse: false, afi: null });
  if (!epcBank) return problem('too-long', 'id');
  return { ok: true, tag: { technology: 'uhf', epcBank, user: null, lockedBlocks: [] } };
}

/** An EPC has whole words: filled in front of an integer, behind digits with F, behind letters with 00. */
function evenBytes(profile: RawProfile, bytes: Uint8Array): Uint8Array {
  if (bytes.length % 2 === 0) return bytes;
  if (profile === 'raw-integer') return Uint8Array.from([0, ...bytes]);
  return Uint8Array.from([...bytes, profile === 'raw-bcd' ? 0xff : 0]);
}

function problem(kind: TagProblem['problem'], field: TagProblem['field']): TagEncoding {
  return { ok: false, problem: kind, field };
}
