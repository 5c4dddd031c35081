import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dice } from '../../domain/demo/random.ts';
import { journalFile, mirrorFile } from '../../main/store/store.ts';

/** The header of a write-ahead log, and that of each frame (https://www.sqlite.org/fileformat2.html#the_write_ahead_log). */
const logHeader = 32;
const frameHeader = 24;
/** Where the shared memory says how many frames are in the database file already (https://www.sqlite.org/walformat.html). */
const backfilledAt = 96;

/**
 * What a power cut does to the files in `to`, which are those of `from` as the system had them in memory: of the mirror
 * (`synchronous = NORMAL`) the end of its log may not have reached the disk, or as something else; what a checkpoint
 * needed, and all of the journal (FULL), was there before SQLite went on. Call it while the files are still open.
 * `careless`: the journal's log is no better than the mirror's.
 */
export function losePower(from: string, to: string, dice: Dice, careless: boolean): void {
  for (const file of careless ? [mirrorFile, journalFile] : [mirrorFile]) loseEnd(file, from, to, dice);
}

function loseEnd(file: string, from: string, to: string, dice: Dice): void {
  const path = join(to, `${file}-wal`);
  const log = readFileSync(path);
  const page = log.length < logHeader ? 0 : log.readUInt32BE(8);
  const safe = logHeader + backfilled(join(from, `${file}-shm`)) * (frameHeader + page);
  if (log.length <= safe) return;
  const there = dice.between(safe, log.length);
  const torn = dice.chance(0.5);
  if (torn) log.fill(dice.below(256), there);
  writeFileSync(path, torn ? log : log.subarray(0, there));
}

/** A number of the native byte order: every computer that this runs on is little-endian. */
function backfilled(sharedMemory: string): number {
  return readFileSync(sharedMemory).readUInt32LE(backfilledAt);
}
