import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file in an archive. `content` is null when it lies beside the archive, in `app.asar.unpacked`. */
export interface ArchivedFile {
  /** With `/` between folders and none in front. */
  readonly path: string;
  readonly content: Buffer | null;
}

interface Node {
  readonly files?: Readonly<Record<string, Node>>;
  readonly unpacked?: boolean;
  readonly offset?: string;
  readonly size?: number;
}

/**
 * Reads an asar archive: four little-endian words (of which the second is the length of the header with its own
 * two words, the fourth that of the listing), the listing as JSON, and the files one after the other.
 */
export function readAsar(archive: string): readonly ArchivedFile[] {
  const bytes = readFileSync(archive);
  const start = 8 + bytes.readUInt32LE(4);
  const listing = bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12));
  const found: ArchivedFile[] = [];
  const walk = (node: Node, path: string): void => {
    for (const [name, child] of Object.entries(node.files ?? {}))
      walk(child, path === '' ? name : `${path}/${name}`);
    if (node.files !== undefined) return;
    const from = start + Number(node.offset ?? 0);
    found.push({
      path,
      content: node.unpacked === true ? null : bytes.subarray(from, from + (node.size ?? 0)),
    });
  };
  // Written by @electron/asar a moment ago.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  walk(JSON.parse(listing) as Node, '');
  return found;
}

/** Lays the archive out as a folder, as Electron's processes see it: plain Node cannot read an archive. */
export function extractAsar(archive: string, folder: string): void {
  for (const { path, content } of readAsar(archive)) {
    if (content === null) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  if (existsSync(`${archive}.unpacked`)) cpSync(`${archive}.unpacked`, folder, { recursive: true });
}
