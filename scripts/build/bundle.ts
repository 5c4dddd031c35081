import { builtinModules } from 'node:module';
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
    resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
    build: {
      outDir: join(root, '.vite', 'build'),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      lib: { entry: { ...entry }, formats: [format], fileName: () => `[name].${extension}` },
      rollupOptions: {
        platform: 'node',
        external: ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
        output: { chunkFileNames: `[name]-[hash].${extension}` },
      },
    },
  };
}
