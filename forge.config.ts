import { FuseV1Options, FuseVersion } from '@electron/fuses';
import { FusesPlugin } from '@electron-forge/plugin-fuses';
import { VitePlugin } from '@electron-forge/plugin-vite';
import type { ForgeConfig } from '@electron-forge/shared-types';
import { copyNatives } from './scripts/build/copy-natives.ts';

const { LT_ELECTRON_ZIP_DIR: electronZipDir, LT_TEST_BUILD: testBuild } = process.env;

const config: ForgeConfig = {
  packagerConfig: {
    name: 'luu-thong',
    executableName: 'luu-thong',
    // The packaging hook brings exactly what is needed; nothing else of `node_modules` is packaged.
    prune: false,
    // A native library is opened by the operating system, which cannot see into an archive; nor can what it
    // opens itself (ICU data).
    asar: { unpack: '**/{*.node,*.dll,*.dat}' },
    extraResource: ['LICENSE'],
    win32metadata: { ProductName: 'Lưu Thông', FileDescription: 'Lưu Thông' },
    // For a machine that may not download: a folder with `electron-v….zip`.
    ...(electronZipDir === undefined ? {} : { electronZipDir }),
  },
  // Every native comes with binaries that fit any Node and any Electron (Node-API).
  rebuildConfig: { onlyModules: [] },
  plugins: [
    new VitePlugin({
      build: [
        { entry: 'main/hosts/electron/index.ts', config: 'vite.shell.config.ts' },
        { entry: 'preload/index.ts', config: 'vite.preload.config.ts' },
        { entry: 'main/hosts/electron/utility/core.ts', config: 'vite.processes.config.ts' },
      ],
      renderer: [{ name: 'desk', config: 'vite.renderer.config.ts' }],
    }),
    new FusesPlugin({
      version: FuseVersion.V1,
      // A new Electron with a fuse nobody has thought about does not package.
      strictlyRequireAllFuses: true,
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      // Playwright drives a test build through the inspector; a product has none.
      [FuseV1Options.EnableNodeCliInspectArguments]: testBuild === '1',
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
      // Electron's default: WebAssembly in V8 is faster with it and no less safe.
      [FuseV1Options.WasmTrapHandlers]: true,
    }),
  ],
  hooks: {
    packageAfterCopy: (_config, app, _version, platform, arch) =>
      copyNatives(import.meta.dirname, app, { platform, arch }),
  },
};

export default config;
