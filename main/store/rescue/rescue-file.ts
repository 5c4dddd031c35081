import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { RescueHeader } from '../../../contract/sync/rescue.ts';
import { pushLineText } from '../../../contract/sync/rescue.ts';
import { openJournalToRead } from './open-journal.ts';
import type { OpenedJournal } from './open-journal.ts';
import type { RescuedEntry } from './read-entries.ts';
import { entryRanges, journalOwner, readEntries } from './read-entries.ts';

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
 * damaged: what can be read comes, and the header counts what cannot. Null when nothing of it can be read.
 */
export async function rescueFile(ask: RescueAsk): Promise<RescueFile | null> {
  const journal = openJournalToRead(ask.folder);
  if (!journal) return null;
  try {
    const header = await surveyed(journal, ask);
    if (!header) journal.close();
    return (
      header && {
        header,
        name: nameOf(header),
        parts: () => parts(journal, ask, header),
        close: journal.close,
      }
    );
  } catch (error) {
    journal.close();
    throw error;
  }
}

async function surveyed({ db }: OpenedJournal, { all, now, app }: RescueAsk): Promise<RescueHeader | null> {
  const hash = createHash('sha256');
  const journals: { inc: string; from: number; to: number; facts: number }[] = [];
  let facts = 0;
  let bytes = 0;
  let unreadable = 0;
  let oldestAt: string | null = null;
  let station: string | null = null;
  for await (const entry of entriesOf(db, all)) {
    if (!entry) {
      unreadable += 1;
      continue;
    }
    const { inc, seq, at, line } = entry;
    const text = pushLineText(line);
    hash.update(text);
    bytes += Buffer.byteLength(text);
    facts += 1;
    oldestAt ??= at;
    station ??= stationIn(line.bytes);
    const last = journals.at(-1);
    if (last?.inc === inc) Object.assign(last, { to: seq, facts: last.facts + 1 });
    else journals.push({ inc, from: seq, to: seq, facts: 1 });
  }
  const owner = journalOwner(db);
  station = owner?.station ?? station;
  if (station === null) return null;
  return {
    rescue: 1,
    station,
    incarnation: owner?.incarnation ?? journals.at(-1)?.inc ?? '',
    epoch: owner?.epoch ?? null,
    madeAt: now,
    app,
    facts,
    oldestAt,
    journals,
    unreadable,
    bytes,
    sha256: hash.digest('hex'),
  };
}

async function* parts(
  { db }: OpenedJournal,
  { all }: RescueAsk,
  header: RescueHeader,
): AsyncGenerator<string> {
  let part = `${JSON.stringify(header)}\n`;
  let lines = 0;
  for await (const entry of entriesOf(db, all)) {
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

async function* entriesOf(db: OpenedJournal['db'], all: boolean): AsyncGenerator<RescuedEntry | null> {
  let read = 0;
  for (const range of entryRanges(db, all))
    for (const entry of readEntries(db, range)) {
      yield entry;
      read += 1;
      if (read % linesAtOnce === 0) await setImmediate();
    }
}

/** A damaged file may not say whose it is; its facts do. */
function stationIn(bytes: string): string | null {
  return /"station":"([A-Za-z0-9-]{1,32})"/.exec(bytes)?.[1] ?? null;
}

function nameOf({ station, madeAt }: RescueHeader): string {
  const moment = `${madeAt.slice(0, 10)}-${madeAt.slice(11, 16)}`.replaceAll(/[-:]/g, '');
  return `giao-dich-${station}-${moment.slice(0, 8)}-${moment.slice(8)}.ndjson`;
}
