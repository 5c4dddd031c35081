import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig, writeConfig } from '../main/config.ts';
import type { DeviceConfig } from '../contract/devices/drivers.ts';

const root = resolve(import.meta.dirname, '..');

/** A station folder made by the generator, with real device settings instead of training. */
export interface MadeStation {
  readonly folder: string;
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
  const config = readConfig(folder);
  if (!config) throw new Error('demo make wrote no configuration.');
  writeConfig(folder, { ...config, training: null, devices: [...devices] });
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}
