import type { Plugin } from 'vite';

/**
 * Packages that cannot go into a bundle: they load a native file, or are only files to be read. They are copied
 * beside the bundles instead (`copy-natives.ts`).
 */
export const natives = [
  'better-sqlite3',
  'serialport',
  'node-hid',
  'pcsc-mini',
  '@napi-rs/canvas',
  '@fontsource/be-vietnam-pro',
] as const;

const MARK = '\0native:';

/**
 * Leaves the natives outside and loads them with `require`, also from an ES module. Electron patches both of
 * Node's loaders to see into `app.asar`, but looking up a package from an ES module there broke in 29.0
 * (electron #41241) and again in 35.0 (#45896), while `require` never did.
 */
export function requireNatives(): Plugin {
  const isNative = (source: string): boolean =>
    natives.some((name) => source === name || source.startsWith(`${name}/`));
  return {
    name: 'luu-thong:require-natives',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!isNative(source)) return null;
      return importer?.startsWith(MARK) === true ? { id: source, external: true } : `${MARK}${source}`;
    },
    load(id) {
      if (!id.startsWith(MARK)) return null;
      return `module.exports = require(${JSON.stringify(id.slice(MARK.length))});`;
    },
  };
}
