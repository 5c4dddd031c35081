import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { civilDateAt } from '../../domain/calendar/calendar.ts';
import { demoFacts, demoRows } from '../../domain/demo/demo.ts';
import { demoLibraries } from '../../domain/demo/libraries.ts';
import type { DemoOptions } from '../../domain/demo/options.ts';
import { demoDefaults } from '../../domain/demo/options.ts';
import type { PlacedFact } from '../../domain/facts/fact.ts';
import { foldStream } from '../../domain/facts/fold-stream.ts';
import type { Stream } from '../../domain/facts/streams.ts';
import { streamsOf } from '../../domain/facts/streams.ts';
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
    const rows = writeRows(store, options) + writeHistory(store, options);
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
      store.overlay.receive(next.value);
      written += 1;
    }
    return true;
  });
  while (writeSome()) process.stderr.write(`\r${written} rows`);
  process.stderr.write(`\r${written} rows\n`);
  return written;
}

/** What the history made of the rows, as the province would have it after folding the same facts. */
function writeHistory(store: Store, options: DemoOptions): number {
  const byStream = new Map<Stream, PlacedFact[]>();
  for (const fact of demoFacts(options))
    for (const stream of streamsOf(fact)) {
      const placed = byStream.get(stream) ?? [];
      placed.push({ fact, effective: Date.parse(fact.at) });
      byStream.set(stream, placed);
    }
  let written = 0;
  store.mirrorDb.transaction(() => {
    for (const [stream, facts] of byStream)
      for (const row of foldStream(stream, store.rows.ofStream(stream), facts).rows) {
        store.overlay.receive(row);
        written += 1;
      }
    store.feed.setState({ ...store.feed.state(), cursor: 0, freshAt: null });
  })();
  return written;
}
