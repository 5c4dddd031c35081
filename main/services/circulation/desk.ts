import { randomUUID } from 'node:crypto';
import { hasControlCharacters, maxScanLength, normaliseCode } from '../../../domain/identifiers/scan.ts';
import type { OutcomeCode } from '../../../domain/outcome.ts';
import { reason } from '../../../domain/outcome.ts';
import { normaliseText } from '../../../domain/text/fold.ts';
import type { ScanFrame } from '../../../contract/devices/drivers.ts';
import type { DeskRow, DeskState } from '../../../contract/workstation/desk.ts';
import { rowsKept } from '../../../contract/workstation/desk.ts';
import type { Databases } from '../../workers/start.ts';
import { WorkerFailure } from '../../workers/call.ts';
import type { StationEvents } from '../events.ts';
import type { StationClock } from '../station-clock.ts';
import { repeatMemory } from './repeat-memory.ts';
import type { RowContent } from './row-content.ts';
import { refusedRow, rowContent } from './row-content.ts';

/** One desk: its reader, its rows and its session. Scans are handled one at a time, in the order they came. */
export interface Desk {
  /** A code from a device, the wedge or the keyboard. Resolves when it is decided and durable. */
  scan(text: string): Promise<void>;
  /** Bytes a device could not make a code of. */
  unreadable(frame: ScanFrame & { ok: false }): Promise<void>;
  renew(loans: readonly string[]): Promise<void>;
  /** Closes the reader and queues the slip of the session; printed by itself when `print`. */
  finish(print: boolean): Promise<void>;
  state(): Promise<DeskState>;
}

export interface DeskParts {
  readonly databases: Databases;
  readonly events: StationEvents;
  readonly clock: StationClock;
  /** Called with a slip that is complete and wants to be printed. */
  readonly onSlipReady: (slip: string) => void;
  /** Called after every act that made a fact. */
  readonly onFact: () => void;
  /** Told about failures that nobody expected; the desk shows LT-5103. */
  readonly onFailure: (error: unknown) => void;
}

/** A scan undecided for this long (ms) gets a pending row, so that it is seen at once on a slow disk. */
const pendingAfter = 25;

/**
 * A reader who was at the desk this short a time (ms) before the program ended is there still. Forgetting the
 * reader would turn the rest of a pile from loans into returns.
 */
const readerRemembered = 15 * 60_000;

/** Opens the desk as it was left: the last rows, and the reader if that was a moment ago. */
export async function openDesk(parts: DeskParts): Promise<Desk> {
  const { databases, events, clock } = parts;
  let rows = await databases.writer.recentRows();
  let numbered = 0;
  let patron = recentReader(await databases.writer.rememberedPatron());
  /** Journal entries of the session: what its slip will show. */
  let session: readonly number[] = [];
  let queue: Promise<void> = Promise.resolve();
  const repeats = repeatMemory();

  const inOrder = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(work).catch(parts.onFailure);
    return queue;
  };
  const show = (row: DeskRow): void => {
    rows = [row, ...rows.filter(({ id }) => id !== row.id)].slice(0, rowsKept);
    events.publish({ type: 'row', row });
  };
  const newPlace = (text: string): Pick<DeskRow, 'id' | 'number' | 'at' | 'text'> => {
    numbered += 1;
    return { id: randomUUID(), number: numbered, at: clock.now(), text: showable(text) };
  };
  /** Decides, then shows; a slow or failing decision is shown for what it is. */
  const asRow = async (text: string, decide: () => Promise<RowContent>): Promise<RowContent> => {
    const place = newPlace(text);
    const pending = setTimeout(() => show({ ...place, ...rowContent('unknown', 'pending') }), pendingAfter);
    let content: RowContent;
    try {
      content = await decide();
    } catch (error) {
      parts.onFailure(error);
      content = refusedRow('unknown', reason(failureCode(error)));
    } finally {
      clearTimeout(pending);
    }
    show({ ...place, ...content });
    return content;
  };
  const endSession = async (print: boolean): Promise<void> => {
    const slip = await databases.writer.queueSlip({ patron, entries: session, print });
    session = [];
    if (slip === null) return;
    events.publish({ type: 'slips' });
    if (print) parts.onSlipReady(slip);
  };

  const changeReader = async (reader: string | null): Promise<void> => {
    await databases.writer.rememberPatron(reader);
    patron = reader;
    // With another reader the same copy is another act: returned a moment ago, now lent.
    repeats.forget();
  };

  const decideScan = async (text: string, at: number): Promise<RowContent> => {
    const code = normaliseCode(text);
    if (code.length > maxScanLength)
      return refusedRow('unreadable', reason('LT-1104', { bytes: text.length }));
    if (hasControlCharacters(code)) return refusedRow('unreadable', reason('LT-1105'));
    const repeated = repeats.doneAgain(code, at);
    if (repeated) return { ...repeated, state: 'noted', reasons: [reason('LT-1106')], explanation: null };
    const answer = await databases.writer.scan({ text: code, patron });
    session = [...session, ...answer.entries];
    if (answer.opens && answer.opens.id !== patron) {
      // A reader's slip prints when the next reader comes; returns without a reader print only when asked.
      await endSession(patron !== null);
      await changeReader(answer.opens.id);
    }
    return repeats.remember(code, answer.row, at);
  };

  return {
    scan: (text) => {
      // When it came, not when its turn comes: on a slow disk a scanner that fires twice is still one act.
      const at = performance.now();
      return inOrder(async () => {
        const code = normaliseText(text).trim();
        if (code === '') return;
        const content = await asRow(code, () => decideScan(code, at));
        if (content.state === 'done' || content.state === 'routed') {
          events.publish({ type: 'desk' });
          if (content.act !== 'patron') parts.onFact();
        }
      });
    },
    unreadable: (frame) =>
      inOrder(async () => {
        await asRow('', () =>
          Promise.resolve(refusedRow('unreadable', reason(frame.code, { bytes: frame.bytes }))),
        );
      }),
    renew: (loans) =>
      inOrder(async () => {
        for (const loan of loans) {
          const content = await asRow('', async () => {
            const answer = await databases.writer.renew(loan);
            session = [...session, ...answer.entries];
            return answer.row;
          });
          if (content.state === 'done') parts.onFact();
        }
        events.publish({ type: 'desk' });
      }),
    finish: (print) =>
      inOrder(async () => {
        try {
          await endSession(print);
          await changeReader(null);
        } catch (error) {
          // The reader stays open with everything done so far; staff see why and try again.
          await asRow('', () => Promise.reject(error));
        }
        events.publish({ type: 'desk' });
      }),
    state: async () => {
      await queue;
      const open = patron === null ? null : await databases.reader.patronPanel(patron);
      return { patron: open, rows, today: clock.today() };
    },
  };
}

function recentReader(remembered: { readonly patron: string; readonly at: string } | null): string | null {
  if (remembered === null) return null;
  return Date.now() - Date.parse(remembered.at) < readerRemembered ? remembered.patron : null;
}

/** Longest text a row shows of what was scanned. */
const shownLength = 64;

function showable(text: string): string {
  return normaliseText(text)
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '·')
    .slice(0, shownLength);
}

function failureCode(error: unknown): OutcomeCode {
  return (error instanceof WorkerFailure ? error.code : null) ?? 'LT-5103';
}
