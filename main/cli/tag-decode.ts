import type { TagMemory, TagProfile, TagReading, TagSettings } from '../../drivers/rfid/tags/index.ts';
import { decodeTag, defaultTagSettings, hasStoredCrc, parseTid } from '../../drivers/rfid/tags/index.ts';
import type { Command } from './command.ts';
import { WrongUse } from './command.ts';
import { byteOption, hexOption, profileOption, tagOptions } from './tag-options.ts';

const optionNames = [
  'hex',
  'profile',
  'technology',
  'user',
  'tid',
  'uid',
  'afi',
  'dsfid',
  'raw-from',
  'raw-length',
];
const uhfModels: ReadonlySet<TagProfile> = new Set(['iso28560-4', 'alliance']);

/**
 * Says what is on a tag and prints one JSON object: its `kind` is item, patron-card, blank or unknown. Of a tag whose
 * technology is not told, the EPC bank's checksum decides; without one it is HF, and what HF cannot read is tried as
 * an EPC bank from the PC word.
 */
export const tagDecode: Command = {
  name: 'tag decode',
  usage:
    'tag decode --hex HEX [--profile auto|iso28560-3|iso28560-2|iso28560-4|alliance|raw-ascii|raw-bcd|raw-hex|raw-integer] ' +
    '[--technology hf|uhf] [--user HEX] [--tid HEX] [--uid HEX] [--afi HH] [--dsfid HH] ' +
    '[--raw-from address|memory] [--raw-length N]   (HEX may have spaces: HF user memory, or an EPC bank from its ' +
    'StoredCRC or PC word; without --technology a StoredCRC that matches means UHF, else HF)',
  run(args) {
    const options = tagOptions(args, optionNames);
    const hex = hexOption('hex', options['hex']);
    if (!hex) throw new WrongUse('Missing: --hex');
    const { profile = 'auto' } = options;
    const profiles = profile === 'auto' ? 'auto' : [profileOption(profile)];
    const settings = settingsOf(options);
    const tid = hexOption('tid', options['tid']);
    const hf = {
      technology: 'hf',
      uid: hexOption('uid', options['uid']) ?? hex,
      dsfid: byteOption('dsfid', options['dsfid']),
      afi: byteOption('afi', options['afi']),
      bytes: hex,
    } as const;
    const uhf = { technology: 'uhf', epcBank: hex, tid, user: hexOption('user', options['user']) } as const;
    const told = technologyOf(options, profiles, hex);
    const read = (memory: TagMemory): TagReading => decodeTag(memory, profiles, settings);
    const first = { technology: told ?? 'hf', ...read(told === 'uhf' ? uhf : hf) } as const;
    const second = { technology: 'uhf', ...read(uhf) } as const;
    const answer = told === null && first.kind === 'unknown' && second.kind !== 'unknown' ? second : first;
    process.stdout.write(`${JSON.stringify({ ...answer, chip: tid && parseTid(tid) })}\n`);
    return 0;
  },
};

/** Null when nothing tells. */
function technologyOf(
  options: Readonly<Partial<Record<string, string>>>,
  profiles: readonly TagProfile[] | 'auto',
  hex: Uint8Array,
): 'hf' | 'uhf' | null {
  const { technology } = options;
  if (technology === 'hf' || technology === 'uhf') return technology;
  if (technology !== undefined) throw new WrongUse('--technology là hf hoặc uhf.');
  if (options['user'] !== undefined || options['tid'] !== undefined) return 'uhf';
  if (options['uid'] !== undefined || options['afi'] !== undefined || options['dsfid'] !== undefined)
    return 'hf';
  if (profiles !== 'auto' && profiles.some((profile) => uhfModels.has(profile))) return 'uhf';
  return hasStoredCrc(hex) ? 'uhf' : null;
}

function settingsOf(options: Readonly<Partial<Record<string, string>>>): TagSettings {
  const from = options['raw-from'] ?? 'address';
  if (from !== 'address' && from !== 'memory') throw new WrongUse('--raw-from là address hoặc memory.');
  const length = options['raw-length'] === undefined ? null : Number(options['raw-length']);
  if (length !== null && !(Number.isInteger(length) && length >= 1 && length <= 64))
    throw new WrongUse('--raw-length là số nguyên từ 1 đến 64.');
  return { ...defaultTagSettings, raw: { from, length } };
}
