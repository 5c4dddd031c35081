import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import assert from 'node:assert/strict';

/**
 * Runs the packaged main process against the mocks of its unit tests, to see that the paths between the bundles
 * hold: the page is served out of the package, each file with its type, the preload and the core are where the shell looks for them.
 * `app` is the archive laid out as a folder, `root` the project.
 */
export function runPackagedShell(app: string, root: string, folder: string): void {
  const module = join(app, 'node_modules', 'electron');
  mkdirSync(module, { recursive: true });
  const mocks = join(root, 'main', 'hosts', 'electron', 'mocks', 'electron.ts');
  writeFileSync(join(module, 'package.json'), JSON.stringify({ main: 'index.js', type: 'commonjs' }));
  writeFileSync(
    join(module, 'index.js'),
    `module.exports = require(${JSON.stringify(mocks)}).mockElectron();`,
  );
  const { main }: { main: string } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'));
  const pageFiles = globSync('**/*.*', { cwd: join(app, '.vite', 'renderer', 'desk') })
    .filter((file) => !file.endsWith('.md'))
    .map((file) => file.split(sep).join('/'));
  const script = `
    const assert = require('node:assert/strict');
    const { existsSync } = require('node:fs');
    const electron = require(${JSON.stringify(module)});
    electron.app.isPackaged = true;
    electron.app.paths.set('appData', ${JSON.stringify(folder)});
    require(${JSON.stringify(join(app, main))});
    electron.app.ready.resolve();
    setImmediate(async () => {
      const [window] = electron.BrowserWindow.opened;
      const [core] = electron.utilityProcess.forked;
      assert.ok(existsSync(window.options.webPreferences.preload), 'no preload');
      assert.ok(existsSync(core.modulePath), 'no core');
      const serve = (address) => electron.protocol.handlers.get('app')(new Request(address));
      const served = await serve(window.webContents.loads[0]);
      assert.equal(served.status, 200);
      assert.match(await served.text(), /<script[^>]+src=/);
      for (const file of ${JSON.stringify(pageFiles)}) {
        const { status, headers } = await serve('app://luu-thong/' + file);
        assert.equal(status, 200, file);
        assert.notEqual(headers.get('content-type'), 'application/octet-stream', file);
      }
      process.exit(0);
    });
  `;
  const run = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
}
