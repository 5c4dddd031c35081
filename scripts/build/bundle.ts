import { join } from 'node:path';
import type { UserConfig } from 'vite';
import { requireNatives } from './natives.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * What the bundles for Node have in common, under Forge and under plain `vite build`. Not minified: a stack trace
 * from a library in the provinces has to be readable, and the size is in the natives anyway.
 */
export function nodeBundle(entry: Readonly<Record<string, string>>, format: 'cjs' | 'es'): UserConfig {
  const extension = format === 'es' ? 'mjs' : 'cjs';
  return {
    root,
    publicDir: false,
    plugins: [requireNatives()],
    // Everything but the natives goes in.
    ssr: { noExternal: true },
    build: {
      // Vite's word for code that runs on Node: it leaves `import.meta.url` and `process.env` alone.
      ssr: true,
      outDir: join(root, '.vite', 'build'),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      lib: { entry: { ...entry }, formats: [format] },
      rollupOptions: {
        external: ['electron'],
        output: { entryFileNames: `[name].${extension}`, chunkFileNames: `[name]-[hash].${extension}` },
      },
    },
  };
}
