import { commandPrefix, commandWords } from '../../../domain/identifiers/commands.ts';
import type { CommandId } from '../../../domain/identifiers/commands.ts';
import { maxScanLength, normaliseCode } from '../../../domain/identifiers/scan.ts';
import type { OutcomeCode } from '../../../domain/outcome.ts';
import { reason } from '../../../domain/outcome.ts';
import { normaliseText } from '../../../domain/text/fold.ts';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import { rowsKept } from '../../../contract/workstation/desk.ts';
import { WorkerFailure } from '../../workers/call.ts';
import type { ScanAnswer } from './act.ts';
import { askedQuestions } from './asked-questions.ts';
import type { Desk } from './desk-door.ts';
import type { DeskParts } from './desk-parts.ts';
import { heldLine } from './held-line.ts';
import { deskRows } from './desk-rows.ts';
import { repeatMemory } from './repeat-memory.ts';
import type { ActAnswer, RowContent } from './row-content.ts';
import { refusedRow } from './row-content.ts';

/**
 * A reader who was at the desk this short a time (ms) before the program ended is there still. Forgetting the
 * reader would turn the rest of a pile from loans into returns.
 */
const readerRemembered = 15 * 60_000;

/** Opens the desk as it was left: the last rows, the reader if that was a moment ago, and what was switched on. */
export async function openDesk(parts: DeskParts): Promise<Desk> {
  const { databases, events, clock } = parts;
  const { writer } = databases;
  const rows = deskRows(
    await writer.recentRows(),
    rowsKept,
    (row) => events.publish({ type: 'row', row }),
    clock,
  );
  let patron = recentReader(await writer.rememberedPatron());
  let mode = await writer.deskMode();
  /** Journal entries of the session: what its slip will show. */
  let session: readonly number[] = [];
  let queue: Promise<void> = Promise.resolve();
  const repeats = repeatMemory();
  const line = heldLine();
  const asked = askedQuestions();

  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = settled(result);
    return result;
  };
  const told = (work: Promise<void>): Promise<void> => work.catch(parts.onFailure);
  const failed = (error: unknown): RowContent => {
    parts.onFailure(error);
    return refusedRow('unknown', reason(failureCode(error)));
  };
  /** What every act does to the desk, besides its row. */
  const took = (row: string, answer: ActAnswer): RowContent => {
    session = [...session, ...answer.entries];
    for (const slip of answer.slips) parts.onSlipReady(slip);
    if (answer.slips.length > 0) events.publish({ type: 'slips' });
    if (answer.entries.length > 0 || answer.tags.length > 0) parts.onFact();
    const [tag] = answer.tags;
    if (tag === undefined) return answer.row;
    // Tags follow the record, whatever becomes of them: the row tells how far they are.
    void told(parts.tags.write(answer.tags, (security) => rows.setSecurity(row, security)));
    return { ...answer.row, security: { wanted: tag.wanted, state: 'writing', problem: null } };
  };
  const shown = (row: DeskRow): DeskRow => {
    if (row.holdsLine) line.hold(row.id);
    events.publish({ type: 'desk' });
    if (row.act === 'money') events.publish({ type: 'money' });
    if (row.act === 'settings') events.publish({ type: 'settings' });
    if (row.act === 'exception' || row.act === 'undo') events.publish({ type: 'exceptions' });
    return row;
  };
  const endSession = async (print: boolean): Promise<void> => {
    const slip = await writer.queueSlip({ patron, entries: session, print });
    session = [];
    if (slip === null) return;
    events.publish({ type: 'slips' });
    if (print) parts.onSlipReady(slip);
  };
  const changeReader = async (reader: string | null): Promise<void> => {
    await writer.rememberPatron(reader);
    patron = reader;
    // With another reader the same copy is another act: returned a moment ago, now lent.
    repeats.forget();
    for (const row of asked.forgetAll()) rows.close(row);
  };
  const finish = async (print: boolean): Promise<void> => {
    await endSession(print);
    await changeReader(null);
    events.publish({ type: 'desk' });
  };

  const decideScan = async (text: string, at: number, row: string): Promise<RowContent> => {
    const code = normaliseCode(text);
    if (code.length > maxScanLength)
      return refusedRow('unreadable', reason('LT-1104', { bytes: text.length }));
    const repeated = repeats.doneAgain(code, at);
    if (repeated) return repeated;
    if (patron === null && parts.tags.isThere(code) && (await writer.isCopy(text)))
      await parts.tags.secureFirst(code);
    const answer: ScanAnswer = await writer.scan({ text, patron, mode });
    const content = took(row, answer);
    if (answer.asks) asked.ask(row, answer.asks);
    if (answer.paper) asked.keepPaper(row, text);
    if (answer.opens && answer.opens.id !== patron) {
      // A reader's slip prints when the next reader comes; returns without a reader print only when asked.
      await endSession(patron !== null);
      await changeReader(answer.opens.id);
    }
    return repeats.remember(code, content, at);
  };

  /** A printed command. None of them answers a question: a scanner never says yes. */
  const runCommand = async (command: CommandId): Promise<void> => {
    switch (command) {
      case 'finish':
      case 'return-mode':
        return finish(true);
      case 'undo':
        return undo(null);
      case 'renew-all':
        return renewAll();
      case 'reprint':
        return parts.onReprint();
      case 'acknowledge':
        return line.release(null);
    }
  };
  const undo = async (act: string | null): Promise<void> => {
    const place = rows.place('');
    const content = await writer.undo(act).then((answer) => took(place.id, answer), failed);
    if (content.state === 'done' && act !== null) {
      const undone = rows.ofAct(act);
      if (undone) line.release(undone.id);
    }
    shown(rows.show(place, content));
    if (content.state !== 'done') return;
    rows.forgetUndo(act);
    // What was undone a moment ago can be done again at once.
    repeats.forget();
  };
  const renewEach = async (loans: readonly string[]): Promise<void> => {
    for (const loan of loans) {
      const place = rows.place('');
      const command = { do: 'renew', loan, seen: false, due: null, confirmed: [] } as const;
      const content = await writer.act(command).then((answer) => took(place.id, answer), failed);
      const row = shown(rows.show(place, content));
      if (row.question) asked.ask(row.id, command);
    }
  };
  const renewAll = async (): Promise<void> => {
    if (patron === null) return;
    const panel = await databases.reader.patronPanel(patron);
    await renewEach(panel?.loans.map(({ loan }) => loan.id) ?? []);
  };

  const tell = (content: () => Promise<RowContent>): Promise<void> =>
    told(
      inOrder(async () => {
        rows.show(rows.place(''), await content());
      }),
    );

  return {
    scan: (text) => {
      // When it came, not when its turn comes: on a slow disk a scanner that fires twice is still one act.
      const at = performance.now();
      const code = normaliseText(text).trim();
      if (code === '') return Promise.resolve();
      const command = commandOf(code);
      if (command === 'acknowledge') {
        line.release(null);
        return Promise.resolve();
      }
      const place = rows.waiting(code);
      return told(
        inOrder(async () => {
          await line.free();
          if (command) {
            rows.drop(place);
            return runCommand(command);
          }
          const content = await decideScan(code, at, place.id).catch(failed);
          shown(rows.show(place, content));
        }),
      );
    },
    unreadable: ({ code, bytes }) =>
      tell(() => Promise.resolve(refusedRow('unreadable', reason(code, { bytes })))),
    tell,
    renew: (loans) => told(inOrder(() => renewEach(loans))),
    act: (command) =>
      inOrder(async () => {
        const place = rows.place('');
        const content = await writer.act(command).then((answer) => took(place.id, answer), failed);
        const row = shown(rows.show(place, content));
        if (row.question) asked.ask(row.id, command);
        return row;
      }),
    register: (form) =>
      inOrder(async () => {
        const { answer, act } = await writer.register(form);
        // The row that asked whose paper it is becomes the row that answers.
        const asking = answer.ok ? asked.usedPaper(form.citizenId) : null;
        const place = (asking === null ? null : rows.get(asking)) ?? rows.place('');
        if (act) shown(rows.show(place, took(place.id, act)));
        if (answer.ok) {
          await endSession(patron !== null);
          await changeReader(answer.patron.id);
          events.publish({ type: 'desk' });
        }
        return answer;
      }),
    amendContact: (amendment) =>
      inOrder(async () => {
        const { answer, act } = await writer.amendContact(amendment);
        const place = rows.place('');
        if (act) shown(rows.show(place, took(place.id, act)));
        return answer;
      }),
    answer: (id, answer) =>
      told(
        inOrder(async () => {
          const place = rows.get(id);
          if (!place) return;
          const command = asked.answered(id, answer);
          const content = command
            ? await writer.act(command).then((given) => took(id, given), failed)
            : refusedRow(place.act, reason('LT-1114'));
          const row = shown(rows.show(place, content));
          if (row.question && command) asked.ask(id, command);
        }),
      ),
    decline: (id) =>
      told(
        inOrder(async () => {
          asked.forget(id);
          rows.close(id);
        }),
      ),
    acknowledge: (row) => {
      line.release(row);
      rows.acknowledge(row);
    },
    undo: (act) => told(inOrder(() => undo(act))),
    setMode: (next) =>
      told(
        inOrder(async () => {
          await writer.setDeskMode(next);
          mode = next;
          events.publish({ type: 'desk' });
        }),
      ),
    paper: (row) => asked.paper(row),
    finish: (print) => {
      // Whoever ends the session has put the last book away.
      line.release(null);
      return told(
        inOrder(async () => {
          try {
            await finish(print);
          } catch (error) {
            // The reader stays open with everything done so far; staff see why and try again.
            rows.show(rows.place(''), failed(error));
          }
        }),
      );
    },
    state: async () => {
      if (line.holder() === null) await queue;
      const open = patron === null ? null : await databases.reader.patronPanel(patron);
      return { patron: open, rows: rows.all(), mode, today: clock.today() };
    },
    mode: () => ({ mode, today: clock.today() }),
  };
}

function commandOf(code: string): CommandId | null {
  const upper = normaliseCode(code);
  return upper.startsWith(commandPrefix) ? (commandWords[upper.slice(commandPrefix.length)] ?? null) : null;
}

function recentReader(remembered: { readonly patron: string; readonly at: string } | null): string | null {
  if (remembered === null) return null;
  return Date.now() - Date.parse(remembered.at) < readerRemembered ? remembered.patron : null;
}

function failureCode(error: unknown): OutcomeCode {
  return (error instanceof WorkerFailure ? error.code : null) ?? 'LT-5103';
}

/** The next in line goes on whatever became of this one; who asked for it is told. */
async function settled(work: Promise<unknown>): Promise<void> {
  await Promise.allSettled([work]);
}
