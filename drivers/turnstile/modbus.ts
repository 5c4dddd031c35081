import { createModbusClient, type ModbusClient, type ModbusFailure } from '../modbus/client.ts';
import { createBoard } from '../relay/board.ts';
import { fromModbus, type OpenDrive } from '../relay/drive.ts';
import type { RelayResult } from '../relay/relay.ts';
import type { ModbusPassage, PassConfirmation } from './config.ts';
import type { Mechanism, MechanismOptions } from './mechanism.ts';
import { turnstileFailures } from './relay.ts';
import type { PassResult } from './turnstile.ts';

interface ModbusDrive extends OpenDrive {
  readonly client: ModbusClient;
}

/** A turnstile behind coils and registers. */
export function createModbusTurnstile({ method, ...options }: MechanismOptions<'modbus'>): Mechanism {
  const coils = [method.in, method.out].flatMap((passage) => (passage === null ? [] : [passage.coil]));
  const board = createBoard<ModbusDrive>({
    ...options,
    offAtStart: coils,
    async openDrive(line) {
      const write = (bytes: Uint8Array): Promise<void> => line.write(bytes);
      const client = await createModbusClient({ ...method, write });
      return {
        client,
        put: async (coil, on) => fromModbus(await client.writeCoil(coil, on)),
        probe: async () => fromModbus(await client.read('coil', coils[0] ?? 0)),
        receive: (bytes) => client.receive(bytes),
        lost: () => client.lost(),
      };
    },
  });

  /** Opens, and answers as soon as it is open or could not be; `done` when the coil is off again. */
  const press = async (
    passage: ModbusPassage,
  ): Promise<{ readonly opened: boolean; readonly done: Promise<RelayResult> }> => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const ms = passage.opens === 'hold' ? method.passTimeoutMs : passage.pulseMs;
    const done = board.switches.pulse(passage.coil, ms, () => resolve(true));
    void done.then(() => resolve(false));
    return { opened: await promise, done };
  };

  const watch = async (
    client: ModbusClient,
    confirmation: PassConfirmation,
    before: number,
  ): Promise<PassResult> => {
    const until = performance.now() + method.passTimeoutMs;
    let last = before;
    let told = false;
    while (performance.now() < until) {
      await later(method.pollMs);
      const now = await client.read(confirmation.source, confirmation.address);
      if (!now.ok && now.failure !== 'no-answer') return now.failure;
      // One answer that got lost is nothing: the next look sees it.
      if (!now.ok) continue;
      told = true;
      if (hasPassed(confirmation, before, last, now.value)) return 'passed';
      last = now.value;
    }
    return told ? 'timed-out' : 'no-answer';
  };

  return {
    async open(direction) {
      const passage = method[direction];
      const drive = board.current();
      if (passage === null) return 'unsupported';
      if (drive === null) return 'line-lost';
      const { confirmation } = passage;
      const before = await valueOf(drive.client, confirmation);
      // Not opened: who passes unseen would be waited for in vain.
      if (typeof before === 'string') return before;
      const { opened, done } = await press(passage);
      if (!opened) return failureOf(await done);
      if (confirmation === null) {
        const closed = await done;
        return closed.ok ? 'unconfirmed' : failureOf(closed);
      }
      const result = await watch(drive.client, confirmation, before);
      if (passage.opens === 'hold') board.switches.end(passage.coil);
      await done;
      return result;
    },
    close: () => board.close(),
  };
}

function hasPassed(confirmation: PassConfirmation, before: number, last: number, now: number): boolean {
  // Still set from somebody before: it has to be seen at rest first.
  return confirmation.when === 'counts' ? now !== before : now !== 0 && last === 0;
}

async function valueOf(
  client: ModbusClient,
  confirmation: PassConfirmation | null,
): Promise<number | ModbusFailure> {
  if (confirmation === null) return 0;
  const value = await client.read(confirmation.source, confirmation.address);
  return value.ok ? value.value : value.failure;
}

function failureOf(result: RelayResult): PassResult {
  return result.ok ? 'unconfirmed' : turnstileFailures[result.failure];
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
