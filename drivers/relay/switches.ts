import { notSwitched, type Relay, type RelayResult, type Switch } from './relay.ts';

/**
 * Channels of one board, and the duty to put off what was put on for a moment: a lock that stays open, or a coil that
 * burns, is worse than a pulse that failed.
 */
export interface Switches extends Relay {
  /** As for a relay. `onOn` is called when it is on, which is when whoever waits for it may go. */
  pulse(channel: number, ms: number, onOn?: () => void): Promise<RelayResult>;
  /** Ends the pulse of this channel before its time. */
  end(channel: number): void;
  /** A line is open: what is owed, and each of `alsoOff`, is put off first. */
  attach(put: Switch, alsoOff: readonly number[]): Promise<void>;
  detach(): void;
  /** Ends every pulse now, and answers when all that was put on by a pulse is off or cannot be reached. */
  settle(): Promise<void>;
}

export interface SwitchesOptions {
  /** Something that has to be off could not be put off; and again when it could. */
  readonly onOwed: (owed: boolean) => void;
  /** Between two tries to put something off (ms). */
  readonly retryMs?: number;
}

const defaultRetryMs = 250;

/** Tries before a pulse answers that its channel may still be on. The duty remains. */
const triesPerPulse = 3;

interface Pulse {
  end(): void;
  readonly done: Promise<RelayResult>;
}

export function createSwitches({ onOwed, retryMs = defaultRetryMs }: SwitchesOptions): Switches {
  const pulses = new Map<number, Pulse>();
  /** Channels that have to be off and are not known to be. */
  const owed = new Set<number>();
  let put: Switch | null = null;
  let closing = false;
  let wasOwed = false;
  let retryTimer: NodeJS.Timeout | undefined;

  const tell = (): void => {
    const isOwed = owed.size > 0;
    if (isOwed !== wasOwed) onOwed(isOwed);
    wasOwed = isOwed;
  };

  const order = async (channel: number, on: boolean): Promise<RelayResult> =>
    put === null ? notSwitched('line-lost') : put(channel, on);

  const off = async (channel: number, tries: number): Promise<RelayResult> => {
    owed.add(channel);
    let result = await order(channel, false);
    for (let left = tries - 1; left > 0 && !result.ok && put !== null && !closing; left -= 1) {
      await later(retryMs);
      result = await order(channel, false);
    }
    if (result.ok) owed.delete(channel);
    return result;
  };

  const payOff = async (): Promise<void> => {
    clearTimeout(retryTimer);
    for (const channel of owed) if (!pulses.has(channel)) await off(channel, 1);
    tell();
    const open = [...owed].some((channel) => !pulses.has(channel));
    if (open && put !== null && !closing) retryTimer = setTimeout(() => void payOff(), retryMs);
  };

  const run = async (
    channel: number,
    ended: Promise<void>,
    onOn: (() => void) | undefined,
  ): Promise<RelayResult> => {
    // From the first byte on: an answer that is lost does not mean that nothing happened.
    owed.add(channel);
    const on = await order(channel, true);
    if (on.ok) {
      onOn?.();
      await ended;
    }
    const result = await off(channel, triesPerPulse);
    pulses.delete(channel);
    if (!result.ok) void payOff();
    else tell();
    return on.ok ? result : on;
  };

  return {
    async set(channel, on) {
      if (pulses.has(channel)) return notSwitched('busy');
      const result = await order(channel, on);
      if (result.ok) owed.delete(channel);
      return result;
    },
    pulse(channel, ms, onOn) {
      if (pulses.has(channel)) return Promise.resolve(notSwitched('busy'));
      if (put === null || closing) return Promise.resolve(notSwitched('line-lost'));
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ms);
      const end = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const done = run(channel, promise, onOn);
      pulses.set(channel, { end, done });
      return done;
    },
    end: (channel) => pulses.get(channel)?.end(),
    async attach(next, alsoOff) {
      put = next;
      for (const channel of alsoOff) if (!pulses.has(channel)) owed.add(channel);
      await payOff();
    },
    detach() {
      put = null;
      clearTimeout(retryTimer);
      // With no line there is nothing to wait for.
      for (const pulse of pulses.values()) pulse.end();
    },
    async settle() {
      closing = true;
      clearTimeout(retryTimer);
      const running = [...pulses.values()];
      for (const pulse of running) pulse.end();
      await Promise.all(running.map(({ done }) => done));
      for (const channel of owed) await off(channel, 1);
    },
  };
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
