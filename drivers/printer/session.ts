import type { Transport } from '../../contract/devices/config.ts';
import type { Line, OpenLine } from '../transport/line.ts';
import { createStatusReader } from './status-reader.ts';
import { automaticStatusOn, statusFromAnswers, statusQuestion, turnQuestion } from './status.ts';
import type { PrinterStatus, StatusAnswer, StatusQuestion } from './status.ts';
import { within } from './timers.ts';
import type { Timers } from './timers.ts';

/** Milliseconds a printer may take. */
export interface SessionTiming {
  readonly connectMs: number;
  readonly answerMs: number;
  /** For one band of a slip; 4.6 kB take 5 s at 9600 baud. */
  readonly stallMs: number;
}

/** One open line to a printer. Only one `status`, `send` or `turn` at a time. Nothing rejects. */
export interface Session {
  isLost(): boolean;
  /** A job is handed over whole by `endJob`; before it nothing has left this computer. */
  readonly wholeJobs: boolean;
  /**
   * What the printer says now; `silent` when the first question went unanswered, `unseen` on a line that carries no
   * answers.
   */
  status(): Promise<PrinterStatus | 'silent' | 'unseen' | 'lost'>;
  send(bytes: Uint8Array): Promise<'taken' | 'late' | 'lost'>;
  /** Asks the printer to say when it has worked off everything sent so far. */
  askTurn(): void;
  /** Waits up to `ms` for it to say so. */
  turn(ms: number): Promise<'reached' | 'late' | 'lost'>;
  /** Every byte of a job was sent. `refused`: nothing of it will come out. */
  endJob(): Promise<'taken' | 'refused' | 'unknown'>;
  close(): void;
}

export interface SessionOptions {
  readonly transport: Transport;
  readonly openLine: OpenLine;
  readonly timers: Timers;
  readonly timing: SessionTiming;
  readonly onAutomatic: (status: PrinterStatus) => void;
  /** Called once when the line has ended, whoever ended it; not when it never opened. */
  readonly onLost: () => void;
}

/** After this many unanswered tries a question is not asked again in this session: some clones know only one. */
const triesPerQuestion = 2;

/** Opens a line and listens on it; null when that fails or takes too long. */
export async function openSession(options: SessionOptions): Promise<Session | null> {
  const { transport, openLine, timers, timing, onAutomatic, onLost } = options;
  const reader = createStatusReader();
  const unanswered = new Map<StatusQuestion, number>();
  /** Everything that waits for the printer, told when the line ends. */
  const waiting = new Set<() => void>();
  let opened = false;
  let lost = false;
  let reached = false;
  let answered: (answer: StatusAnswer) => void = () => {};
  let turned = (): void => {};
  let tells = false;

  const lose = (): void => {
    if (lost) return;
    lost = true;
    for (const giveUp of waiting) giveUp();
    waiting.clear();
    if (opened) onLost();
  };
  const line = await openInTime(
    timers,
    timing.connectMs,
    openLine(transport, {
      onData(bytes) {
        for (const event of reader.push(bytes)) {
          if (event.kind === 'answer') answered(event.answer);
          else if (event.kind === 'turn') turned();
          else if (!lost) onAutomatic(event.status);
        }
      },
      onClose: lose,
    }),
  );
  if (line === null) return null;
  if (lost) {
    line.close();
    return null;
  }
  opened = true;

  const close = (): void => {
    line.close();
    lose();
  };

  /** What `start` reports, or the reason why nothing came. */
  const wait = <T>(ms: number, start: (done: (value: T) => void) => void): Promise<T | 'late' | 'lost'> =>
    new Promise((resolve) => {
      if (lost) {
        resolve('lost');
        return;
      }
      const done = (value: T | 'late' | 'lost'): void => {
        cancel();
        waiting.delete(giveUp);
        resolve(value);
      };
      const giveUp = (): void => {
        done('lost');
      };
      const cancel = timers.after(ms, () => {
        done('late');
      });
      waiting.add(giveUp);
      start(done);
    });

  /** A line that cannot be written is over, whether or not it has noticed. */
  const write = (bytes: Uint8Array, taken: () => void): void => {
    line.write(bytes).then(taken, close);
  };

  const ask = async (question: StatusQuestion): Promise<StatusAnswer | 'late' | 'lost'> => {
    const answer = await wait<StatusAnswer>(timing.answerMs, (done) => {
      answered = done;
      reader.ask(question);
      write(statusQuestion(question), () => {});
    });
    reader.giveUp();
    return answer;
  };

  return {
    isLost: () => lost,
    wholeJobs: line.oneWay?.wholeJobs ?? false,
    async status() {
      if (lost) return 'lost';
      if (line.oneWay) {
        if (await line.oneWay.isThere()) return 'unseen';
        close();
        return 'lost';
      }
      const answers: StatusAnswer[] = [];
      for (const question of [1, 2, 3, 4] as const) {
        const misses = unanswered.get(question) ?? 0;
        if (question !== 1 && misses >= triesPerQuestion) continue;
        const answer = await ask(question);
        if (answer === 'lost') return 'lost';
        if (answer === 'late' && question === 1) return 'silent';
        unanswered.set(question, answer === 'late' ? misses + 1 : 0);
        if (answer !== 'late') answers.push(answer);
      }
      if (!tells) write(automaticStatusOn, () => {});
      tells = true;
      return statusFromAnswers(answers);
    },
    send: (bytes) =>
      wait<'taken'>(timing.stallMs, (done) => {
        write(bytes, () => {
          done('taken');
        });
      }),
    turn: (ms) =>
      wait<'reached'>(ms, (done) => {
        turned = () => {
          reached = true;
          done('reached');
        };
        if (reached) turned();
      }),
    askTurn() {
      reached = false;
      turned = () => {
        reached = true;
      };
      reader.askTurn();
      write(turnQuestion, () => {});
    },
    endJob: () => line.oneWay?.endJob() ?? Promise.resolve('taken'),
    close,
  };
}

/** A line that opens after it was given up is closed again. */
async function openInTime(timers: Timers, ms: number, opening: Promise<Line>): Promise<Line | null> {
  const opened = opening.then(
    (line) => line,
    () => null,
  );
  const line = await within(timers, ms, opened, 'late' as const);
  if (line !== 'late') return line;
  void opened.then((late) => late?.close());
  return null;
}
