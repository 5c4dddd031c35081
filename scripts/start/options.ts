import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { saidUnsent } from '../../main/store/rescue/unsent.ts';

export const root = resolve(import.meta.dirname, '../..');

/** What `npm start -- …` understands. */
export interface StartOptions {
  /** Folder of the demonstration: province, stations, browser profiles. */
  readonly folder: string;
  readonly fresh: boolean;
  /** How many unsent facts `--fresh` may throw away; null: none. */
  readonly discardUnsent: number | null;
  /** Stations to open: `--station 2` opens the second, `--stations 2` the first two. */
  readonly stations: readonly number[];
  readonly window: boolean;
  /** Port of the first station's page, 0 for any. */
  readonly port: number;
  readonly help: boolean;
}

export const usage = `Usage: npm start -- [--fresh] [--stations N | --station K] [--no-window] [--port P] [--data DIR]
  --fresh       begin again with new demonstration data; refused while a station has unsent facts
  --discard-unsent N  … and throw these N away
  --stations N  open N stations side by side (default 1)
  --station K   open only station K, beside those already running
  --no-window   print the address to open instead of opening a window
  --port P      port of the page (default: any free one)
  --data DIR    folder of the demonstration (default: .luu-thong here)
`;

/** Reads the arguments; a string is the sentence that says what is wrong with them. */
export function startOptions(args: readonly string[]): StartOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        fresh: { type: 'boolean', default: false },
        'discard-unsent': { type: 'string' },
        stations: { type: 'string' },
        station: { type: 'string' },
        window: { type: 'boolean', default: true },
        port: { type: 'string', default: '0' },
        data: { type: 'string', default: join(root, '.luu-thong') },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const count = wholeNumber(values.stations ?? '1', 1, 8);
    const only = values.station === undefined ? null : wholeNumber(values.station, 1, 8);
    return {
      folder: resolve(values.data),
      fresh: values.fresh,
      discardUnsent: countSaid(values['discard-unsent']),
      stations: only === null ? Array.from({ length: count }, (_, index) => index + 1) : [only],
      window: values.window,
      port: wholeNumber(values.port, 0, 65_535),
      help: values.help,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function countSaid(text: string | undefined): number | null {
  const said = saidUnsent(text);
  if (typeof said === 'string') throw new Error(said);
  return said;
}

function wholeNumber(text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new Error(`"${text}" is not a whole number from ${min} to ${max}.`);
  }
  return value;
}
