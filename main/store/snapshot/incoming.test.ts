import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { frameHeadBytes } from '../../../contract/sync/snapshot-frames.ts';
import { fileMaker } from '../../../province/snapshots/file-maker.ts';
import { testFolder } from '../../testing/folders.ts';
import { smallLibrary } from '../../testing/small-library.ts';
import { nextMirrorFile } from './files.ts';
import type { Incoming, WantedSnapshot } from './incoming.ts';
import { discardSnapshot, incomingSnapshot } from './incoming.ts';

/** A snapshot of the small library as the province sends it. */
function made(): { readonly wanted: WantedSnapshot; readonly sent: Buffer } {
  const folder = testFolder();
  const maker = fileMaker(folder, 'sent.zst');
  maker.take(
    smallLibrary.map(({ entity, row }, index) => ({
      pos: index + 1,
      entity,
      id: row.id,
      text: JSON.stringify(row),
      protocol: 1,
    })),
  );
  const place = { epoch: 'e1', pos: smallLibrary.length };
  const file = maker.finish({ ...place, today: '2026-11-22' });
  return { wanted: { ...file, ...place }, sent: readFileSync(join(folder, 'sent.zst')) };
}

function opened(folder: string): Incoming {
  const incoming = incomingSnapshot(folder);
  onTestFinished(incoming.stop);
  return incoming;
}

describe('a snapshot that comes in', () => {
  it('is a mirror when the last byte is here, however it was cut', () => {
    const { wanted, sent } = made();
    for (const size of [sent.length, 7, 1000]) {
      const folder = testFolder();
      const incoming = opened(folder);
      expect(incoming.begin(wanted)).toBe(0);
      for (let at = 0; at < sent.length; at += size)
        expect(incoming.append(sent.subarray(at, at + size))).toBeNull();
      expect(incoming.finish()).toBeNull();
      expect(readFileSync(join(folder, nextMirrorFile)).length).toBe(wanted.rawBytes);
    }
  });

  it('goes on where a killed process stopped', () => {
    const { wanted, sent } = made();
    const folder = testFolder();
    const first = opened(folder);
    first.begin(wanted);
    first.append(sent.subarray(0, 1500));
    // The process ends here: nothing is closed, and the unpacked file may hold anything.
    writeFileSync(join(folder, nextMirrorFile), 'half a page');
    const second = opened(folder);
    expect(second.begin(wanted)).toBe(1500);
    expect(second.append(sent.subarray(1500))).toBeNull();
    expect(second.finish()).toBeNull();
  });

  it('begins anew for another snapshot, and for a part that does not unpack', () => {
    const { wanted, sent } = made();
    const folder = testFolder();
    const first = opened(folder);
    first.begin(wanted);
    first.append(sent.subarray(0, 1500));
    first.stop();
    expect(opened(folder).begin({ ...wanted, sha256: 'f'.repeat(64) })).toBe(0);
    writeFileSync(join(folder, 'mirror.next.part'), 'what a power cut left of it');
    const again = opened(folder);
    expect(again.begin({ ...wanted, sha256: 'f'.repeat(64) })).toBe(0);
    expect(again.append(sent)).toBeNull();
  });

  it('is thrown away when a byte is wrong, when it is too short or too long, or of another place', () => {
    const { wanted, sent } = made();
    const spoilt = Buffer.from(sent);
    spoilt[frameHeadBytes + 40] = (spoilt[frameHeadBytes + 40] ?? 0) ^ 1;
    const ends = (bytes: Buffer, asked: WantedSnapshot) => {
      const folder = testFolder();
      const incoming = opened(folder);
      incoming.begin(asked);
      return { end: incoming.append(bytes) ?? incoming.finish(), left: readdirSync(folder).length };
    };
    const broken = { end: 'broken', left: 0 };
    expect(ends(sent, wanted).end).toBeNull();
    expect(ends(spoilt, wanted)).toStrictEqual(broken);
    expect(ends(sent.subarray(0, -1), wanted)).toStrictEqual(broken);
    expect(ends(Buffer.concat([sent, Buffer.alloc(20)]), wanted)).toStrictEqual(broken);
    expect(ends(sent, { ...wanted, sha256: 'f'.repeat(64) })).toStrictEqual(broken);
    expect(ends(sent, { ...wanted, epoch: 'e2' })).toStrictEqual(broken);
    expect(ends(sent, { ...wanted, pos: 1 })).toStrictEqual(broken);
    expect(ends(Buffer.from('not a snapshot at all, and long enough for a head'), wanted)).toStrictEqual(
      broken,
    );
  });

  it('is not begun where it would leave no room for the journal', () => {
    const { wanted } = made();
    const folder = testFolder();
    expect(opened(folder).begin({ ...wanted, rawBytes: 2 ** 50 })).toBe('disk-full');
    expect(readdirSync(folder)).toStrictEqual([]);
  });

  it('leaves nothing when it is given up', () => {
    const { wanted, sent } = made();
    const folder = testFolder();
    const incoming = opened(folder);
    incoming.begin(wanted);
    incoming.append(sent);
    incoming.stop();
    discardSnapshot(folder);
    expect(existsSync(join(folder, nextMirrorFile))).toBe(false);
    expect(readdirSync(folder)).toStrictEqual([]);
  });
});
