import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { readConfig, writeConfig } from '../main/config.ts';
import { journalFile, mirrorFile } from '../main/store/store.ts';
import type { DeviceConfig } from '../contract/devices/config.ts';

/** More than any figure scans. */
const barcodesRead = 1_000;
const cardsRead = 100;
const root = resolve(import.meta.dirname, '..');

/** A station folder made by the generator, with real device settings instead of training. */
export interface MadeStation {
  readonly folder: string;
  /** Copies of its library, each once: a scan without a reader records a return. */
  readonly barcodes: readonly string[];
  /** Copies of different titles that adults borrow without a question. */
  readonly lendable: readonly string[];
  /** Cards of its adult readers who have and owe nothing, and of whom nothing has to be said. */
  readonly cards: readonly string[];
  readonly station: string;
  readonly library: string;
  /** Accession numbers of the facts in the journal, in order; only while the station is stopped. */
  recordedBarcodes(): readonly string[];
  /** Facts the journal holds now; only while the station is stopped. */
  facts(): number;
  remove(): void;
}

/** Makes a folder with `titles` invented titles whose devices are `devices`. 100 000 titles take about a minute. */
export function makeStation(titles: number, devices: readonly DeviceConfig[]): MadeStation {
  const parent = mkdtempSync(join(tmpdir(), 'luu-thong-bench-'));
  const folder = join(parent, 'station');
  const cli = join(root, 'main/cli/main.ts');
  execFileSync(process.execPath, [cli, 'demo', 'make', '--titles', String(titles), '--out', folder], {
    stdio: 'ignore',
  });
  const read = readConfig(folder);
  if (!read.ok || !read.config) throw new Error('demo make wrote no configuration.');
  const { config } = read;
  writeConfig(folder, { ...config, training: null, devices: [...devices] });
  return {
    folder,
    barcodes: valuesIn(
      join(folder, mirrorFile),
      // Copies that go nowhere when they come back: nothing waits for them and they are at home.
      `select barcode from item where library = ? and id not in (select id from item_state)
         and biblio not in (select biblio from hold) limit ${barcodesRead}`,
      config.library.id,
    ).map(String),
    lendable: valuesIn(
      join(folder, mirrorFile),
      `select min(barcode) from item where library = ? and lending = 'for-loan' and parts = ''
         and item_class = 'sach' and collection = 'kho-mo' and id not in (select id from item_state)
         and biblio not in (select biblio from hold) and ('item/' || id) not in (select about from message)
         and biblio in (select id from biblio where min_age is null)
         group by biblio order by 1 limit ${barcodesRead}`,
      config.library.id,
    ).map(String),
    cards: valuesIn(
      join(folder, mirrorFile),
      `select row ->> '$.card' from patron where library = ? and row ->> '$.block' is null
         and row ->> '$.cardLost' = 0 and row ->> '$.expires' > date('now', '+1 year', 'start of year')
         and row ->> '$.category' = 'nguoi-lon' and id not in (select patron from loan)
         and id not in (select patron from charge) and ('patron/' || id) not in (select about from message)
         order by 1 limit ${cardsRead}`,
      config.library.id,
    ).map(String),
    station: config.station,
    library: config.library.id,
    recordedBarcodes: () =>
      valuesIn(
        join(folder, journalFile),
        `select bytes ->> '$.body.barcode' from journal order by entry`,
      ).map(String),
    facts: () => Number(valuesIn(join(folder, journalFile), 'select count(*) from journal')[0]),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

/** The first column of what a query gives. */
function valuesIn(file: string, query: string, ...values: readonly string[]): readonly unknown[] {
  const db = new Database(file, { readonly: true });
  const found = db.prepare(query).pluck().all(values);
  db.close();
  return found;
}
