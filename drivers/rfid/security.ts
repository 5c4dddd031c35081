import type { SecurityMethod, SecurityState } from '../../contract/devices/config.ts';
import type { AirResult, HfAir, UhfAir } from './air.ts';
import { failed } from './exchange.ts';
import { hexBytes, hexText, withLoanFlag } from './tags/index.ts';

/** AFI values of a secured and a released tag: `07`/`C2` by ISO 15961, `07`/`21` in older systems. */
interface AfiPair {
  readonly on: number;
  readonly off: number;
}

export interface SecuritySettings {
  readonly method: SecurityMethod;
  readonly afi: AfiPair;
}

/** What the tag says after a write: its address may be another one now (a UHF tag's EPC holds the flag). */
export interface SecuredTag {
  readonly address: string;
  readonly state: SecurityState;
}

/** Bits of the PC word that make it an ISO tag with an AFI (EPC Gen2 §6.3.2.1.2.2). */
const isoToggle = 0x01_00;

/** Whether the tag in front of the reader is secured; null where it carries no sign of it. */
export async function readSecurity(
  air: HfAir | UhfAir,
  address: string,
  { method, afi }: SecuritySettings,
): Promise<AirResult<SecurityState | null>> {
  if (method === 'none') return { ok: true, value: null };
  if (air.technology === 'hf') {
    if (method === 'eas') return mapped(await air.readEas(address), (on) => (on ? 'on' : 'off'));
    const byAfi = mapped(await air.tagInfo(address), ({ afi: value }) => ofAfi(value, afi));
    if (method !== 'afi-and-eas' || !byAfi.ok) return byAfi;
    // Only what both say is sure; a gate may look at either.
    return mapped(await air.readEas(address), (on) =>
      byAfi.value === (on ? 'on' : 'off') ? byAfi.value : null,
    );
  }
  if (method === 'alliance')
    return { ok: true, value: onLoan(Number.parseInt(address.slice(0, 2), 16) || 0) ? 'off' : 'on' };
  if (method !== 'pc-afi') return { ok: true, value: null };
  return mapped(await air.readWords(address, 1, 1, 1), (pc) => {
    const word = ((pc[0] ?? 0) << 8) | (pc[1] ?? 0);
    return (word & isoToggle) === 0 ? null : ofAfi(word & 0xff, afi);
  });
}

/**
 * Writes the security sign and reads it again. `ok` only when the tag itself says what was wanted, so an acknowledged
 * write that did not take is a failure. A tag that says so already is not written.
 */
export async function writeSecurity(
  air: HfAir | UhfAir,
  address: string,
  wanted: SecurityState,
  settings: SecuritySettings,
): Promise<AirResult<SecuredTag>> {
  const { method } = settings;
  if (method === 'none') return { ok: true, value: { address, state: wanted } };
  const before = await readSecurity(air, address, settings);
  if (before.ok && before.value === wanted) return { ok: true, value: { address, state: wanted } };
  if (!before.ok && (before.failure === 'no-tag' || before.failure === 'line-lost')) return before;
  const written =
    air.technology === 'hf'
      ? await writeHf(air, address, wanted, settings)
      : await writeUhf(air, address, wanted, settings);
  if (!written.ok) return written;
  const after = await readBack(air, address, written.value, settings);
  if (!after.ok) return after;
  // NXP UCODE's bit is not read back by these readers: the acknowledgement is all there is.
  if (method !== 'uhf-eas' && after.value !== wanted) return failed('refused', 'the tag kept its old value');
  return { ok: true, value: { address: written.value, state: wanted } };
}

/** The alliance's flag is in the address that the tag is asked by: whether it answers to it is the question. */
async function readBack(
  air: HfAir | UhfAir,
  before: string,
  after: string,
  settings: SecuritySettings,
): Promise<AirResult<SecurityState | null>> {
  if (settings.method !== 'alliance' || air.technology !== 'uhf') return readSecurity(air, after, settings);
  const flag = await air.readWords(after, 1, 2, 1);
  if (flag.ok) return { ok: true, value: onLoan(flag.value[0] ?? 0) ? 'off' : 'on' };
  if (flag.failure !== 'no-tag' || after === before) return flag;
  const old = await air.readWords(before, 1, 2, 1);
  return old.ok ? { ok: true, value: onLoan(old.value[0] ?? 0) ? 'off' : 'on' } : flag;
}

function onLoan(first: number): boolean {
  return (first & 0x80) !== 0;
}

async function writeHf(
  air: HfAir,
  uid: string,
  wanted: SecurityState,
  { method, afi }: SecuritySettings,
): Promise<AirResult<string>> {
  if (method === 'pc-afi' || method === 'alliance' || method === 'uhf-eas') return failed('unsupported');
  if (method !== 'eas') {
    const written = await air.writeAfi(uid, afi[wanted]);
    if (!written.ok) return written;
  }
  if (method === 'afi') return { ok: true, value: uid };
  return mapped(await air.writeEas(uid, wanted === 'on'), () => uid);
}

/** @returns the tag's address afterwards */
async function writeUhf(
  air: UhfAir,
  epc: string,
  wanted: SecurityState,
  { method, afi }: SecuritySettings,
): Promise<AirResult<string>> {
  switch (method) {
    case 'pc-afi': {
      const pc = await air.readWords(epc, 1, 1, 1);
      if (!pc.ok) return pc;
      const word = Uint8Array.from([(pc.value[0] ?? 0) | 0x01, afi[wanted]]);
      return mapped(await air.writeWords(epc, 1, 1, word), () => epc);
    }
    case 'alliance': {
      const flagged = withLoanFlag(hexBytes(epc) ?? new Uint8Array(), wanted === 'off');
      const hex = hexText(flagged);
      if (hex === epc) return { ok: true, value: epc };
      // Only the word with the flag: a tag that leaves meanwhile keeps its identity whole.
      return mapped(await air.writeWords(epc, 1, 2, flagged.subarray(0, 2)), () => hex);
    }
    case 'uhf-eas':
      return mapped(await air.writeEas(epc, wanted === 'on'), () => epc);
    default:
      return failed('unsupported');
  }
}

function ofAfi(value: number | null, { on, off }: AfiPair): SecurityState | null {
  if (value === on) return 'on';
  return value === off ? 'off' : null;
}

function mapped<From, To>(result: AirResult<From>, to: (value: From) => To): AirResult<To> {
  return result.ok ? { ok: true, value: to(result.value) } : result;
}
