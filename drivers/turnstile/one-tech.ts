import { createConnection } from '../transport/connection.ts';
import { createHealth } from '../transport/health.ts';
import type { Line } from '../transport/line.ts';
import type { Mechanism, MechanismOptions } from './mechanism.ts';
import { createOneTechFramer, sideOf, writeOneTechOpen, type OneTechSide } from './one-tech-codec.ts';
import type { PassResult } from './turnstile.ts';

interface Waiting {
  readonly side: OneTechSide;
  finish(result: PassResult): void;
}

/** The ONE TECH turnstile tells by itself who passed and when its time was up. */
export function createOneTech(options: MechanismOptions<'one-tech'>): Mechanism {
  const { method, onPassage } = options;
  const health = createHealth(options.onHealth);
  let framer = createOneTechFramer();
  let line: Line | null = null;
  let waiting: Waiting | null = null;

  const connection = createConnection({
    transport: options.transport,
    openLine: options.openLine,
    random: options.random,
    onTrouble: options.onTrouble,
    onData(bytes) {
      for (const { kind, side } of framer.push(bytes)) {
        if (kind === 'open') continue;
        if (waiting?.side === side) waiting.finish(kind === 'passed' ? 'passed' : 'timed-out');
        else if (kind === 'passed') onPassage(side === method.inward ? 'in' : 'out');
        health.enter('ready');
      }
    },
    onOpen(opened) {
      framer = createOneTechFramer();
      line = opened;
      health.enter('ready');
    },
    onLost() {
      line = null;
      waiting?.finish('line-lost');
      health.enter('lost', 'unreachable');
    },
  });

  return {
    open(direction) {
      const opened = line;
      if (opened === null) return Promise.resolve('line-lost');
      const side = sideOf(direction, method.inward);
      const { promise, resolve } = Promise.withResolvers<PassResult>();
      const finish = (result: PassResult): void => {
        clearTimeout(timer);
        waiting = null;
        resolve(result);
      };
      const timer = setTimeout(() => {
        // Its own time was up before: it is not there any more, or does not understand.
        health.enter('degraded', 'silent');
        finish('no-answer');
      }, method.passTimeoutMs);
      waiting = { side, finish };
      opened.write(writeOneTechOpen(side)).catch(() => finish('line-lost'));
      return promise;
    },
    async close() {
      health.close();
      waiting?.finish('line-lost');
      connection.close();
      line = null;
    },
  };
}
