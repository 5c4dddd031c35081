import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { RescueHeader } from '../../../contract/sync/rescue.ts';
import { missingEntries, pushLineText } from '../../../contract/sync/rescue.ts';
import { journalFile } from '../store.ts';
import type { RescueSource } from './open-rescue.ts';
import { hasJournal, openRescue } from './open-rescue.ts';
import type { RescuedEntry } from './read-entries.ts';

/** Lines that are read before others may have the thread. */
const linesAtOnce = 500;

/** The facts of a station that were not sent, ready to be written to a file. */
export interface RescueFile {
  readonly header: RescueHeader;
  /** `giao-dich-ST-01-20261125-2259.ndjson`. */
  readonly name: string;
  /** The text of the file, header first. */
  parts(): AsyncGenerator<string>;
  close(): void;
}

export interface RescueAsk {
  readonly folder: string;
  /** Facts that the province has confirmed too: for one that has lost them. */
  readonly all: boolean;
  /** RFC 3339. */
  readonly now: string;
  readonly app: string;
}

/**
 * What a station's folder holds that the province has not confirmed. The journal is only read, and may be in use, or
 * damaged: then what salvage would find in it comes, and the header names what is missing. Null when nothing of it can
 * be read.
 */
export async function rescueFile(ask: RescueAsk): Promise<RescueFile | null> {
  const path = join(ask.folder, journalFile);
  if (!hasJournal(path)) return null;
  for (const open of await openRescue(path, ask.all)) {
    const source = open();
    let header: RescueHeader | null = null;
    try {
      header = await surveyed(source, ask);
    } finally {
      if (!header) source.close();
    }
    if (header)
      return { header, name: nameOf(header), parts: () => parts(source, header), close: source.close };
  }
  return null;
}

async function surveyed(source: RescueSource, { now, app }: RescueAsk): Promise<RescueHeader | null> {
  const { told, damage } = source;
  const hash = createHash('sha256');
  const journals: { inc: string; from: number; to: number; facts: number }[] = [];
  let facts = 0;
  let bytes = 0;
  let oldestAt: string | null = null;
  let station: string | null = null;
  for await (const entry of unhurried(source)) {
    if (!entry) return null;
    const { inc, seq, at, line } = entry;
    const text = pushLineText(line);
    hash.update(text);
    bytes += Buffer.byteLength(text);
    facts += 1;
    oldestAt ??= at;
    // A damaged file may say anything of whose it is; its facts do not.
    station ??= entry.station;
    const last = journals.at(-1);
    if (last?.inc === inc) Object.assign(last, { to: seq, facts: last.facts + 1 });
    else journals.push({ inc, from: seq, to: seq, facts: 1 });
  }
  station ??= told?.station ?? null;
  if (station === null) return null;
  return {
    rescue: 1,
    station,
    incarnation: told?.incarnation ?? journals.at(-1)?.inc ?? '',
    epoch: told?.ack.epoch ?? null,
    madeAt: now,
    app,
    facts,
    oldestAt,
    journals,
    // At least one where the end is open: whatever stood there.
    unreadable: damage ? missingEntries(damage) + (damage.openEnd ? 1 : 0) : 0,
    bytes,
    sha256: hash.digest('hex'),
    ...(damage ? { damage } : {}),
  };
}

async function* parts(source: RescueSource, header: RescueHeader): AsyncGenerator<string> {
  let part = `${JSON.stringify(header)}\n`;
  let lines = 0;
  for await (const entry of unhurried(source)) {
    if (!entry) continue;
    part += pushLineText(entry.line);
    lines += 1;
    if (lines % linesAtOnce === 0) {
      yield part;
      part = '';
    }
  }
  if (part !== '') yield part;
}

async function* unhurried(source: RescueSource): AsyncGenerator<RescuedEntry | null> {
  let read = 0;
  for (const entry of source.entries()) {
    yield entry;
    read += 1;
    if (read % linesAtOnce === 0) await setImmediate();
  }
}

function nameOf({ station, madeAt }: RescueHeader): string {
  const moment = `${madeAt.slice(0, 10)}-${madeAt.slice(11, 16)}`.replaceAll(/[-:]/g, '');
  const named = station.replaceAll(/[^\w-]/g, '_');
  return `giao-dich-${named}-${moment.slice(0, 8)}-${moment.slice(8)}.ndjson`;
}
