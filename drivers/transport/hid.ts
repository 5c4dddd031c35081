import type { Transport } from '../../contract/devices/config.ts';
import { honeywell } from '../scanner/honeywell.ts';
import { mustLeaveKeyboardMode } from '../scanner/known.ts';
import type { Line, LineHandlers } from './line.ts';

type HidTransport = Extract<Transport, { kind: 'hid' }>;

/** USB HID Point of Sale usage tables: bar code scanner page. */
const scannerUsagePage = 0x8c;

/**
 * Opens a USB scanner that is in HID POS mode (set by its own configuration barcode). Unlike the other lines this
 * one keeps message boundaries: each `onData` is one whole input report with its report id first, and each `write`
 * must be one output report.
 */
export async function openHidLine(transport: HidTransport, handlers: LineHandlers): Promise<Line> {
  // Loaded only where such a scanner is configured: hidapi starts a thread of its own.
  const { devicesAsync, HIDAsync } = await import('node-hid');
  const present = await devicesAsync(transport.vendorId, transport.productId);
  // A scanner in a composite mode also offers a keyboard; operating systems forbid opening that one.
  const scanner = present.find((device) => device.usagePage === scannerUsagePage) ?? present[0];
  if (scanner?.path === undefined) {
    throw new Error(`no HID device ${transport.vendorId}:${transport.productId}`);
  }
  const device = await HIDAsync.open(scanner.path);
  // A model without this feature report refuses it; whether codes come in is for the first scan to show.
  if (mustLeaveKeyboardMode(transport.vendorId)) {
    await device.sendFeatureReport(Buffer.from(honeywell.leaveKeyboardMode())).catch(() => undefined);
  }

  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    // Closing a handle whose device was pulled out may reject; it is closed either way.
    void device
      .close()
      .catch(() => undefined)
      .finally(() => {
        handlers.onClose();
      });
  };
  device.on('data', (report: Buffer) => {
    handlers.onData(report);
  });
  device.on('error', end);

  return {
    async write(bytes) {
      await device.write(Buffer.from(bytes));
    },
    getFeature: (reportId, bytes) => device.getFeatureReport(reportId, bytes),
    close: end,
  };
}
