import type { DeviceConfig, Transport } from '../contract/devices/config.ts';
import type { FromDrivers, TrialEvent } from '../contract/devices/drivers.ts';
import type { DeviceSet, DeviceSetOptions } from './device-set.ts';
import { createDeviceSet, lineOf } from './device-set.ts';

/** Looking for devices and trying them, beside the devices of the station. */
export interface Inspection {
  /** The station's devices, kept so that a line can be borrowed from them and given back. */
  configure(devices: readonly DeviceConfig[]): void;
  /** Answers with `detected`. */
  detect(job: string): Promise<void>;
  /** Answers with `probed`. */
  probe(job: string, transport: Transport): Promise<void>;
  /** Tells all in `trial` until null ends it. */
  trial(config: DeviceConfig | null): void;
  /** Who has this device now: the trial while it is tried, else the station. */
  holderOf(device: string): DeviceSet;
  close(): void;
}

export function createInspection({ openLine, send, log }: DeviceSetOptions, station: DeviceSet): Inspection {
  let devices: readonly DeviceConfig[] = [];
  let trial: { readonly set: DeviceSet; readonly line: string; readonly device: string } | null = null;
  let probing: string | null = null;
  /** One at a time: each gives its line back before the next is borrowed. */
  let probes: Promise<void> = Promise.resolve();

  /** A line has one owner: whoever of the station is on a borrowed one waits. */
  const share = (): void => {
    const borrowed = new Set([trial?.line, probing]);
    station.configure(devices.filter((config) => !borrowed.has(lineOf(config))));
  };

  const ask = async (job: string, transport: Transport): Promise<void> => {
    probing = lineOf({ id: '', transport });
    share();
    try {
      const { probe } = await import('./detect/probe.ts');
      send({ type: 'probed', job, probed: await probe(transport, openLine) });
    } catch (error) {
      log(`probe: ${String(error)}`);
      send({ type: 'probed', job, probed: null });
    } finally {
      probing = null;
      share();
    }
  };

  return {
    configure(next) {
      devices = next;
      share();
    },
    async detect(job) {
      const { detect } = await import('./detect/list.ts');
      const { thisComputer } = await import('./detect/sources.ts');
      send({ type: 'detected', job, detected: await detect(thisComputer) });
    },
    probe(job, transport) {
      probes = probes.then(() => ask(job, transport));
      return probes;
    },
    trial(config) {
      trial?.set.close();
      trial = null;
      if (config !== null) {
        const set = createDeviceSet({
          openLine,
          log,
          send: (message) => {
            // Everything else answers a question, and whoever asked does not care who held the device.
            send(isTrialEvent(message) ? { type: 'trial', event: message } : message);
          },
        });
        trial = { set, line: lineOf(config), device: config.id };
      }
      share();
      if (config !== null) trial?.set.configure([config]);
    },
    holderOf: (device) => (trial?.device === device ? trial.set : station),
    close() {
      trial?.set.close();
      trial = null;
    },
  };
}

function isTrialEvent(message: FromDrivers): message is TrialEvent {
  switch (message.type) {
    case 'device':
    case 'scan':
    case 'tag':
    case 'tags-left':
    case 'gate':
    case 'passage':
      return true;
    default:
      return false;
  }
}
