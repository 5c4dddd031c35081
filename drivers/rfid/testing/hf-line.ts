import { openLine } from '../../transport/open.ts';
import type { FaultyWire } from '../../emulator/faulty-wire.ts';
import { emulatedLine } from '../../testing/emulated-line.ts';
import { defaultAirSettings, type Air, type AirLine, type AirSettings, type SeenTag } from '../air.ts';
import { createTagField, type TagField } from '../emulator/field.ts';

/** A family on a real line: its driver here, its emulator at the other end. */
export interface TestedReader<Reader extends Air> {
  readonly air: Reader;
  readonly field: TagField;
  readonly wire: FaultyWire;
  /** Tags that nobody asked for. */
  readonly told: SeenTag[];
  unplug(): void;
  /** Plugs the reader in again, on a new line. */
  replug(): Promise<Reader>;
  close(): void;
}

export interface TestedFamily<Reader extends Air> {
  /** How the family's serial ports are set; absent: as most are. */
  readonly serial?: { readonly baudRate: number; readonly parity: 'none' | 'even' | 'odd' };
  readonly create: (line: AirLine, settings: AirSettings) => Reader;
  readonly emulator: (
    field: TagField,
    send: (bytes: Uint8Array) => void,
  ) => { receive(bytes: Uint8Array): void };
}

/** Joins both ends over a pseudo-terminal or TCP, through the transport that the program uses. */
export async function connectReader<Reader extends Air>(
  kind: 'serial' | 'tcp',
  { create, emulator, serial }: TestedFamily<Reader>,
  settings: Partial<AirSettings> = {},
): Promise<TestedReader<Reader>> {
  const field = createTagField();
  const device = await emulatedLine(kind, (bytes) => reader.receive(bytes));
  const reader = emulator(field, (bytes) => device.wire.send(bytes));
  const told: SeenTag[] = [];

  const open = async (): Promise<Reader> => {
    const transport =
      device.transport.kind === 'serial' ? { ...device.transport, ...serial } : device.transport;
    const line = await openLine(transport, {
      onData: (bytes) => air.receive(bytes),
      onClose: () => air.lost(),
    });
    const air = create(
      { write: (bytes) => line.write(bytes), onTags: (tags) => void told.push(...tags) },
      { ...defaultAirSettings, ...settings },
    );
    return air;
  };
  return {
    air: await open(),
    field,
    wire: device.wire,
    told,
    unplug: () => device.unplug(),
    async replug() {
      await device.plug();
      return open();
    },
    close: () => device.close(),
  };
}
