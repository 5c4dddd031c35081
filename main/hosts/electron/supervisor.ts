import type { MessageChannelMain, MessagePortMain, UtilityProcess } from 'electron';
import type { Reason } from '../../../domain/outcome.ts';
import type { CoreSettings, FromCore, Helper, ToCore } from './core-messages.ts';
import type { Keystore } from '../../sync/key-file.ts';
import { restartDelay, wasSteady } from './restart-delay.ts';

const HELPER_PATIENCE_MS = 3_000;
/** A person who closes the window waits at most so long for a core that does not answer. */
const UNSENT_PATIENCE_MS = 2_000;

export interface SupervisorOptions {
  readonly settings: CoreSettings;
  fork(entry: 'core' | Helper, args: readonly string[]): UtilityProcess;
  channel(): MessageChannelMain;
  readonly keystore: Keystore;
  /** A core runs, the first time and after each restart: pages can be given a line to it. */
  onCore(): void;
  /** The core says that it cannot run here. It is not started again. */
  onRefused(reason: Reason): void;
  /** One line for the log about something that ended by itself. */
  log(line: string): void;
}

export interface Supervisor {
  /** Gives a page's end of a line to the core that runs now. Closed at once when none does. */
  attachPage(contents: number, port: MessagePortMain): void;
  /** How many facts wait to be sent; null when no core runs or it does not answer. `hurry` has them sent now. */
  readonly unsent: (hurry: boolean) => Promise<number | null>;
  /** Ends core and helpers; resolves when the core is gone, killed after `patienceMs` if need be. */
  stop(patienceMs: number): Promise<void>;
}

/** Keeps one core running, with the helpers it asks for, until `stop`. */
export function superviseCore(options: SupervisorOptions): Supervisor {
  let core: UtilityProcess | null = null;
  let failures = 0;
  let restart: NodeJS.Timeout | null = null;
  let stopping = false;
  let onGone = (): void => undefined;
  const questions = new Map<number, (count: number | null) => void>();
  let lastQuestion = 0;

  const start = (): void => {
    const startedAt = performance.now();
    const child = options.fork('core', []);
    const helpers = helperLaunches(options, (message, port) => tell(child, message, port));
    core = child;
    child.on('message', (message: FromCore) => {
      if (message.type === 'launch') helpers.launch(message);
      else if (message.type === 'dismiss') helpers.dismiss(message.launch);
      else if (message.type === 'unsent') questions.get(message.call)?.(message.count);
      else if (message.type === 'keystore') {
        void answerKeystore(options, message).then((answer) => core === child && tell(child, answer));
      } else if (message.type === 'refused') {
        stopping = true;
        options.onRefused(message.reason);
      }
    });
    child.on('exit', (code) => {
      core = null;
      helpers.dismissAll();
      onGone();
      if (stopping) return;
      failures = wasSteady(performance.now() - startedAt) ? 1 : failures + 1;
      options.log(`core ended with code ${code}; starting it again`);
      restart = setTimeout(start, restartDelay(failures));
    });
    tell(child, { type: 'start', settings: options.settings });
    options.onCore();
  };

  start();
  return {
    attachPage(contents, port) {
      if (core === null) port.close();
      else tell(core, { type: 'page', contents, role: 'staff' }, port);
    },
    unsent(hurry) {
      const child = core;
      if (child === null) return Promise.resolve(null);
      const call = ++lastQuestion;
      return new Promise<number | null>((resolve) => {
        const patience = setTimeout(() => resolve(null), UNSENT_PATIENCE_MS);
        questions.set(call, (count) => {
          clearTimeout(patience);
          resolve(count);
        });
        tell(child, { type: 'unsent', call, hurry });
      }).finally(() => questions.delete(call));
    },
    stop(patienceMs) {
      stopping = true;
      if (restart !== null) clearTimeout(restart);
      const child = core;
      if (child === null) return Promise.resolve();
      return new Promise((resolve) => {
        const patience = setTimeout(() => child.kill(), patienceMs);
        onGone = () => {
          clearTimeout(patience);
          resolve();
        };
        tell(child, { type: 'stop' });
      });
    },
  };
}

/** What the keystore makes of a text: null when it cannot. */
async function answerKeystore(
  { keystore, log }: SupervisorOptions,
  { call, verb, text }: FromCore & { type: 'keystore' },
): Promise<ToCore> {
  const made = await keystore[verb](text).catch((error: unknown) => {
    log(`keystore: ${String(error)}`);
    return null;
  });
  return { type: 'keystore', call, text: made };
}

/** The helpers of one run of the core. They end with it: a helper without a core has nobody to talk to. */
function helperLaunches(options: SupervisorOptions, tellCore: (m: ToCore, port?: MessagePortMain) => void) {
  const running = new Map<number, UtilityProcess>();
  return {
    launch({ launch, helper, args }: FromCore & { type: 'launch' }): void {
      const child = options.fork(helper, args);
      const { port1, port2 } = options.channel();
      running.set(launch, child);
      child.on('exit', (code) => {
        if (!running.delete(launch)) return;
        options.log(`${helper} ended with code ${code}`);
        tellCore({ type: 'ended', launch });
      });
      child.postMessage({ type: 'connect' }, [port1]);
      tellCore({ type: 'launched', launch }, port2);
    },
    /** Its line to the core is closed, so it ends by itself, after the slip it is printing; or is ended. */
    dismiss(launch: number): void {
      const child = running.get(launch);
      if (child === undefined) return;
      running.delete(launch);
      const patience = setTimeout(() => child.kill(), HELPER_PATIENCE_MS);
      child.on('exit', () => clearTimeout(patience));
    },
    dismissAll(): void {
      const orphans = [...running.values()];
      running.clear();
      for (const child of orphans) child.kill();
    },
  };
}

function tell(child: UtilityProcess, message: ToCore, port?: MessagePortMain): void {
  child.postMessage(message, port === undefined ? [] : [port]);
}
