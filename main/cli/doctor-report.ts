import type { Channel } from '../../contract/devices/channel.ts';
import type { DeviceConfig } from '../../contract/devices/config.ts';
import type { DetectionProblem, FoundDevice, Probed } from '../../contract/devices/detection.ts';
import type { DeviceState, FromDrivers, ToDrivers } from '../../contract/devices/drivers.ts';
import { deviceHost } from '../devices/device-host.ts';
import { unheard } from '../devices/unheard.ts';

/** Something plugged in. `answer`: who hangs on the line; null: nobody, absent: it was not asked. */
export interface FoundLine extends FoundDevice {
  readonly answer?: Probed | null;
}

/** A device that is set up. `instead`: who hangs on its line where it does not answer itself; absent: not asked. */
export interface SetUpDevice {
  readonly config: DeviceConfig;
  readonly state: DeviceState;
  readonly answers: boolean;
  readonly instead?: Probed | null;
}

/** What is there, what answers. */
export interface DoctorReport {
  /** Every device that is set up answers. */
  readonly ok: boolean;
  /** False when the driver process did not say what is plugged in. */
  readonly looked: boolean;
  readonly found: readonly FoundLine[];
  readonly problems: readonly DetectionProblem[];
  readonly devices: readonly SetUpDevice[];
}

export interface DoctorQuestion {
  readonly launch: () => Channel<FromDrivers, ToDrivers>;
  /** Those that are set up; they are started and have to answer. */
  readonly devices: readonly DeviceConfig[];
  /** Asks every serial line that nobody is set up on, and the line of every device that does not answer. */
  readonly probe: boolean;
  /** Longest wait for the devices that are set up (ms). */
  readonly waitMs: number;
}

/** Asks the driver process. Nothing that is set up is changed. */
export async function examine({ launch, devices, probe, waitMs }: DoctorQuestion): Promise<DoctorReport> {
  const settled = Promise.withResolvers<undefined>();
  const host = deviceHost({
    ...unheard,
    launch,
    onStates(states) {
      if (states.every(({ health }) => health === 'ready')) settled.resolve(undefined);
    },
  });
  try {
    const timer = setTimeout(() => settled.resolve(undefined), waitMs);
    host.configure(devices);
    const detected = await host.detect();
    await settled.promise;
    clearTimeout(timer);
    // As they are now: what is probed below is stopped meanwhile.
    const states = host.states();
    const setUp: SetUpDevice[] = [];
    for (const config of devices) {
      const state = states.find(({ id }) => id === config.id);
      if (state === undefined) continue;
      const answers = state.health === 'ready';
      const asked =
        probe && !answers && isAskable(config) ? { instead: await host.probe(config.transport) } : {};
      setUp.push({ config, state, answers, ...asked });
    }
    const lines = new Set(
      devices.flatMap(({ transport }) => (transport.kind === 'serial' ? [transport.path] : [])),
    );
    const found: FoundLine[] = [];
    for (const device of detected?.devices ?? []) {
      const { transport } = device;
      const asked = probe && transport.kind === 'serial' && !lines.has(transport.path);
      found.push(asked ? { ...device, answer: await host.probe(transport) } : device);
    }
    return {
      ok: setUp.every(({ answers }) => answers),
      looked: detected !== null,
      found,
      problems: detected?.problems ?? [],
      devices: setUp,
    };
  } finally {
    host.close();
  }
}

function isAskable({ transport }: DeviceConfig): boolean {
  return transport.kind === 'serial' || transport.kind === 'tcp';
}
