import { openFileLine } from './file.ts';
import { openHidLine } from './hid.ts';
import type { OpenLine } from './line.ts';
import { openSerialLine } from './serial.ts';
import { openSpoolerLine } from './spooler.ts';
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
    case 'file':
      return openFileLine(transport, handlers);
    case 'spooler':
      return openSpoolerLine(transport, handlers);
    case 'listen':
    case 'pcsc':
      return Promise.reject(new Error(`no line of kind ${transport.kind} yet`));
  }
};
