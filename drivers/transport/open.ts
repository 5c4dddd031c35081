import { openHidLine } from './hid.ts';
import type { OpenLine } from './line.ts';
import { openSerialLine } from './serial.ts';
import { openTcpLine } from './tcp.ts';

/** Opens the line a device is configured on. */
export const openLine: OpenLine = (transport, handlers) => {
  switch (transport.kind) {
    case 'serial':
      return openSerialLine(transport, handlers);
    case 'tcp':
      return openTcpLine(transport, handlers);
    case 'hid':
      return openHidLine(transport, handlers);
  }
};
