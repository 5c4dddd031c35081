import { createHash } from 'node:crypto';
import { z } from 'zod';
import { pushLimits } from '../../contract/sync/protocol.ts';
import type { RescueHeader, RescueRefusal, RescueReport } from '../../contract/sync/rescue.ts';
import { readPushLine, rescueHeaderSchema } from '../../contract/sync/rescue.ts';
import { fileLines } from './file-lines.ts';
import type { Gap } from './gaps.ts';
import { gapsIn } from './gaps.ts';
import type { RescuedLines, TakenIn } from './rescued-lines.ts';

/** Text that is taken in at once, in characters: it travels through the administrator's door as JSON. */
const mostText = 256 * 1024;

/** Takes lines in; null when the province knows no such station. */
export type TakeIn = (lines: RescuedLines) => Promise<TakenIn | null>;

interface JournalSoFar {
  readonly inc: string;
  /** What the file says to be missing of it, and where it goes on after that. */
  readonly gaps: readonly Gap[];
  readonly resumes: ReadonlySet<number>;
  added: number;
  held: number;
  acked: number;
  ended: { readonly line: number; readonly why: NonNullable<TakenIn['ended']> } | null;
  /** What the province lacks, once it has been named there. */
  missing: readonly Gap[] | null;
  /** The lines that come stand behind damage: the hash of the one before them, null for the first. */
  behind: { after: string | null } | null;
}

/**
 * Reads a rescue file piece by piece and takes in what it can: of each journal everything up to the first line that is
 * damaged or does not follow, and does not stand behind something that the header says to be missing. May be repeated,
 * and cut off at any point.
 */
export async function importRescue(
  chunks: AsyncIterable<Uint8Array>,
  takeIn: TakeIn,
): Promise<RescueReport | RescueRefusal> {
  const lines = fileLines(chunks);
  const first = await lines.next();
  const header = first.done === true ? null : readHeader(first.value);
  if (!header) return { refused: 'not-a-rescue-file', station: null, why: null };
  const { station } = header;
  // Asked before anything is read, for a file that holds no facts too.
  if (!(await takeIn({ station, inc: header.incarnation || 'none', lines: '' })))
    return { refused: 'unknown-station', station, why: null };

  const journals: JournalSoFar[] = [];
  const hash = createHash('sha256');
  let bytes = 0;
  let read = 0;
  let number = 1;
  let waiting: string[] = [];
  let last: string | null = null;
  let length = 0;
  const settle = async (journal: JournalSoFar | undefined): Promise<void> => {
    if (!journal || waiting.length === 0) return;
    const begun = number - waiting.length;
    const { inc, gaps, behind } = journal;
    const text = { station, inc, lines: waiting.join('') };
    const taken = await takeIn(behind ? { ...text, behind: { missing: gaps, after: behind.after } } : text);
    if (behind) behind.after = last;
    waiting = [];
    length = 0;
    if (!taken) return;
    journal.missing = taken.missing ?? journal.missing;
    journal.added += taken.added;
    journal.held += taken.held;
    journal.acked = taken.acked;
    if (taken.ended) journal.ended = { line: begun + taken.added + taken.held + 1, why: taken.ended };
  };

  for await (const line of lines) {
    hash.update(line);
    bytes += line.length;
    read += 1;
    const text = line.toString('utf8');
    const place = placeOf(text);
    let journal = journals.at(-1);
    if (place !== null && place.inc !== journal?.inc) {
      await settle(journal);
      journal = begun(place.inc, gapsIn(header, place.inc));
      journals.push(journal);
    }
    if (place !== null && journal?.resumes.has(place.seq)) {
      await settle(journal);
      journal.behind = { after: null };
    }
    number += 1;
    if (!journal || journal.ended) continue;
    waiting.push(text.endsWith('\n') ? text : `${text}\n`);
    last = place?.hash ?? last;
    length += text.length;
    if (waiting.length === pushLimits.facts || length > mostText) await settle(journal);
  }
  await settle(journals.at(-1));
  await nameEnds(header, journals, takeIn);

  const added = sum(journals.map((journal) => journal.added));
  const held = sum(journals.map((journal) => journal.held));
  if (header.facts > 0 && added + held === 0)
    return { refused: 'nothing-usable', station, why: journals[0]?.ended?.why ?? null };
  return {
    station,
    added,
    held,
    left: read - added - held,
    journals: journals.map(told),
    whole: bytes === header.bytes && hash.digest('hex') === header.sha256,
    ...(header.damage ? { openEnd: header.damage.openEnd } : {}),
  };
}

/** Names what is missing where no line stands behind it. */
async function nameEnds(
  header: RescueHeader,
  journals: readonly JournalSoFar[],
  takeIn: TakeIn,
): Promise<void> {
  const damaged = new Set((header.damage?.missing ?? []).map(({ inc }) => inc));
  for (const inc of damaged) {
    const own = journals.filter((journal) => journal.inc === inc);
    if (own.some(({ missing, ended }) => missing !== null || ended !== null)) continue;
    const behind = { missing: gapsIn(header, inc), after: null };
    const named = await takeIn({ station: header.station, inc, lines: '', behind });
    for (const journal of own) journal.missing = named?.missing ?? null;
  }
}

function told({ inc, added, acked, ended, missing }: JournalSoFar): RescueReport['journals'][number] {
  const journal = { inc, added, acked, ended };
  return missing ? { ...journal, missing } : journal;
}

function begun(inc: string, gaps: readonly Gap[]): JournalSoFar {
  const resumes = new Set(gaps.map(({ to }) => to + 1));
  return { inc, gaps, resumes, added: 0, held: 0, acked: 0, ended: null, missing: null, behind: null };
}

function readHeader(line: Uint8Array): RescueHeader | null {
  const header = rescueHeaderSchema.safeParse(jsonOf(Buffer.from(line).toString('utf8')));
  return header.success ? header.data : null;
}

/** Where a line stands; null for one that does not say: then it is taken for a damaged line of the journal before it. */
function placeOf(text: string): { readonly inc: string; readonly seq: number; readonly hash: string } | null {
  const line = readPushLine(text);
  const place = z.object({ inc: z.string(), seq: z.number() }).safeParse(jsonOf(line?.bytes ?? ''));
  return line && place.success ? { ...place.data, hash: line.hash } : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
