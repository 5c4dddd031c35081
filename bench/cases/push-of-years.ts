import type { Bench } from '../measure.ts';
import { figure } from '../measure.ts';
import { prepare, sender } from '../province/measure-push.ts';
import { openBenchPostgres } from '../province/postgres.ts';
import { startProvinceProcess } from '../province/process.ts';
import { greetAll, pushAll } from '../province/push-load.ts';
import type { Holdings } from '../province/traffic.ts';

const stations = 10;
const factsOfAStation = 4_000;
const batch = 20;
/** So few that at the end a copy has a history of some eighty facts, and a reader one of four hundred. */
const holdings: Holdings = { copies: 50, readers: 10 };
const quarters = 4;

/**
 * Facts a second that the province takes in when copies and readers have the history of years: in the last quarter of
 * a run, against its first quarter, in which they have next to none.
 */
export const pushOfYears: Bench = {
  name: 'push-of-years',
  run: async ({ postgres }) => {
    const senders = Array.from({ length: stations }, (_, number) =>
      sender(number, factsOfAStation, holdings),
    );
    const server = await openBenchPostgres(postgres);
    try {
      const url = await server.schema();
      await prepare({ url }, senders, holdings);
      const province = await startProvinceProcess({ url });
      await greetAll(province.url, senders);
      const { latencies } = await pushAll(province.url, senders, { batch, atOnce: stations });
      await province.stop();
      const quarter = Math.floor(latencies.length / quarters);
      return figure({
        name: 'push-of-years',
        value: factsPerSecond(latencies.slice(-quarter)),
        unit: 'facts/s',
        baseline: factsPerSecond(latencies.slice(0, quarter)),
        against: 'the same pushes while histories are short',
        target: 'ratio 0.5 or more',
      });
    } finally {
      await server.close();
    }
  },
};

/** Every station has one push under way, all the time. */
function factsPerSecond(latencies: readonly number[]): number {
  const mean = latencies.reduce((sum, one) => sum + one, 0) / latencies.length;
  return (stations * batch * 1000) / mean;
}
