import type { FaultyWire } from '../../emulator/faulty-wire.ts';
import type { TagAnswer, TagField } from '../emulator/field.ts';
import { epcOf } from '../emulator/field.ts';

/** A TSL handheld that is not there. */
export interface TslEmulator {
  /** What the computer sends. */
  receive(bytes: Uint8Array): void;
  /** The trigger: an inventory that nobody asked for. */
  pullTrigger(): void;
  /** The handheld's own barcode scanner. `escaped`: sent as `BC:` with escapes. */
  scanBarcode(text: string, escaped?: boolean): void;
}

const longestCommand = 2_048;

/** Speaks TSL ASCII 2.0 about the tags in `field`, with the password `password` on all of them. */
export function createTslEmulator(
  field: TagField,
  wire: FaultyWire,
  password: string = '00000000',
): TslEmulator {
  let pending = '';
  const send = (echo: string, lines: readonly string[], error: string | null): void => {
    const end = error === null ? 'OK:' : `ER: ${error}`;
    wire.send(Buffer.from([`CS: ${echo}`, ...lines, end, '', ''].join('\r\n')));
  };
  const answer = (text: string): void => {
    const options = optionsOf(text);
    switch (text.slice(0, 3)) {
      case '.vr':
        return send(text, versionLines, null);
      case '.bl':
        return send(text, ['BP: 87%', 'CH: Off'], null);
      case '.iv': {
        const lines = inventory(field, options);
        return lines.length > 0 ? send(text, lines, null) : send(text, [noneFound], '005');
      }
      case '.rd':
      case '.wr': {
        const lines = selected(field, options).flatMap((epc) => access(field, epc, text, options, password));
        if (lines.length === 0) return send(text, [noneFound], '005');
        return send(text, lines, null);
      }
      default:
        return send(text, [], '001');
    }
  };

  return {
    receive(bytes) {
      pending += Buffer.from(bytes).toString('latin1');
      const lines = pending.split(/\r?\n/u);
      pending = (lines.pop() ?? '').slice(-longestCommand);
      for (const line of lines) if (line !== '') answer(line);
    },
    pullTrigger() {
      const lines = inventory(field, new Map([['-r', 'on']]));
      if (lines.length > 0) send('.iv', lines, null);
      else send('.iv', [noneFound], '005');
    },
    scanBarcode(text, escaped = false) {
      const value = escaped
        ? `BC: ${Array.from(text, (character) => (special.has(character) ? `\u001B${character}` : character)).join('')}`
        : `BR: ${text}`;
      send('.bc', [value], null);
    },
  };
}

/** What `BC:` escapes. */
const special: ReadonlySet<string> = new Set(['\r', '\n', '\u001B']);

const noneFound = 'ME: No transponders found';

/** Headers as the vendor's SDK 1.1 knows them; values invented. */
const versionLines = [
  'MF: TSL',
  'US: 1128-EU-000001',
  'PV: 2.4',
  'UF: 1.4.5',
  'UB: 1.0',
  'RF: 1.3',
  'RB: 1.0',
  'RS: 000123',
  'AS: 1.0',
  'BA: 00:00:00:00:00:00',
];

type Options = ReadonlyMap<string, string>;

/** `-so 0020 -sd 3000 …` as a map. */
function optionsOf(text: string): Options {
  return new Map(
    [...text.matchAll(/(-[a-z]{1,2})(?: ([^\s-]\S*))?/gu)].map(([, name = '', value = '']) => [name, value]),
  );
}

function inventory(field: TagField, options: Options): readonly string[] {
  const lines: string[] = [];
  for (const tag of field.present()) {
    if (tag.technology !== 'uhf') continue;
    lines.push(`EP: ${epcOf(tag)}`);
    if (options.get('-e') === 'on') lines.push(`PC: ${hexOf(tag.banks[1].subarray(2, 4))}`);
    if (options.get('-r') === 'on') lines.push('RI: -61');
  }
  return lines;
}

/** EPCs of the tags that the select mask chooses. */
function selected(field: TagField, options: Options): readonly string[] {
  const mask = options.get('-sd') ?? '';
  return field.present().flatMap((tag) => {
    if (tag.technology !== 'uhf') return [];
    return epcOf(tag).startsWith(mask) ? [epcOf(tag)] : [];
  });
}

/** The lines about one tag; none when it has left. */
function access(
  field: TagField,
  epc: string,
  text: string,
  options: Options,
  password: string,
): readonly string[] {
  const bank = ['res', 'epc', 'tid', 'usr'].indexOf(options.get('-db') ?? '');
  const first = Number.parseInt(options.get('-do') ?? '', 16);
  const words = Number.parseInt(options.get('-dl') ?? '', 16);
  if (options.get('-ap') !== password) return [`EP: ${epc}`, 'EA: 004'];
  const answer: TagAnswer<Uint8Array | null> = text.startsWith('.rd')
    ? field.readUhf(epc, bank, first, words)
    : field.writeUhf(epc, bank, first, Buffer.from(options.get('-da') ?? '', 'hex'));
  if (answer.ok) return [`EP: ${epc}`, answer.value === null ? `WW: ${words}` : `RD: ${hexOf(answer.value)}`];
  switch (answer.why) {
    case 'gone':
      return [];
    case 'weak':
      return [`EP: ${epc}`, 'EA: 003'];
    case 'range':
      return [`EP: ${epc}`, 'EB: 003'];
    case 'locked':
      return [`EP: ${epc}`, 'EB: 004'];
  }
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase();
}
