import { createRelayDevice } from '../relay/device.ts';
import type { RelayFailure } from '../relay/relay.ts';
import type { Mechanism, MechanismOptions } from './mechanism.ts';
import type { TurnstileFailure } from './turnstile.ts';

/** What a relay's failure means to whoever stands at the turnstile. */
export const turnstileFailures: Readonly<Record<RelayFailure, TurnstileFailure>> = {
  'no-answer': 'no-answer',
  'line-lost': 'line-lost',
  refused: 'refused',
  unchanged: 'refused',
  busy: 'busy',
  'no-channel': 'unsupported',
};

/** Any turnstile or door whose "open" contact hangs on a relay. */
export function createRelayTurnstile({ method, ...options }: MechanismOptions<'relay'>): Mechanism {
  const { channels } = method;
  const relay = createRelayDevice({
    config: {
      id: 'turnstile',
      kind: 'relay',
      name: '',
      transport: options.transport,
      drive: method.drive,
      channels: Math.max(channels.in ?? 0, channels.out ?? 0),
      offAtStart: true,
    },
    openLine: options.openLine,
    onHealth: options.onHealth,
    onTrouble: options.onTrouble,
    random: options.random,
  });
  return {
    async open(direction) {
      const channel = channels[direction];
      if (channel === null) return 'unsupported';
      const result = await relay.pulse(channel, method.pulseMs);
      return result.ok ? 'unconfirmed' : turnstileFailures[result.failure];
    },
    close: () => relay.close(),
  };
}
