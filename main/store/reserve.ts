import { existsSync, rmSync, statfsSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes that are kept for the acts of a desk whose disk is full (architecture.md §2.5): tens of thousands of them. */
const reserveBytes = 64 * 1024 * 1024;
const pieceBytes = 1024 * 1024;

/** Space on the disk that is given back when there is none left, so that loans go on. */
export interface Reserve {
  /** Takes the space, where the disk has twice as much: what fills it must not be the reserve. */
  fill(): Promise<void>;
  /** Gives the space back; false when there was none to give. */
  release(): boolean;
  /** True while the disk has less room than the reserve should have and the reserve is not there. */
  isSpent(): boolean;
}

/** The reserve of the station in `folder`: a file of zeros that nobody reads. */
export function reserveIn(folder: string, bytes = reserveBytes): Reserve {
  const file = join(folder, 'reserve.bin');
  const free = (): number => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    fill: async () => {
      if (existsSync(file) || free() < 2 * bytes) return;
      const handle = await open(`${file}.new`, 'w');
      try {
        const zeros = Buffer.alloc(pieceBytes);
        for (let written = 0; written < bytes; written += pieceBytes) await handle.write(zeros);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(`${file}.new`, file);
    },
    release: () => {
      const there = existsSync(file);
      for (const path of [file, `${file}.new`]) rmSync(path, { force: true });
      return there;
    },
    isSpent: () => !existsSync(file) && free() < bytes,
  };
}
