import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';
import { tabularFigures } from './renderer/fonts/tabular-figures.ts';

const fontFolder = join(import.meta.dirname, 'node_modules/@fontsource/be-vietnam-pro/files');
const figuresFolder = join(import.meta.dirname, 'renderer/fonts/.vite');
const weights = [400, 500, 600, 700] as const;

/** Makes the files that `renderer/fonts/figures.css` names, from the font in the package. */
function figureFonts(): Plugin {
  return {
    name: 'figure-fonts',
    async buildStart() {
      await mkdir(figuresFolder, { recursive: true });
      for (const weight of weights) {
        const woff = await readFile(join(fontFolder, `be-vietnam-pro-latin-${weight}-normal.woff`));
        await writeFile(join(figuresFolder, `figures-${weight}.ttf`), await tabularFigures(woff));
      }
    },
  };
}

/**
 * The page. Relative addresses, so that the same files serve from `app://luu-thong/` and from the loopback host;
 * no inline script and no inlined file, because the page's policy allows neither.
 */
export default defineConfig({
  root: join(import.meta.dirname, 'renderer'),
  base: './',
  plugins: [figureFonts(), react()],
  build: {
    outDir: join(import.meta.dirname, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
