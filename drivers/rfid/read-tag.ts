import type { RfidSettings, SecurityState } from '../../contract/devices/config.ts';
import type { TagSecured, TagSeen } from '../../contract/devices/drivers.ts';
import type { Air, AirResult, HfAir, SeenTag, UhfAir } from './air.ts';
import { readSecurity, writeSecurity } from './security.ts';
import { decodeTag, defaultTagSettings, hexBytes, tagProfiles } from './tags/index.ts';
import type { TagMemory, TagProfile, TagReading, TagSettings } from './tags/index.ts';

/** How this library's tags are read and secured. */
export interface TagReader {
  /** What a tag says. `unreadable`: it is there and the exchange failed. */
  readTag(air: Air, tag: SeenTag): Promise<TagSeen>;
  /** Writes the security of one tag and reads it again. */
  secureTag(air: Air, address: string, state: SecurityState): Promise<TagSecured>;
}

/** Blocks that hold the basic block of ISO 28560-3 (34 bytes) and the first objects of ISO 28560-2. */
const firstBlocks = 9;
/** Memory of a tag that does not tell its size: ICODE SLI, the smallest of the common ones. */
const usualBlocks = 28;
/** Words of a user bank that hold set information; most tags have no more than 32. */
const userWords = 16;

export function tagReader(settings: RfidSettings): TagReader {
  const tagSettings: TagSettings = {
    ...defaultTagSettings,
    afi: { secured: settings.afi.on, onLoan: settings.afi.off },
  };
  const profiles = settings.profiles === 'auto' ? 'auto' : tagProfiles.filter(isAmong(settings.profiles));
  const security = { method: settings.security, afi: settings.afi };
  const decode = (memory: TagMemory): TagReading => decodeTag(memory, profiles, tagSettings);

  const readHf = async (air: HfAir, { address, dsfid }: SeenTag): Promise<AirResult<TagReading>> => {
    const told = await air.tagInfo(address);
    if (!told.ok && told.failure !== 'refused' && told.failure !== 'unsupported') return told;
    const info = told.ok ? told.value : null;
    const memory = (bytes: Uint8Array): TagMemory => ({
      technology: 'hf',
      uid: hexBytes(address) ?? new Uint8Array(),
      dsfid: info?.dsfid ?? dsfid,
      afi: info?.afi ?? null,
      bytes,
    });
    const blocks = info?.blockCount ?? usualBlocks;
    const begin = await air.readBlocks(address, 0, Math.min(firstBlocks, blocks));
    if (!begin.ok) return begin;
    const reading = decode(memory(begin.value));
    // Damaged or cut here may be whole with the rest; what reads soundly needs no more time on air.
    if (blocks <= firstBlocks || reading.kind === 'blank' || isWhole(reading))
      return { ok: true, value: reading };
    const rest = await air.readBlocks(address, firstBlocks, blocks - firstBlocks);
    if (!rest.ok) return reading.kind === 'unknown' ? rest : { ok: true, value: reading };
    return { ok: true, value: decode(memory(joined(begin.value, rest.value))) };
  };

  const readUhf = async (air: UhfAir, { address, pc }: SeenTag): Promise<AirResult<TagReading>> => {
    const epc = hexBytes(address) ?? new Uint8Array();
    const bank: AirResult<Uint8Array> =
      pc === null
        ? await air.readWords(address, 1, 1, 1 + epc.length / 2)
        : { ok: true, value: joined(Uint8Array.from([pc >> 8, pc & 0xff]), epc) };
    if (!bank.ok) return bank;
    const memory: TagMemory = { technology: 'uhf', epcBank: bank.value, tid: null, user: null };
    const reading = decode(memory);
    if (reading.kind !== 'item' || reading.parts !== null || reading.profile.startsWith('raw'))
      return { ok: true, value: reading };
    // Only which part of a set it is may lie there; a tag without such a bank has none.
    const user = await air.readWords(address, 3, 0, userWords);
    return { ok: true, value: user.ok ? decode({ ...memory, user: user.value }) : reading };
  };

  return {
    async readTag(air, tag) {
      const seen = { address: tag.address, technology: air.technology };
      const read = air.technology === 'hf' ? await readHf(air, tag) : await readUhf(air, tag);
      if (!read.ok)
        return { ...seen, kind: 'unreadable', code: null, owner: null, part: null, security: null };
      const content = toldBy(read.value);
      // Where the sign is a bit of its own, the memory does not tell it.
      const asked =
        content.kind === 'item' && (security.method === 'eas' || security.method === 'afi-and-eas')
          ? await readSecurity(air, tag.address, security)
          : null;
      return {
        ...seen,
        ...content,
        security: asked === null ? content.security : asked.ok ? asked.value : null,
      };
    },
    async secureTag(air, address, state) {
      const written = await writeSecurity(air, address, state, security);
      return written.ok
        ? { address: written.value.address, failure: null }
        : { address, failure: written.failure };
    },
  };
}

function toldBy(reading: TagReading): Omit<TagSeen, 'address' | 'technology'> {
  switch (reading.kind) {
    case 'item':
      return {
        kind: 'item',
        code: reading.itemId,
        owner: reading.owner,
        part: reading.parts !== null && reading.parts.total > 1 ? reading.parts : null,
        security: reading.secured === null ? null : reading.secured ? 'on' : 'off',
      };
    case 'patron-card':
      return {
        kind: 'patron-card',
        code: reading.cardNumber,
        owner: reading.owner,
        part: null,
        security: null,
      };
    case 'blank':
    case 'unknown':
      return { kind: reading.kind, code: null, owner: null, part: null, security: null };
  }
}

function isWhole(reading: TagReading): boolean {
  return (reading.kind === 'item' || reading.kind === 'patron-card') && reading.profile === 'iso28560-3';
}

function isAmong(names: readonly string[]): (profile: TagProfile) => boolean {
  return (profile) => names.includes(profile);
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(one.length + other.length);
  bytes.set(one);
  bytes.set(other, one.length);
  return bytes;
}
