import type { Transport } from '../../contract/devices/config.ts';

type SerialTransport = Extract<Transport, { kind: 'serial' }>;

/** A port as the operating system lists it; USB numbers in hex. */
export interface PortInSystem {
  readonly path: string;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  readonly serialNumber?: string | undefined;
}

/**
 * Where a serial device is now. Plugged into another socket it gets another name (COM3 becomes COM5): one that was
 * found by its USB numbers is found by them again. Its own name is right while the same device has it, or nobody
 * knows better; with two of the same numbers and no serial number, nobody does.
 */
export function serialPath({ path, usb }: SerialTransport, ports: readonly PortInSystem[]): string {
  if (usb === undefined) return path;
  const same = (one: string, other: string | undefined): boolean =>
    one.toLowerCase() === (other ?? '').toLowerCase();
  const itself = ports.filter(
    (port) =>
      same(usb.vendorId, port.vendorId) &&
      same(usb.productId, port.productId) &&
      (usb.serialNumber === '' || same(usb.serialNumber, port.serialNumber)),
  );
  if (itself.some((port) => port.path === path)) return path;
  const [only] = itself;
  return only !== undefined && itself.length === 1 ? only.path : path;
}
