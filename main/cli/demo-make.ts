import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { civilDateAt } from '../../domain/calendar/calendar.ts';
import { foldItem } from '../../domain/circulation/fold.ts';
import { demoFacts, demoRows } from '../../domain/demo/demo.ts';
import { demoLibraries } from '../../domain/demo/libraries.ts';
import type { DemoOptions } from '../../domain/demo/options.ts';
import { demoDefaults } from '../../domain/demo/options.ts';
import type { PlacedFact } from '../../domain/facts/fact.ts';
import { freshConfig, writeConfig } from '../config.ts';
import type { Store } from '../store/store.ts';
import { openStore } from '../store/store.ts';
import type { Command } from './command.ts';
import { requiredOptions, WrongUse } from './command.ts';

/** Rows per transaction: large enough that commits do not count, small enough to keep memory flat. */
const rowsPerTransaction = 10_000;
const station = 'ST-01';

/** Makes a ready station folder with invented data, for benchmarks and trials. Prints one JSON line. */
export const demoMake: Command = {
  name: 'demo make',
  usage: 'demo make --titles N --out DIR',
  run(args) {
    const { titles: text, out } = requiredOptions(args, ['titles', 'out']);
    const titles = Number(text);
    if (!Number.isInteger(titles) || titles < 1 || titles > 10_000_000) {
      throw new WrongUse(`--titles takes a whole number from 1 to 10000000, not "${text}".`);
    }
    if (existsSync(out) && readdirSync(out).length > 0) throw new WrongUse(`${out} is not empty.`);
    mkdirSync(out, { recursive: true });
    const today = civilDateAt(new Date().toISOString(), 'Asia/Ho_Chi_Minh');
    const library = demoLibraries.BN;
    const options = { ...demoDefaults, titles, today };
    writeConfig(out, {
      ...freshConfig(station),
      library: { id: library.id, name: library.name },
      training: { seed: options.seed, titles, patrons: options.patrons, today },
    });
    const { store } = openStore(out, station);
    const rows = writeRows(store, options) + writeLoans(store, options);
    store.close();
    process.stdout.write(`${JSON.stringify({ out, titles, rows })}\n`);
    return 0;
  },
};

function writeRows(store: Store, options: DemoOptions): number {
  const rows = demoRows(options)[Symbol.iterator]();
  let written = 0;
  const writeSome = store.mirrorDb.transaction((): boolean => {
    for (let count = 0; count < rowsPerTransaction; count += 1) {
      const next = rows.next();
      if (next.done === true) return false;
      store.writeRow(next.value);
      written += 1;
    }
    return true;
  });
  while (writeSome()) process.stderr.write(`\r${written} rows`);
  process.stderr.write(`\r${written} rows\n`);
  return written;
}

/** The history's open loans, as the province would have them after folding the same facts. */
function writeLoans(store: Store, options: DemoOptions): number {
  const byItem = new Map<string, PlacedFact[]>();
  for (const fact of demoFacts(options)) {
    const placed = byItem.get(fact.body.item) ?? [];
    placed.push({ fact, effective: Date.parse(fact.at) });
    byItem.set(fact.body.item, placed);
  }
  let written = 0;
  store.mirrorDb.transaction(() => {
    for (const facts of byItem.values()) {
      for (const row of foldItem(facts).loans) {
        store.writeRow({ entity: 'loan', row });
        written += 1;
      }
    }
    store.feed.setState({ ...store.feed.state(), cursor: 0, freshAt: null });
  })();
  return written;
}
