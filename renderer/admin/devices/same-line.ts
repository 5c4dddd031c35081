import type { Transport } from '../../../contract/devices/config.ts';

/** Whether two set-ups mean the same port, address, device or queue, whatever speed they are set to. */
export function isSameLine(one: Transport, other: Transport): boolean {
  return one.kind === other.kind && placeOf(one) === placeOf(other);
}

function placeOf(transport: Transport): string {
  switch (transport.kind) {
    case 'serial':
    case 'file':
      return transport.path;
    case 'tcp':
    case 'listen':
      return `${transport.host}:${transport.port}`;
    case 'hid':
      return `${transport.vendorId}:${transport.productId}`;
    case 'spooler':
      return transport.printer;
    case 'pcsc':
      return transport.reader;
  }
}
