import type { DeviceConfig } from '../../contract/devices/config.ts';
import type { DeviceHealth, DeviceState } from '../../contract/devices/drivers.ts';
import type { SlipDocument } from '../../contract/devices/slip.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import { backOffMs } from '../transport/back-off.ts';
import type { OpenLine } from '../transport/line.ts';
import { drawerPulse, resyncCommands } from './codec.ts';
import { problemOf, runJob, warningOf } from './job.ts';
import type { Job, JobTiming, PrinterTraits, PrintResult } from './job.ts';
import type * as Prepare from './prepare.ts';
import { openSession } from './session.ts';
import type { Session, SessionTiming } from './session.ts';
import type { PrinterStatus } from './status.ts';
import { systemTimers } from './timers.ts';
import type { Timers } from './timers.ts';

export type PrinterConfig = Extract<DeviceConfig, { kind: 'printer' }>;

/** Milliseconds. */
export interface PrinterTiming extends SessionTiming, JobTiming {
  /** Between two looks at a printer that is well: an unplugged one is noticed before a slip needs it. */
  readonly idlePollMs: number;
  /** Between two looks at a printer that waits for paper or for its cover. */
  readonly troublePollMs: number;
}

const defaultTiming: PrinterTiming = {
  connectMs: 5_000,
  answerMs: 1_000,
  stallMs: 10_000,
  watchMs: 300,
  rowMs: 2.5,
  graceMs: 3_000,
  patienceMs: 60_000,
  idlePollMs: 10_000,
  troublePollMs: 1_000,
};

export interface PrinterDeviceOptions {
  readonly config: PrinterConfig;
  readonly openLine: OpenLine;
  /** Called when health or problem changes, beginning with `connecting`. `ready` is the time to try again. */
  readonly onState: (state: DeviceState) => void;
  /** Why a slip could not be drawn (LT-2206), for the log. */
  readonly onFault?: (error: unknown) => void;
  readonly timers?: Timers;
  readonly timing?: Partial<PrinterTiming>;
  /** In [0, 1). */
  readonly random?: () => number;
}

export interface PrinterDevice {
  /**
   * Prints one slip after those before it. The same job asked for again while it waits is the same job. Never
   * rejects, and always ends: every step has a time limit.
   */
  print(job: string, document: SlipDocument): Promise<PrintResult>;
  /** Prints the code pages that a person may choose from, as a slip is printed. */
  selfTest(job: string): Promise<PrintResult>;
  /** Pulses the cash drawer on a pin of the printer's connector, after the slips before it. */
  openDrawer(pin: 2 | 5): Promise<PrintResult>;
  /** Jobs still waiting fail with LT-2201; nothing is reported afterwards. */
  close(): void;
}

type MakeJob = (prepare: typeof Prepare) => Promise<Job | null>;

const unreached = { ok: false, code: 'LT-2201', begun: false } as const;

/**
 * A printer on its line. It is `ready` once it answered a status question, or once it took too long to answer the
 * first one ever (clones that never answer are believed); `degraded` with LT-2202 to LT-2204 while it says that it
 * cannot print, and with LT-2207 while its paper is near its end and it prints; `lost` (LT-2201) while it is looked
 * for with back-off. On a line that carries no answers it is `ready` and says with LT-2208 that this is all it knows.
 */
