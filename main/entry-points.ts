import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Processes and workers that are started by path, with their source file. */
const sources = {
  'writer-worker': './workers/writer.ts',
  'reader-worker': './workers/reader.ts',
  'snapshot-worker': './workers/snapshot.ts',
  drivers: '../drivers/host.ts',
  'virtual-devices': '../drivers/virtual/host.ts',
} as const;

export type EntryPoint = keyof typeof sources;

/**
 * Path of an entry: its source when the program runs from source, else the file of the same name beside the
 * bundle that asks.
 */
export function entryPoint(name: EntryPoint): string {
  const source = fileURLToPath(new URL(sources[name], import.meta.url));
  if (import.meta.url.endsWith('.ts') && existsSync(source)) return source;
  return fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
}
