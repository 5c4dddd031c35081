import { createHash } from 'node:crypto';
import { pushLimits } from '../../contract/sync/protocol.ts';
import type { RescueHeader, RescueRefusal, RescueReport } from '../../contract/sync/rescue.ts';
import { readPushLine, rescueHeaderSchema } from '../../contract/sync/rescue.ts';
import { fileLines } from './file-lines.ts';
import type { RescuedLines, TakenIn } from './take-in.ts';

/** Text that is taken in at once, in characters: it travels through the administrator's door as JSON. */
const mostText = 256 * 1024;

/** Takes lines in; null when the province knows no such station. */
export type TakeIn = (lines: RescuedLines) => Promise<TakenIn | null>;

interface JournalSoFar {
  readonly inc: string;
  added: number;
  held: number;
  acked: number;
  ended: { readonly line: number; readonly why: NonNullable<TakenIn['ended']> } | null;
}

/**
 * Reads a rescue file piece by piece and takes in what it can: of each journal everything up to the first line that is
 * damaged or does not follow. May be repeated, and cut off at any point.
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
  let length = 0;
  const settle = async (journal: JournalSoFar | undefined): Promise<void> => {
    if (!journal || waiting.length === 0) return;
    const begun = number - waiting.length;
    const taken = await takeIn({ station, inc: journal.inc, lines: waiting.join('') });
    waiting = [];
    length = 0;
    if (!taken) return;
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
    const inc = incarnationOf(text);
    let journal = journals.at(-1);
    if (inc !== null && inc !== journal?.inc) {
      await settle(journal);
      journal = { inc, added: 0, held: 0, acked: 0, ended: null };
      journals.push(journal);
    }
    number += 1;
    if (!journal || journal.ended) continue;
    waiting.push(text.endsWith('\n') ? text : `${text}\n`);
    length += text.length;
    if (waiting.length === pushLimits.facts || length > mostText) await settle(journal);
  }
  await settle(journals.at(-1));

  const added = sum(journals.map((journal) => journal.added));
  const held = sum(journals.map((journal) => journal.held));
  if (header.facts > 0 && added + held === 0)
    return { refused: 'nothing-usable', station, why: journals[0]?.ended?.why ?? null };
  return {
    station,
    added,
    held,
    left: read - added - held,
    journals: journals.map((journal) => ({
      inc: journal.inc,
      added: journal.added,
      acked: journal.acked,
      ended: journal.ended,
    })),
    whole: bytes === header.bytes && hash.digest('hex') === header.sha256,
  };
}

function readHeader(line: Uint8Array): RescueHeader | null {
  const header = rescueHeaderSchema.safeParse(jsonOf(Buffer.from(line).toString('utf8')));
  return header.success ? header.data : null;
}

/** Whose line it is; null for one that does not say: then it is taken for a damaged line of the journal before it. */
function incarnationOf(text: string): string | null {
  const fact = jsonOf(readPushLine(text)?.bytes ?? '');
  return typeof fact === 'object' && fact !== null && 'inc' in fact && typeof fact.inc === 'string'
    ? fact.inc
    : null;
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
