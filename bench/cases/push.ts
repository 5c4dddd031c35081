import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, BenchOptions } from '../measure.ts';
import { figure, quantile } from '../measure.ts';
import { measuredOnce } from '../measured-once.ts';
import type { MeasuredPush } from '../province/measure-push.ts';
import { measurePush } from '../province/measure-push.ts';
import { openBenchPostgres } from '../province/postgres.ts';

const load = { stations: 100, factsOfAStation: 500, batch: 20, atOnce: 16 };
/** PGlite is one thread without a server: fewer facts tell as much. */
const embeddedLoad = { ...load, factsOfAStation: 60 };
const p95 = 0.95;

/**
 * Facts a second that the province takes in over HTTP from 100 stations with signed pushes of 20, in a process of its
 * own on PostgreSQL; and how long such a push takes meanwhile. The baseline writes the very rows that came of it into
 * empty tables of the same shape, each push one statement and one transaction, as many at a time.
 */
export const push: readonly Bench[] = measuredOnce(onPostgres, (measured) => [
  {
    name: 'push',
    run: async (options) => {
      const { ours, plain } = await measured(options);
      return figure({
        name: 'push',
        value: ours.factsPerSecond,
        unit: 'facts/s',
        baseline: plain.factsPerSecond,
        against: 'plain inserts of the same rows, 20 facts at a time',
        target: '2000 or more',
      });
    },
  },
  {
    name: 'push-p95',
    run: async (options) => {
      const { ours, plain } = await measured(options);
      return figure({
        name: 'push-p95',
        value: quantile(ours.latencies, p95),
        unit: 'ms',
        baseline: quantile(plain.latencies, p95),
        against: 'the same plain inserts',
        target: '250 or less',
      });
    },
  },
]);

/** The same on the embedded database. */
export const pushEmbedded: Bench = {
  name: 'push-pglite',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'luu-thong-bench-'));
    const places = [{ folder: join(folder, 'ours') }, { folder: join(folder, 'plain') }] as const;
    const { ours, plain } = await measurePush(places, embeddedLoad).finally(() =>
      rmSync(folder, { recursive: true, force: true }),
    );
    return figure({
      name: 'push-pglite',
      value: ours.factsPerSecond,
      unit: 'facts/s',
      baseline: plain.factsPerSecond,
      against: 'plain inserts of the same rows in PGlite',
      target: 'none: to be watched',
    });
  },
};

async function onPostgres({ postgres }: BenchOptions): Promise<MeasuredPush> {
  const server = await openBenchPostgres(postgres);
  try {
    const places = [{ url: await server.schema() }, { url: await server.schema() }] as const;
    return await measurePush(places, load);
  } finally {
    await server.close();
  }
}
