import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zip } from './zip.ts';

/** How `@electron/fuses` finds the fuses in a binary: this text, the version of the wire, its length, the fuses. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;

/**
 * Writes `electron-vVERSION-linux-ARCH.zip` into `folder`: what a release of Electron looks like from outside, with
 * a binary that is no program but has as many fuses as `fuses`, all unlike what a product needs.
 */
export function writeFakeElectron(folder: string, version: string, arch: string, fuses: string): void {
  const binary = Buffer.concat([
    Buffer.from(`not a program ${SENTINEL}`),
    Uint8Array.of(WIRE_VERSION, fuses.length),
    Buffer.from(fuses),
  ]);
  const text = (content: string): Uint8Array => Buffer.from(content);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `electron-v${version}-linux-${arch}.zip`),
    zip([
      { name: 'electron', content: binary, executable: true },
      { name: 'chrome-sandbox', content: text('not a program'), executable: true },
      { name: 'version', content: text(version) },
      { name: 'LICENSE', content: text('Copyright (c) Electron contributors') },
      { name: 'LICENSES.chromium.html', content: text('<title>Credits</title>') },
      { name: 'locales/vi.pak', content: text('') },
      { name: 'resources/default_app.asar', content: text('not an archive') },
    ]),
  );
}
