import { expect, it } from 'vitest';
import { startCluster } from './cluster.ts';
import { pairsOf } from './library.ts';
import { dice, pause } from './machine.ts';
import type { Fault } from './proxy.ts';
import { faultyLine } from './proxy.ts';
import { faultProvince } from './province.ts';
import { faultStation } from './station.ts';
import { expectWhole, settle } from './whole.ts';

const seed = 4101;

it('a line that delays, cuts in the middle of bodies, repeats requests and drips: nothing is lost, nothing is doubled', async () => {
  const roll = dice(seed);
  const cluster = await startCluster();
  const province = await faultProvince({ url: cluster.url });
  const line = await faultyLine(province.port, seed);
  const stations = [
    await faultStation(province, 'ST-1', { to: line.url }),
    await faultStation(province, 'ST-2', { to: line.url }),
  ] as const;
  await province.start();
  for (const station of stations) await station.start();
  for (const station of stations) await station.until('is online', ({ state }) => state === 'online');
  const states = new Set<string>();
  const codes = new Set<unknown>();
  for (let round = 0; round < 25; round += 1) {
    const faults: readonly Fault[] = [
      { do: 'delay', by: 20 + roll(400) },
      { do: 'cut', side: 'ask', after: roll(6_000) },
      { do: 'cut', side: 'answer', after: roll(1_500) },
      { do: 'twice' },
      { do: 'drip', bytes: 40 + roll(200) },
    ];
    line.set(faults);
    for (const [desk, station] of stations.entries()) {
      const pair = pairsOf(desk + 1)[roll(12)];
      if (pair) await station.acts(pair, roll(2) === 0);
      void station.page().api.sync.now();
      const { state, lastError } = await station.status();
      states.add(state);
      codes.add(lastError);
    }
    await pause(roll(700));
  }
  process.stderr.write(
    `dealt ${JSON.stringify(Object.fromEntries(line.dealt))}; states ${[...states].join(' ')}; codes ${[...codes].join(' ')}\n`,
  );
  expect([...line.dealt.keys()]).toEqual(expect.arrayContaining(['delay', 'cut', 'twice', 'drip']));
  expect([...codes].every((code) => code === null || code === 'LT-4101')).toBe(true);
  line.set([{ do: 'pass' }]);
  await settle(province, stations);
  await expectWhole(province, stations, { exceptions: [] });
});
