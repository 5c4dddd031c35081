import type { OutcomeCode } from '../../domain/outcome.ts';
import type { Session } from './session.ts';
import { automaticStatusOn } from './status.ts';
import type { PrinterStatus } from './status.ts';
import type { Timers } from './timers.ts';

/** `begun`: bytes of the slip were sent, so some of it may be on paper, or may come out when the printer goes on. */
export type PrintResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: OutcomeCode; readonly begun: boolean };

/** Milliseconds. */
export interface JobTiming {
  /** Between two questions while a slip is being sent or printed. */
  readonly watchMs: number;
  /** Printing time allowed for one row of dots: 1/8 mm at 50 mm/s, the slowest printers sold. */
  readonly rowMs: number;
  /** Added to that for the motor, the cutter and the network. */
  readonly graceMs: number;
  /** Allowed instead of the grace to a printer known to report its turn: it may be held up, but it will tell. */
  readonly patienceMs: number;
}

/** What was learnt about a printer; kept over reconnections. */
export interface PrinterTraits {
  /** It has answered a status question before, so its silence means trouble. */
  talks: boolean;
  /** It answers the question that waits its turn. */
  takesTurns: 'unknown' | 'yes' | 'no';
  /** Its buffer may hold a piece of a slip. `unknown` after a start: an earlier process may have been killed. */
  torn: 'unknown' | 'yes' | 'no';
}

export interface Job {
  readonly commands: readonly Uint8Array[];
  readonly rows: number;
  /** Sent first where a slip was torn, or may have been. */
  readonly resync: { readonly yes: Uint8Array; readonly unknown: Uint8Array };
}

export interface JobPort {
  readonly session: Session;
  readonly traits: PrinterTraits;
  readonly timers: Timers;
  readonly timing: JobTiming;
  /** Every status heard on the way. */
  readonly heard: (status: PrinterStatus) => void;
  /** What the last status heard complained of. A printer with a full buffer cannot be asked, but it can tell. */
  readonly complaint: () => OutcomeCode | null;
}

/** What a printer that still prints should be helped with soon, or null. */
export function warningOf(status: PrinterStatus): OutcomeCode | null {
  return status.paper === 'near-end' ? 'LT-2207' : null;
}

/** Why a printer cannot print now, or null. An open cover hides the paper sensor, so it is named first. */
export function problemOf(status: PrinterStatus): OutcomeCode | null {
  if (status.cover === 'open') return 'LT-2203';
  if (status.paper === 'out') return 'LT-2202';
  if (status.error || !status.online) return 'LT-2204';
  return null;
}

/**
 * Prints one slip: asks, sends, and asks again until the printer has printed it. A printer that has never
 * answered anything is asked once more before (it may just have been switched on), and then believed when it
 * takes all bytes.
 */
export async function runJob(job: Job, port: JobPort): Promise<PrintResult> {
  const before = await check(port);
  if (before !== null)
    return { ok: false, code: before === 'silent' ? unreachable(port) : before, begun: false };
  const code = await send(job, port);
  if (code !== null) return { ok: false, code, begun: !port.session.wholeJobs };
  const handed = await port.session.endJob();
  if (handed !== 'taken') {
    if (handed === 'unknown') port.session.close();
    return { ok: false, code: 'LT-2210', begun: handed === 'unknown' };
  }
  const missing = port.traits.talks ? await confirm(job, port) : null;
  // The system took all bytes, but those on the way are lost with the line.
  if (missing === null || !port.session.isLost()) port.traits.torn = 'no';
  return missing === null ? { ok: true } : { ok: false, code: missing, begun: true };
}

/** Why it cannot print, null when nothing speaks against it, or `silent` when it should have answered. */
async function check(port: JobPort): Promise<OutcomeCode | 'silent' | null> {
  const mustAnswer = port.traits.talks;
  const status = await port.session.status();
  if (status === 'lost') return 'LT-2201';
  if (status === 'unseen') return null;
  if (status === 'silent') return mustAnswer ? (port.complaint() ?? 'silent') : null;
  port.heard(status);
  return problemOf(status);
}

/** A line that leads nowhere is dropped and looked for again, unless the printer said why it does not listen. */
function unreachable({ session, complaint }: JobPort): OutcomeCode {
  const code = complaint();
  if (code === null) session.close();
  return code ?? 'LT-2201';
}

async function send(job: Job, port: JobPort): Promise<OutcomeCode | null> {
  const { session, traits, timers, timing } = port;
  const resync = traits.torn === 'no' || session.wholeJobs ? [] : [job.resync[traits.torn]];
  // After the first command, which initialises: some printers forget it then.
  const [first, ...rest] = job.commands;
  const tell = traits.talks ? [automaticStatusOn] : [];
  traits.torn = session.wholeJobs ? 'no' : 'yes';
  let watched = timers.now();
  let busy = !traits.talks;
  for (const command of [...resync, ...(first ? [first] : []), ...tell, ...rest]) {
    if ((await session.send(command)) !== 'taken') return unreachable(port);
    if (busy || timers.now() - watched < timing.watchMs) continue;
    const code = await check(port);
    // Some clones answer only when their buffer is empty: then the answers wait for the end.
    if (code === 'silent') busy = true;
    else if (code !== null) return code;
    watched = timers.now();
  }
  return null;
}

async function confirm(job: Job, port: JobPort): Promise<OutcomeCode | null> {
  const { session, traits, timers, timing } = port;
  const start = timers.now();
  const printing = job.rows * timing.rowMs;
  const patience = traits.takesTurns === 'yes' ? timing.patienceMs : timing.graceMs;
  if (traits.takesTurns !== 'no') session.askTurn();
  for (;;) {
    const turn = await session.turn(timing.watchMs);
    const code = await check(port);
    const waited = timers.now() - start;
    if (code === 'silent') {
      if (waited > printing + timing.graceMs) return unreachable(port);
    } else if (code !== null) {
      return code;
    } else if (turn === 'reached') {
      traits.takesTurns = 'yes';
      return null;
    } else if (waited > printing + patience) {
      if (traits.takesTurns === 'yes') return unreachable(port);
      // It was well the whole time that printing takes: it does not know the question.
      traits.takesTurns = 'no';
      return null;
    }
  }
}
