import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import type { DeviceConfig } from '../../contract/devices/config.ts';
import { readConfig, writeConfig } from '../../main/config.ts';
import { testFolder } from '../../main/testing/folders.ts';

const cli = resolve(import.meta.dirname, '../../main/cli/main.ts');

export interface MadeStation {
  readonly folder: string;
  /** Cards in order with copies nobody has: each copy can be lent to its reader. */
  readonly pairs: readonly { readonly card: string; readonly barcode: string }[];
}

export interface MadeStationOptions {
  /** Virtual devices, or none. */
  readonly training: boolean;
  readonly devices: readonly DeviceConfig[];
}

/** A station folder with invented data and no province. */
export function madeStation({ training, devices }: MadeStationOptions): MadeStation {
  const folder = join(testFolder(), 'station');
  execFileSync(process.execPath, [cli, 'demo', 'make', '--titles', '400', '--out', folder], {
    stdio: 'ignore',
  });
  const read = readConfig(folder);
  if (!read.ok || !read.config) throw new Error('demo make wrote no configuration.');
  const { config } = read;
  writeConfig(folder, { ...config, devices: [...devices], training: training ? config.training : null });
  const db = new Database(join(folder, 'mirror.db'), { readonly: true });
  const own = config.library.id;
  const cards = db
    .prepare<[string], { card: string }>(
      `select row ->> '$.card' as card from patron where library = ? and row ->> '$.expires' > '2027'
         and row ->> '$.cardLost' = 0 and row ->> '$.block' is null and row ->> '$.category' = 'nguoi-lon'
         and id not in (select patron from loan) and id not in (select patron from charge)
         and ('patron/' || id) not in (select about from message) order by card`,
    )
    .all(own);
  const barcodes = db
    .prepare<[string], { barcode: string }>(
      `select barcode from item where library = ? and lending = 'for-loan' and parts = '' and item_class = 'sach'
         and collection = 'kho-mo' and id not in (select item from loan) and id not in (select id from item_state)
         and biblio not in (select biblio from hold)
         and ('item/' || id) not in (select about from message)
         and biblio in (select id from biblio where min_age is null) order by barcode`,
    )
    .all(own);
  db.close();
  return {
    folder,
    pairs: barcodes
      .slice(0, cards.length)
      .map(({ barcode }, index) => ({ card: cards[index]?.card ?? '', barcode })),
  };
}
