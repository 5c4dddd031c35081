import { readFileSync } from 'node:fs';

const kilobytesPerMegabyte = 1024;

/** Proportional set size of a process in MB. Linux only. */
export function pssOf(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
  return Number(kilobytes) / kilobytesPerMegabyte;
}
