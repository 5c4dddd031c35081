import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { testFolder } from '../../main/testing/folders.ts';

/** A disk of its own, of a few megabytes. */
export interface SmallDisk {
  readonly folder: string;
  /** Writes until nothing more goes in. */
  fill(): void;
  /** Takes what `fill` wrote away again. */
  empty(): void;
}

export function smallDisk(megabytes: number): SmallDisk {
  const folder = testFolder();
  if (process.getuid?.() !== 0)
    throw new Error(
      'A disk that fills is a tmpfs, and mounting one needs root: run `npm run faults` as root.',
    );
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'luu-thong-faults', folder]);
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  let number = 0;
  return {
    folder,
    fill: () => {
      number += 1;
      const file = openSync(join(folder, `filler-${number}`), 'w');
      try {
        for (const piece of [1024 * 1024, 4096])
          for (;;) if (writeSync(file, Buffer.alloc(piece)) < piece) break;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        closeSync(file);
      }
      // The first size stops with less than a megabyte left; the rest goes in page by page.
      if (statfsSync(folder).bavail > 0 && number < 50) fillRest(folder, number);
    },
    empty: () => {
      for (let one = 1; one <= number; one += 1)
        for (const name of [`filler-${one}`, `filler-${one}-rest`])
          rmSync(join(folder, name), { force: true });
    },
  };
}

function fillRest(folder: string, number: number): void {
  const file = openSync(join(folder, `filler-${number}-rest`), 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch {
    // Full: that is what was wanted.
  } finally {
    closeSync(file);
  }
}
