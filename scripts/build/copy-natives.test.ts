import { globSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyNatives } from './copy-natives.ts';

let folder: string;
const modules = (): string => join(folder, 'project', 'node_modules');

async function install(files: Readonly<Record<string, object | string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(modules(), path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
}

async function copied(platform: string, arch: string): Promise<readonly string[]> {
  const app = join(folder, `${platform}-${arch}`);
  await copyNatives(join(folder, 'project'), app, { platform, arch });
  return globSync('**/*', { cwd: join(app, 'node_modules'), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(app, 'node_modules').length + 1))
    .map((path) => path.split(sep).join('/'));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lt-natives-'));
  await install({
    'better-sqlite3/package.json': { dependencies: { 'node-addon-api': '8' } },
    'better-sqlite3/LICENSE': 'MIT',
    'better-sqlite3/README.md': '',
    'better-sqlite3/lib/index.js': '',
    'better-sqlite3/src/addon.cpp': '',
    'better-sqlite3/deps/sqlite3.c': '',
    'better-sqlite3/binding.gyp': '',
    'better-sqlite3/prebuilds/linux-x64.node': '',
    'better-sqlite3/prebuilds/linux-arm64.node': '',
    'better-sqlite3/prebuilds/linuxmusl-x64.node': '',
    'better-sqlite3/prebuilds/darwin-arm64.node': '',
    'better-sqlite3/prebuilds/win32-x64.node': '',
    'node-addon-api/package.json': {},
    'serialport/package.json': { dependencies: { debug: '4', '@serialport/bindings-cpp': '13' } },
    'serialport/dist/index.js': '',
    'serialport/dist/index.d.ts': '',
    'serialport/dist/index.js.map': '',
    '@serialport/bindings-cpp/package.json': { dependencies: { debug: '3', 'node-gyp-build': '4' } },
    '@serialport/bindings-cpp/node_modules/debug/package.json': {},
    '@serialport/bindings-cpp/prebuilds/linux-x64/@serialport+bindings-cpp.glibc.node': '',
    '@serialport/bindings-cpp/prebuilds/linux-x64/@serialport+bindings-cpp.musl.node': '',
    '@serialport/bindings-cpp/prebuilds/android-arm64/@serialport+bindings-cpp.armv8.node': '',
    '@serialport/bindings-cpp/prebuilds/darwin-x64+arm64/@serialport+bindings-cpp.node': '',
    '@serialport/bindings-cpp/prebuilds/win32-x64/@serialport+bindings-cpp.node': '',
    'node-gyp-build/package.json': {},
    'debug/package.json': { main: 'src/index.js' },
    'debug/src/index.js': '',
    'node-hid/package.json': {},
    'pcsc-mini/package.json': {
      optionalDependencies: {
        '@pcsc-mini/linux-x86_64-gnu': '1',
        '@pcsc-mini/linux-x86_64-musl': '1',
        '@pcsc-mini/linux-x86-gnu': '1',
        '@pcsc-mini/linux-aarch64-gnu': '1',
        '@pcsc-mini/windows-x86_64-bun': '1',
        '@pcsc-mini/windows-x86_64-electron': '1',
        '@pcsc-mini/windows-x86_64-node': '1',
      },
    },
    '@pcsc-mini/linux-x86_64-gnu/package.json': {},
    '@pcsc-mini/linux-x86_64-gnu/addon.node': '',
    '@pcsc-mini/linux-x86_64-musl/package.json': {},
    '@pcsc-mini/linux-x86-gnu/package.json': {},
    '@pcsc-mini/linux-aarch64-gnu/package.json': {},
    '@pcsc-mini/linux-aarch64-gnu/addon.node': '',
    '@pcsc-mini/windows-x86_64-bun/package.json': {},
    '@pcsc-mini/windows-x86_64-electron/package.json': {},
    '@pcsc-mini/windows-x86_64-node/package.json': {},
    'node-hid/prebuilds/HID_hidraw-linux-x64/node-napi-v4.node': '',
    'node-hid/prebuilds/HID_hidraw-linux-x64-musl/node-napi-v4.node': '',
    'node-hid/prebuilds/HID-win32-x64/node-napi-v4.node': '',
    'node-hid/prebuilds/HID-darwin-arm64/node-napi-v4.node': '',
    '@napi-rs/canvas/package.json': {
      optionalDependencies: {
        '@napi-rs/canvas-linux-x64-gnu': '1',
        '@napi-rs/canvas-linux-x64-musl': '1',
        '@napi-rs/canvas-win32-x64-msvc': '1',
        '@napi-rs/canvas-darwin-arm64': '1',
      },
    },
    '@napi-rs/canvas-linux-x64-gnu/package.json': {},
    '@napi-rs/canvas-linux-x64-gnu/skia.linux-x64-gnu.node': '',
    '@napi-rs/canvas-win32-x64-msvc/package.json': {},
    '@napi-rs/canvas-win32-x64-msvc/icudtl.dat': '',
    '@fontsource/be-vietnam-pro/package.json': {},
    '@fontsource/be-vietnam-pro/LICENSE': 'OFL',
    '@fontsource/be-vietnam-pro/500.css': '',
    '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff2': '',
    '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff': '',
    '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-900-italic.woff2': '',
    'react/package.json': {},
  });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const forAll = [
  '@fontsource/be-vietnam-pro/LICENSE',
  '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff2',
  '@fontsource/be-vietnam-pro/package.json',
  '@napi-rs/canvas/package.json',
  '@serialport/bindings-cpp/node_modules/debug/package.json',
  '@serialport/bindings-cpp/package.json',
  'better-sqlite3/LICENSE',
  'better-sqlite3/lib/index.js',
  'better-sqlite3/package.json',
  'debug/package.json',
  'debug/src/index.js',
  'node-gyp-build/package.json',
  'node-hid/package.json',
  'pcsc-mini/package.json',
  'serialport/dist/index.js',
  'serialport/package.json',
];

describe('what is copied', () => {
  it('for Linux is what runs there, and nothing else', async () => {
    expect((await copied('linux', 'x64')).toSorted()).toStrictEqual(
      [
        ...forAll,
        '@napi-rs/canvas-linux-x64-gnu/package.json',
        '@napi-rs/canvas-linux-x64-gnu/skia.linux-x64-gnu.node',
        '@pcsc-mini/linux-x86_64-gnu/addon.node',
        '@pcsc-mini/linux-x86_64-gnu/package.json',
        '@serialport/bindings-cpp/prebuilds/linux-x64/@serialport+bindings-cpp.glibc.node',
        'better-sqlite3/prebuilds/linux-x64.node',
        'node-hid/prebuilds/HID_hidraw-linux-x64/node-napi-v4.node',
      ].toSorted(),
    );
  });

  it('for Windows is what runs there, with the data files natives open', async () => {
    expect((await copied('win32', 'x64')).toSorted()).toStrictEqual(
      [
        ...forAll,
        '@napi-rs/canvas-win32-x64-msvc/icudtl.dat',
        '@napi-rs/canvas-win32-x64-msvc/package.json',
        '@pcsc-mini/windows-x86_64-electron/package.json',
        '@pcsc-mini/windows-x86_64-node/package.json',
        '@serialport/bindings-cpp/prebuilds/win32-x64/@serialport+bindings-cpp.node',
        'better-sqlite3/prebuilds/win32-x64.node',
        'node-hid/prebuilds/HID-win32-x64/node-napi-v4.node',
      ].toSorted(),
    );
  });
});

describe('packaging fails', () => {
  it('when npm did not install the binary of the target', async () => {
    await expect(copied('darwin', 'arm64')).rejects.toThrow('@napi-rs/canvas-darwin-arm64 is not installed');
  });

  it('when a package has none for the target', async () => {
    await install({ '@napi-rs/canvas/package.json': {} });
    await expect(copied('linux', 'arm64')).rejects.toThrow('has no binary for linux-arm64');
  });

  it('when something a package needs is missing', async () => {
    await rm(join(modules(), 'node-gyp-build'), { recursive: true });
    await expect(copied('linux', 'x64')).rejects.toThrow('needs node-gyp-build, which is not installed');
  });
});
