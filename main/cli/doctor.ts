import { parseArgs } from 'node:util';
import type { DeviceConfig } from '../../contract/devices/config.ts';
import type { FromDrivers, ToDrivers } from '../../contract/devices/drivers.ts';
import { formatReason } from '../../contract/locales/format.ts';
import { reason } from '../../domain/outcome.ts';
import { readConfig } from '../config.ts';
import { entryPoint } from '../entry-points.ts';
import { forks } from '../hosts/web/fork-channel.ts';
import { lockFolder } from '../store/folder-lock.ts';
import type { Command } from './command.ts';
import { WrongUse } from './command.ts';
import { examine } from './doctor-report.ts';
import { doctorLines } from './doctor-words.ts';

/** Longest wait for the devices of a station (ms): a port that was busy is tried again, a reader asked twice. */
const waitMs = 8_000;

/** What is plugged in, what answers, what to do. The exit code is 1 when a device that is set up does not answer. */
export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor [--data FOLDER] [--probe] [--json]',
  async run(args) {
    const { data, probe, json } = question(args);
    const station = data === undefined ? { devices: [], release: () => undefined } : stationAt(data);
    const helpers = forks();
    try {
      const report = await examine({
        launch: () => helpers.channel<FromDrivers, ToDrivers>(entryPoint('drivers')),
        devices: station.devices,
        probe,
        waitMs,
      });
      const text = json ? JSON.stringify(report) : doctorLines(report).join('\n');
      process.stdout.write(`${text}\n`);
      return report.ok ? 0 : 1;
    } finally {
      await helpers.ended();
      station.release();
    }
  },
};

/** The devices of a station that does not run: a port has one owner. */
function stationAt(folder: string): { readonly devices: readonly DeviceConfig[]; release(): void } {
  const read = readConfig(folder);
  if (!read.ok) throw new WrongUse(formatReason(read.reason, 'vi'));
  if (read.config === null) throw new WrongUse(formatReason(reason('LT-3107', { path: folder }), 'vi'));
  const lock = lockFolder(folder);
  if (lock === null) throw new WrongUse(formatReason(reason('LT-3101', { path: folder }), 'vi'));
  return { devices: read.config.devices, release: () => lock.release() };
}

function question(args: readonly string[]): {
  readonly data: string | undefined;
  readonly probe: boolean;
  readonly json: boolean;
} {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, probe: { type: 'boolean' }, json: { type: 'boolean' } },
    });
    return { data: values.data, probe: values.probe ?? false, json: values.json ?? false };
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}
