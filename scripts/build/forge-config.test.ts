import { FuseV1Options, FuseVersion } from '@electron/fuses';
import { FusesPlugin } from '@electron-forge/plugin-fuses';
import type { ForgeConfig } from '@electron-forge/shared-types';
import { afterEach, describe, expect, it, vi } from 'vitest';

async function forgeConfig(environment: Readonly<Record<string, string>> = {}): Promise<ForgeConfig> {
  vi.resetModules();
  for (const name of ['LT_TEST_BUILD', 'LT_ELECTRON_ZIP_DIR']) vi.stubEnv(name, environment[name]);
  const { default: config } = await import('../../forge.config.ts');
  return config;
}

/** The plugin of a module registry that was reset is of another class, so it is known by its name. */
function fuses({ plugins = [] }: ForgeConfig): unknown {
  const plugin = plugins.find((plugin) => 'name' in plugin && plugin.name === 'fuses');
  return plugin !== undefined && 'fusesConfig' in plugin ? plugin.fusesConfig : null;
}

const product = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

afterEach(() => vi.unstubAllEnvs());

describe('the fuses', () => {
  it('of a product close every door into it', async () => {
    expect(fuses(await forgeConfig())).toStrictEqual(product);
  });

  it('of a test build differ in the inspector alone', async () => {
    expect(fuses(await forgeConfig({ LT_TEST_BUILD: '1' }))).toStrictEqual({
      ...product,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
  });

  it('are not opened by any other word', async () => {
    expect(fuses(await forgeConfig({ LT_TEST_BUILD: 'true' }))).toStrictEqual(product);
  });

  it('are all the fuses this Electron has', () => {
    const names = Object.values(FuseV1Options).filter((value) => typeof value === 'number');
    expect(names.filter((fuse) => !(fuse in product))).toStrictEqual([]);
  });

  it('are read from where the plugin keeps them', () => {
    const config = { version: FuseVersion.V1, [FuseV1Options.RunAsNode]: true } as const;
    expect(fuses({ plugins: [new FusesPlugin(config)] })).toBe(config);
  });
});

describe('packaging', () => {
  it('puts the app into an archive, natives beside it, and rebuilds nothing', async () => {
    const { packagerConfig, rebuildConfig } = await forgeConfig();
    expect(packagerConfig).toMatchObject({
      executableName: 'luu-thong',
      asar: { unpack: '**/{*.node,*.dll,*.dat}' },
    });
    expect(rebuildConfig).toStrictEqual({ onlyModules: [] });
  });

  it('takes Electron from a folder only when told to', async () => {
    expect((await forgeConfig()).packagerConfig).not.toHaveProperty('electronZipDir');
    expect((await forgeConfig({ LT_ELECTRON_ZIP_DIR: '/zips' })).packagerConfig).toHaveProperty(
      'electronZipDir',
      '/zips',
    );
  });
});
