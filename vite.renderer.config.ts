/** The page for the packaged shell: the page of the web host, put beside the bundles. */
import { join } from 'node:path';
import { mergeConfig } from 'vite';
import page from './vite.config.ts';

export default mergeConfig(page, {
  build: {
    outDir: join(import.meta.dirname, '.vite', 'renderer', 'desk'),
    emptyOutDir: true,
    license: { fileName: 'licenses.md' },
  },
});