export function createPrinterDevice(options: PrinterDeviceOptions): PrinterDevice {
  const { config, openLine, onState, timers = systemTimers, random = Math.random } = options;
  const { onFault = (error) => process.emitWarning(String(error)) } = options;
  const timing = { ...defaultTiming, ...options.timing };
  const traits: PrinterTraits = { talks: false, takesTurns: 'unknown', torn: 'unknown' };
  const jobs = new Map<string, Promise<PrintResult>>();
  const firstLook = Promise.withResolvers<void>();
  let state: Pick<DeviceState, 'health' | 'problem'> | null = null;
  let session: Session | null = null;
  let complaint: OutcomeCode | null = null;
  let closed = false;
  let attempt = 0;
  let busy: Promise<unknown> = Promise.resolve();
  let cancelTimer = (): void => {};

  const enter = (health: DeviceHealth, problem: OutcomeCode | null): void => {
    if (closed || (state?.health === health && state.problem === problem)) return;
    state = { health, problem };
    onState({ id: config.id, kind: config.kind, name: config.name, health, problem });
  };

  const hear = (status: PrinterStatus): void => {
    traits.talks = true;
    attempt = 0;
    complaint = problemOf(status);
    const told = complaint ?? warningOf(status);
    enter(told === null ? 'ready' : 'degraded', told);
  };

  /** One at a time on the line: a question inside a picture would be printed. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const result = busy.then(work);
    busy = result;
    return result;
  };

  const after = (ms: number, run: () => void): void => {
    cancelTimer();
    if (!closed) cancelTimer = timers.after(ms, run);
  };

  const look = async (current: Session): Promise<void> => {
    if (session !== current) return;
    const status = await current.status();
    if (status === 'lost') return;
    if (status === 'unseen') {
      attempt = 0;
      enter('ready', 'LT-2208');
    } else if (status !== 'silent') {
      hear(status);
    } else if (!traits.talks) {
      attempt = 0;
      enter('ready', null);
    } else if (complaint === null) {
      current.close();
      return;
    }
    lookLater(current);
  };

  const lookLater = (current: Session): void => {
    const wait = complaint === null ? timing.idlePollMs : timing.troublePollMs;
    after(wait, () => void alone(() => look(current)));
  };

  const lose = (): void => {
    session = null;
    complaint = null;
    firstLook.resolve();
    enter('lost', 'LT-2201');
    after(backOffMs(attempt, random()), () => void connect());
    attempt += 1;
  };

  const connect = async (): Promise<void> => {
    const { transport } = config;
    const opened = await openSession({
      transport,
      openLine,
      timers,
      timing,
      onAutomatic: hear,
      onLost: lose,
    });
    if (opened === null) {
      lose();
      return;
    }
    // It may have broken on the way here; then the search has begun again already.
    if (opened.isLost()) return;
    if (closed) {
      opened.close();
      return;
    }
    session = opened;
    await alone(() => look(opened));
    firstLook.resolve();
  };

  const prepare = async (make: MakeJob): Promise<Job | null> => {
    try {
      return await make(await import('./prepare.ts'));
    } catch (error) {
      onFault(error);
      return null;
    }
  };

  const printNow = async (make: MakeJob): Promise<PrintResult> => {
    if (session === null || closed) return unreached;
    const job = await prepare(make);
    if (job === null) return { ok: false, code: 'LT-2206', begun: false };
    const current: Session | null = session;
    if (current === null) return unreached;
    cancelTimer();
    const port = { session: current, traits, timers, timing, heard: hear, complaint: () => complaint };
    const result = await runJob(job, port);
    if (session === current) lookLater(current);
    return result;
  };

  const queue = (job: string, make: MakeJob): Promise<PrintResult> => {
    const known = jobs.get(job);
    if (known !== undefined) return known;
    const result = firstLook.promise.then(() => alone(() => printNow(make)));
    jobs.set(job, result);
    void result.then(() => jobs.delete(job));
    return result;
  };

  /** A printer without paper still opens a drawer: only the line is asked. */
  const pulse = async (pin: 2 | 5): Promise<PrintResult> => {
    const current: Session | null = session;
    if (current === null || closed) return unreached;
    // Inside a picture that was cut short the pulse would be printed as dots.
    const torn = traits.torn !== 'no' && !current.wholeJobs ? [resyncCommands(config.dots).unknown] : [];
    for (const bytes of [...torn, drawerPulse(pin)]) {
      if ((await current.send(bytes)) !== 'taken') return unreached;
    }
    const handed = await current.endJob();
    return handed === 'taken' ? { ok: true } : { ok: false, code: 'LT-2210', begun: handed === 'unknown' };
  };

  enter('connecting', null);
  void connect();

  return {
    print: (job, document) => queue(job, ({ prepareJob }) => prepareJob(document, config)),
    selfTest: (job) => queue(job, ({ prepareSelfTest }) => prepareSelfTest(config)),
    openDrawer: (pin) => firstLook.promise.then(() => alone(() => pulse(pin))),
    close() {
      closed = true;
      cancelTimer();
      session?.close();
      firstLook.resolve();
    },
  };
}
