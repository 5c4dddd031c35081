/** `npm run bench [-- --json] [--only NAME,NAME] [--postgres URL]`: figures, each with a baseline of the same run. */
import { parseArgs } from 'node:util';
import { bootstrap } from './cases/bootstrap.ts';
import { catchUp } from './cases/catch-up.ts';
import { checkout1000Loans } from './cases/checkout-1000-loans.ts';
import { coldStart } from './cases/cold-start.ts';
import { commit, deskAct } from './cases/commit.ts';
import { explain } from './cases/explain.ts';
import { framesMemory } from './cases/frames-memory.ts';
import { frames } from './cases/frames.ts';
import { memory } from './cases/memory.ts';
import { openReader400Loans } from './cases/open-reader-400-loans.ts';
import { rfidDecode } from './cases/rfid-decode.ts';
import { pouchdb, pouchdbDown } from './cases/pouchdb.ts';
import { pushOfYears } from './cases/push-of-years.ts';
import { push, pushEmbedded } from './cases/push.ts';
import { readerMemory } from './cases/reader-memory.ts';
import { rfidPile } from './cases/rfid-pile.ts';
import { scans15PerSecond } from './cases/scans-15-per-second.ts';
import { scanToVisible } from './cases/scan-to-visible.ts';
import { stationMemory } from './cases/station-memory.ts';
import type { Bench, Figure } from './measure.ts';

const benches: readonly Bench[] = [
  commit,
  deskAct,
  explain,
  checkout1000Loans,
  scanToVisible,
  openReader400Loans,
  scans15PerSecond,
  ...frames,
  framesMemory,
  readerMemory,
  ...rfidDecode,
  rfidPile,
  coldStart,
  memory,
  ...push,
  pushOfYears,
  pushEmbedded,
  ...catchUp,
  stationMemory,
  pouchdb,
  pouchdbDown,
  bootstrap,
];

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    postgres: { type: 'string' },
  },
});
const wanted = values.only?.split(',');
const unknown = wanted?.filter((name) => !benches.some((bench) => bench.name === name)) ?? [];
if (unknown.length > 0) {
  process.stderr.write(
    `No such figure: ${unknown.join(', ')}. There are: ${benches.map(({ name }) => name).join(', ')}\n`,
  );
  process.exit(2);
}

const figures: Figure[] = [];
for (const bench of benches) {
  if (wanted && !wanted.includes(bench.name)) continue;
  process.stderr.write(`${bench.name}…\n`);
  figures.push(await bench.run({ postgres: values.postgres ?? null }));
}
if (values.json) {
  const short = figures.map(({ name, value, unit, baseline, ratio }) => ({
    name,
    value,
    unit,
    baseline,
    ratio,
  }));
  process.stdout.write(`${JSON.stringify(short, null, 2)}\n`);
} else {
  for (const { name, value, unit, baseline, ratio, against, target } of figures) {
    process.stdout.write(
      `${name.padEnd(22)} ${`${value} ${unit}`.padStart(18)}   target ${target.padEnd(22)} baseline ${baseline} (${against}), ratio ${ratio}\n`,
    );
  }
}
process.exit(0);
