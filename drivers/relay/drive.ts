import { createModbusClient, type ModbusResult } from '../modbus/client.ts';
import type { Line } from '../transport/line.ts';
import type { RelayDrive } from './config.ts';
import { readHidRelayState, stateReport, writeHidRelay, type HidRelayState } from './hid-codec.ts';
import { writeLcus } from './lcus-codec.ts';
import { notSwitched, switched, type RelayResult, type Switch } from './relay.ts';

/** One board on one open line. */
export interface OpenDrive {
  readonly put: Switch;
  /** A harmless question, where the board answers any. */
  probe(): Promise<RelayResult>;
  receive(bytes: Uint8Array): void;
  /** The line broke. */
  lost(): void;
}

export async function openDrive(drive: RelayDrive, line: Line): Promise<OpenDrive> {
  switch (drive.kind) {
    case 'usb-hid':
      return openHidDrive(drive, line);
    case 'lcus':
      return {
        put: (channel, on) => sent(line, writeLcus(channel, on)),
        probe: () => Promise.resolve(switched),
        receive: () => undefined,
        lost: () => undefined,
      };
    case 'modbus': {
      const write = (bytes: Uint8Array): Promise<void> => line.write(bytes);
      const client = await createModbusClient({ ...drive, write });
      const coil = (channel: number): number => drive.firstCoil + channel - 1;
      return {
        put: async (channel, on) => fromModbus(await client.writeCoil(coil(channel), on)),
        probe: async () => fromModbus(await client.read('coil', drive.firstCoil)),
        receive: (bytes) => client.receive(bytes),
        lost: () => client.lost(),
      };
    }
  }
}

function openHidDrive(drive: Extract<RelayDrive, { kind: 'usb-hid' }>, line: Line): OpenDrive {
  /** Undefined: this board, or this line, does not tell. */
  const state = async (): Promise<HidRelayState | null | undefined> => {
    if (drive.variant === 'ucreate' || line.getFeature === undefined) return undefined;
    const report = await line.getFeature(stateReport.id, stateReport.bytes).catch(() => null);
    return report === null ? null : readHidRelayState(report);
  };
  return {
    async put(channel, on) {
      const result = await sent(line, writeHidRelay(drive.variant, channel, on));
      if (!result.ok) return result;
      const told = await state();
      if (told === undefined) return switched;
      if (told === null) return notSwitched('no-answer');
      return ((told.on >> (channel - 1)) & 1) === Number(on) ? switched : notSwitched('unchanged');
    },
    async probe() {
      const told = await state();
      if (told === undefined) return switched;
      if (told === null) return notSwitched('no-answer');
      const other = drive.serial !== null && told.serial !== drive.serial;
      return other ? notSwitched('refused', told.serial) : switched;
    },
    receive: () => undefined,
    lost: () => undefined,
  };
}

async function sent(line: Line, bytes: Uint8Array): Promise<RelayResult> {
  return line.write(bytes).then(
    () => switched,
    () => notSwitched('line-lost'),
  );
}

/** For everything that switches by coils. */
export function fromModbus(result: ModbusResult<unknown>): RelayResult {
  return result.ok ? switched : notSwitched(result.failure, result.detail);
}
