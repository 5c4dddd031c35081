import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, globSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { readAsar } from './asar.ts';

interface Packaged {
  /** Folder of the product as it would be installed. */
  readonly product: string;
  /** `app.asar`, laid out as a folder. */
  readonly app: string;
  /** The project it was made from. */
  readonly root: string;
}

interface Check {
  readonly name: string;
  run(packaged: Packaged): void | Promise<void>;
}

const MB = 1024 * 1024;

/** Above the 8 and 37 MB they were in November 2026 (bwip-js and llrpjs take 2.6 of them), so that a package that swallows something shows. */
const budgets = { archive: 10 * MB, natives: 46 * MB } as const;

const bundles = [
  'index.cjs',
  'preload.cjs',
  'core.mjs',
  'writer-worker.mjs',
  'snapshot-worker.mjs',
  'reader-worker.mjs',
  'drivers.mjs',
  'virtual-devices.mjs',
] as const;

const archive = ({ product }: Packaged): string => join(product, 'resources', 'app.asar');
const files = (packaged: Packaged): readonly string[] => readAsar(archive(packaged)).map(({ path }) => path);

/** Every check throws when the package is not as it must be. */
export const packageChecks: readonly Check[] = [
  {
    name: 'the program is called luu-thong and can be started',
    run({ product }) {
      accessSync(join(product, 'luu-thong'), constants.X_OK);
      assert.ok(!existsSync(join(product, 'electron')));
      assert.ok(!existsSync(join(product, 'resources', 'default_app.asar')));
    },
  },
  {
    name: 'its fuses are set',
    async run({ product }) {
      const { DISABLE: off, ENABLE: on } = FuseState;
      assert.deepEqual(await getCurrentFuseWire(join(product, 'luu-thong')), {
        version: '1',
        [FuseV1Options.RunAsNode]: off,
        [FuseV1Options.EnableCookieEncryption]: on,
        [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
        [FuseV1Options.EnableNodeCliInspectArguments]: off,
        [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
        [FuseV1Options.OnlyLoadAppFromAsar]: on,
        [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
        [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
        [FuseV1Options.WasmTrapHandlers]: on,
      });
    },
  },
  {
    name: 'the licences of Lưu Thông, Electron, Chromium and the bundled packages come with it',
    run({ product, app, root }) {
      const own = readFileSync(join(root, 'LICENSE'), 'utf8');
      assert.equal(readFileSync(join(product, 'resources', 'LICENSE'), 'utf8'), own);
      for (const file of ['LICENSE', 'LICENSES.chromium.html']) assert.ok(existsSync(join(product, file)));
      assert.match(readFileSync(join(app, '.vite/build/licenses.md'), 'utf8'), /zod/);
      assert.ok(existsSync(join(app, '.vite/renderer/desk/licenses.md')));
    },
  },
  {
    name: 'the archive has the main entry that package.json names, and every process beside it',
    run(packaged) {
      const manifest: { main: string } = JSON.parse(readFileSync(join(packaged.app, 'package.json'), 'utf8'));
      const source: { main: string } = JSON.parse(readFileSync(join(packaged.root, 'package.json'), 'utf8'));
      assert.equal(manifest.main, source.main);
      assert.equal(manifest.main, '.vite/build/index.cjs');
      for (const bundle of bundles) assert.ok(files(packaged).includes(`.vite/build/${bundle}`), bundle);
    },
  },
  {
    name: 'the page is complete',
    run({ app }) {
      const folder = join(app, '.vite/renderer/desk');
      const page = readFileSync(join(folder, 'index.html'), 'utf8');
      const references = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
      assert.ok(references.some((file) => file.endsWith('.js')));
      for (const file of references) assert.ok(existsSync(join(folder, file)), file);
      assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|https?:\/\//, 'inline script or a remote address');
    },
  },
  {
    name: 'nothing is in it that does not belong there',
    run(packaged) {
      const strange = files(packaged).filter(
        (path) =>
          !/^(package\.json$|\.vite\/(build|renderer)\/|node_modules\/)/.test(path) ||
          /\.([cm]?tsx?|map|gyp|gypi|c|cc|cpp|h|md)$/.test(path.replace(/licenses?(-\w+)?\.md$/i, '')) ||
          /(^|\/)(e2e|test|tests|shared|simulation|province|docs)\//.test(path),
      );
      assert.deepEqual(strange, []);
      assert.deepEqual(readdirSync(join(packaged.product, 'resources')).toSorted(), [
        'LICENSE',
        'app.asar',
        'app.asar.unpacked',
      ]);
    },
  },
  {
    name: 'every native library is unpacked, and is for this system only',
    run(packaged) {
      const inside = readAsar(archive(packaged)).filter(({ path }) => path.endsWith('.node'));
      assert.deepEqual(
        inside.filter(({ content }) => content !== null),
        [],
      );
      const unpacked = `${archive(packaged)}.unpacked`;
      const found = globSync('**/*.node', { cwd: unpacked }).toSorted();
      assert.deepEqual(found, inside.map(({ path }) => path).toSorted());
      for (const name of ['better-sqlite3', 'bindings-cpp', 'node-hid', 'canvas']) {
        assert.ok(
          found.some((path) => path.includes(name)),
          name,
        );
      }
      for (const path of found) {
        assert.equal(readFileSync(join(unpacked, path)).toString('latin1', 0, 4), '\x7fELF', path);
      }
      assert.deepEqual(
        found.filter((path) => /win32|darwin|musl|android/.test(path)),
        [],
      );
    },
  },
  {
    name: 'the native libraries load under plain Node',
    run({ app }) {
      const script = `
        const Database = require('better-sqlite3');
        const assert = require('node:assert/strict');
        assert.equal(new Database(':memory:').prepare('select 6 * 7').pluck().get(), 42);
        assert.equal(typeof require('serialport').SerialPort.list, 'function');
        require('node-hid');
        const { GlobalFonts, createCanvas } = require('@napi-rs/canvas');
        const font = require.resolve('@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff2');
        assert.ok(GlobalFonts.register(require('node:fs').readFileSync(font), 'Slip'));
        assert.equal(createCanvas(8, 8).getContext('2d').getImageData(0, 0, 8, 8).data.length, 256);
      `;
      execFileSync(process.execPath, ['-e', script], { cwd: app, stdio: ['ignore', 'pipe', 'inherit'] });
    },
  },
  {
    name: 'the bundles load them with require',
    run({ app }) {
      for (const bundle of globSync('*.{mjs,cjs}', { cwd: join(app, '.vite/build') })) {
        const code = readFileSync(join(app, '.vite/build', bundle), 'utf8');
        const outside = [...code.matchAll(/^(?:import|export)\b[^;]*?["']([^"'./][^"']*)["'];?$/gm)]
          .map(([, source = '']) => source)
          .filter((source) => !isBuiltin(source));
        assert.deepEqual(outside, [], bundle);
      }
    },
  },
  {
    name: 'it keeps to its size',
    run(packaged) {
      const unpacked = `${archive(packaged)}.unpacked`;
      const natives = globSync('**/*', { cwd: unpacked, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => statSync(join(entry.parentPath, entry.name)).size)
        .reduce((sum, size) => sum + size, 0);
      const { size } = statSync(archive(packaged));
      assert.ok(size <= budgets.archive, `app.asar has ${(size / MB).toFixed(1)} MB`);
      assert.ok(natives <= budgets.natives, `${relative('.', unpacked)} has ${(natives / MB).toFixed(1)} MB`);
    },
  },
];
