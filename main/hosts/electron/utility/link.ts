import type { MessagePortMain, ParentPort } from 'electron';
import type { Channel } from '../../../../contract/devices/channel.ts';
import type { Reason } from '../../../../domain/outcome.ts';
import type { CoreSettings, FromCore, Helper, ToCore } from '../core-messages.ts';
import type { Keystore } from '../../../sync/key-file.ts';
import { pendingChannel } from './port-channel.ts';
import type { PendingChannel } from './port-channel.ts';

/** Asks the shell for a helper process, with the arguments it is started with; the channel works at once. */
export type Launch = <Incoming, Outgoing>(
  helper: Helper,
  args: readonly string[],
) => Channel<Incoming, Outgoing>;

/** A running core, as the shell needs it. */
export interface ServedCore {
  servePage(port: MessagePortMain, role: 'staff'): void;
  /** How many facts wait to be sent. `hurry`: they should be sent now. */
  unsent(hurry: boolean): Promise<number>;
  stop(): Promise<void>;
}

export type CoreStart = (
  settings: CoreSettings,
  launch: Launch,
  keystore: Keystore,
) => Promise<ServedCore | { refused: Reason }>;

/**
 * The core's side of the line to the shell. Pages that come before the core is ready wait; a page that comes a
 * second time replaces its first line. `exit` ends this process.
 */
export function serveShell(parent: ParentPort, start: CoreStart, exit: (code: number) => void): void {
  const launches = new Map<number, PendingChannel<unknown, unknown>>();
  const pages = new Map<number, MessagePortMain>();
  const waiting: (() => void)[] = [];
  let core: ServedCore | null = null;
  let lastLaunch = 0;
  const calls = new Map<number, (text: string | null) => void>();
  let lastCall = 0;

  const say = (message: FromCore): void => parent.postMessage(message);

  const launch: Launch = <Incoming, Outgoing>(helper: Helper, args: readonly string[]) => {
    const number = ++lastLaunch;
    const pending = pendingChannel<Incoming, Outgoing>(() => {
      if (launches.delete(number)) say({ type: 'dismiss', launch: number });
    });
    launches.set(number, pending);
    say({ type: 'launch', launch: number, helper, args });
    return pending.channel;
  };

  const ask = (verb: 'encrypt' | 'decrypt', text: string): Promise<string | null> =>
    new Promise((resolve) => {
      const call = ++lastCall;
      calls.set(call, resolve);
      say({ type: 'keystore', call, verb, text });
    });
  const keystore: Keystore = {
    encrypt: (text) => ask('encrypt', text),
    decrypt: (encrypted) => ask('decrypt', encrypted),
  };

  const begin = async (settings: CoreSettings): Promise<void> => {
    const started = await start(settings, launch, keystore);
    if ('refused' in started) {
      say({ type: 'refused', reason: started.refused });
      return;
    }
    core = started;
    for (const serve of waiting.splice(0)) serve();
    say({ type: 'ready' });
  };

  const attach = (contents: number, role: 'staff', port: MessagePortMain): void => {
    pages.get(contents)?.close();
    pages.set(contents, port);
    port.on('close', () => {
      if (pages.get(contents) === port) pages.delete(contents);
    });
    const serve = (): void => {
      if (pages.get(contents) === port) core?.servePage(port, role);
    };
    if (core === null) waiting.push(serve);
    else serve();
  };

  /** A core that is not up yet has nothing that it could send. */
  const count = (hurry: boolean): Promise<number | null> =>
    core === null ? Promise.resolve(0) : core.unsent(hurry).catch(() => null);

  const crash = (error: unknown): void => {
    process.stderr.write(
      `core: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    exit(1);
  };

  const receive = (message: ToCore, port: MessagePortMain | undefined): void => {
    switch (message.type) {
      case 'start':
        begin(message.settings).catch(crash);
        break;
      case 'page':
        if (port !== undefined) attach(message.contents, message.role, port);
        break;
      case 'launched':
        if (port === undefined) break;
        if (launches.has(message.launch)) launches.get(message.launch)?.connect(port);
        else port.close();
        break;
      case 'ended': {
        const ended = launches.get(message.launch);
        launches.delete(message.launch);
        ended?.end();
        break;
      }
      case 'keystore':
        calls.get(message.call)?.(message.text);
        calls.delete(message.call);
        break;
      case 'unsent':
        void count(message.hurry).then((waiting) =>
          say({ type: 'unsent', call: message.call, count: waiting }),
        );
        break;
      case 'stop':
        Promise.resolve(core?.stop()).then(() => exit(0), crash);
        break;
    }
  };
  // Both ends ship together: the messages are typed, not checked.
  parent.on('message', ({ data, ports }: { data: ToCore; ports: MessagePortMain[] }) =>
    receive(data, ports[0]),
  );
}
