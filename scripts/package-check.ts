/**
 * `node scripts/package-check.ts`: packages the shell against an Electron that is not one, and looks at what comes
 * out. Needs no network and no Electron; the natives and the core of the package run under plain Node.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshConfig, writeConfig } from '../main/config.ts';
import { extractAsar } from './build/asar.ts';
import { writeFakeElectron } from './build/fake-electron.ts';
import { packageChecks } from './build/package-checks.ts';
import { startPackagedCore } from './build/packaged-core.ts';
import { runPackagedShell } from './build/packaged-shell.ts';

const root = join(import.meta.dirname, '..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (process.platform !== 'linux') {
  say('package-check: skipped, it packages for Linux and npm installed the natives of another system');
  process.exit(0);
}

const startedAt = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'lt-package-'));
try {
  const manifest: { devDependencies: { electron: string } } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  writeFakeElectron(join(folder, 'zips'), manifest.devDependencies.electron, process.arch, '101100010');

  const forge = join(root, 'node_modules', '@electron-forge', 'cli', 'dist', 'electron-forge-package.js');
  const made = spawnSync(process.execPath, [forge, '--platform', 'linux', '--arch', process.arch], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      CI: '1',
      LT_ELECTRON_ZIP_DIR: join(folder, 'zips'),
      ELECTRON_FORGE_OUT_DIR: join(folder, 'out'),
    },
  });
  if (made.status !== 0) throw new Error(`Forge did not package:\n${made.stdout}${made.stderr}`);
  say(`packaged in ${seconds()} s`);

  const product = join(folder, 'out', `luu-thong-linux-${process.arch}`);
  const app = join(folder, 'app');
  extractAsar(join(product, 'resources', 'app.asar'), app);
  for (const check of packageChecks) {
    await check.run({ product, app, root });
    say(`ok  ${check.name}`);
  }
  runPackagedShell(app, root, join(folder, 'app-data'));
  say('ok  the packaged shell finds its page, its preload and its core');
  writeConfig(join(folder, 'station'), freshConfig('ST-1'));
  await startPackagedCore(app, join(folder, 'station'));
  say('ok  the packaged core starts its databases and drivers, and stops');
  say(`package-check: done in ${seconds()} s`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function seconds(): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}
