import { listSystemPrinters } from '../transport/spooler/system-queue.ts';
import type { Sources } from './list.ts';

/** This computer. The native bindings are loaded only when somebody looks for devices. */
export const thisComputer: Sources = {
  serial: async () => (await import('serialport')).SerialPort.list(),
  hid: async () => (await import('node-hid')).devicesAsync(),
  printers: async () => (await listSystemPrinters())?.map(({ name }) => name) ?? null,
};
