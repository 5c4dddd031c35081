import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FromDrivers } from '../../contract/devices/drivers.ts';
import type { LabelSheet, PrintingToDrivers, SheetTarget } from '../../contract/devices/printing.ts';
import { createDeviceSet } from '../device-set.ts';
import { openLine } from '../transport/open.ts';
import { fakePrograms, lpstat, recording } from '../transport/spooler/testing/fake-programs.ts';
import { listenPrinterEmulator } from './emulator-server.ts';
import { soon } from './testing/bench.ts';
import { loanSlip } from './testing/documents.ts';
import { readPdf } from './testing/read-pdf.ts';

const sheet: LabelSheet = {
  width: 62,
  height: 29,
  left: 0,
  top: 0,
  columns: 1,
  rows: 1,
  labelWidth: 62,
  labelHeight: 29,
  gapX: 0,
  gapY: 0,
};
const labels = [{ lines: ['Thử'], code: { symbology: 'code128', value: 'VN.1' } }] as const;

/** A station with one emulated network printer, spoken to as the core does. */
async function station() {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-printing-'));
  const did: string[] = [];
  const printer = await listenPrinterEmulator({
    dots: 576,
    paperDir: folder,
    onSlip: ({ height }) => void did.push(height > 300 ? 'long slip' : 'slip'),
    onDrawer: ({ pin }) => void did.push(`drawer ${pin}`),
  });
  const said: FromDrivers[] = [];
  const devices = createDeviceSet({
    openLine,
    send: (message) => void said.push(message),
    log: () => undefined,
  });
  const transport = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
  devices.configure([{ id: 'p1', kind: 'printer', name: 'Máy in', transport, dots: 576 }]);
  onTestFinished(async () => {
    devices.close();
    await printer.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    did,
    async ask(message: PrintingToDrivers): Promise<readonly FromDrivers[]> {
      devices.printing(message);
      await devices.settled();
      return said.filter((answer) => 'job' in answer && answer.job === message.job);
    },
  };
}

describe('what the core asks of printers besides slips', () => {
  it('the drawer and the self-test, on the printer it names', async () => {
    const { ask, did } = await station();
    expect(await ask({ type: 'drawer', job: '1', device: 'p1', pin: 5 })).toStrictEqual([
      { type: 'printed', job: '1' },
    ]);
    expect(await ask({ type: 'self-test', job: '2', device: 'p1' })).toStrictEqual([
      { type: 'printed', job: '2' },
    ]);
    await soon(() => expect(did).toStrictEqual(['drawer 5', 'long slip']));
    expect(await ask({ type: 'drawer', job: '3', device: 'nobody', pin: 2 })).toStrictEqual([
      { type: 'print-failed', job: '3', code: 'LT-2205', begun: false },
    ]);
  });

  it('labels and pages, into a file', async () => {
    const { ask, folder } = await station();
    const to: SheetTarget = { kind: 'file', path: join(folder, 'sheet.pdf') };
    expect(await ask({ type: 'labels', job: '1', to, sheet, labels, skip: 0 })).toMatchObject([
      { type: 'printed' },
    ]);
    expect(readPdf(readFileSync(to.path)).boxes).toStrictEqual([[175.748, 82.205]]);
    expect(await ask({ type: 'page', job: '2', to, size: 'A4', document: loanSlip })).toMatchObject([
      { type: 'printed' },
    ]);
    expect(readPdf(readFileSync(to.path)).boxes).toStrictEqual([[595.276, 841.89]]);
    const nowhere: SheetTarget = { kind: 'file', path: join(folder, 'none', 'sheet.pdf') };
    expect(await ask({ type: 'page', job: '3', to: nowhere, size: 'A4', document: loanSlip })).toStrictEqual([
      { type: 'print-failed', job: '3', code: 'LT-2210', begun: false },
    ]);
    expect(await ask({ type: 'labels', job: '4', to, sheet, labels: [], skip: 0 })).toStrictEqual([
      { type: 'print-failed', job: '4', code: 'LT-2206', begun: false },
    ]);
  });

  it.runIf(process.platform !== 'win32')(
    'labels to a printer of the system, and which there are',
    async () => {
      const { ask } = await station();
      const { program, left } = fakePrograms();
      program('lpstat', lpstat('Labels'));
      program('lp', recording);
      expect(await ask({ type: 'system-printers', job: '1' })).toStrictEqual([
        { type: 'system-printers', job: '1', printers: [{ name: 'Labels', isDefault: true }] },
      ]);
      const to: SheetTarget = { kind: 'system', printer: 'Labels' };
      expect(await ask({ type: 'labels', job: '2', to, sheet, labels, skip: 0 })).toMatchObject([
        { type: 'printed' },
      ]);
      expect(left('args')?.toString()).toContain('-d\nLabels\n');
      expect(readPdf(left('input') ?? new Uint8Array()).pictures).toHaveLength(1);
    },
  );
});
