import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Transport } from '../../contract/devices/config.ts';
import { openLine } from '../transport/open.ts';
import { createPseudoTerminal } from '../virtual/pseudo-terminal.ts';
import { createPrinterDevice } from './device.ts';
import { listenPrinterEmulator } from './emulator-server.ts';
import { soon } from './testing/bench.ts';
import { loanSlip } from './testing/documents.ts';

/** A serial port behind which the printer's TCP port stands; the TCP port itself where there is no socat. */
async function serialPortTo(printerPort: number, folder: string): Promise<Transport> {
  const relay = createServer((near) => {
    const far = connect(printerPort, '127.0.0.1');
    for (const end of [near, far]) end.on('error', () => near.destroy());
    near.pipe(far).pipe(near);
    terminal.bridged();
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const address = relay.address();
  if (address === null || typeof address === 'string') throw new Error('the relay has no port');
  const terminal = createPseudoTerminal(folder, 'printer', address.port);
  onTestFinished(() => {
    terminal.stop();
    relay.close();
  });
  const made = await terminal.start();
  return made
    ? { kind: 'serial', path: terminal.path, baudRate: 115_200 }
    : { kind: 'tcp', host: '127.0.0.1', port: printerPort };
}

it('prints over a serial port as over the network', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-serial-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const slips: number[] = [];
  const printer = await listenPrinterEmulator({
    dots: 576,
    paperDir: folder,
    onSlip: ({ height }) => slips.push(height),
  });
  onTestFinished(() => printer.close());
  const transport = await serialPortTo(printer.port, folder);
  const device = createPrinterDevice({
    config: { id: 'p', kind: 'printer', name: 'Máy in', transport, dots: 576 },
    openLine,
    onState: () => {},
  });
  onTestFinished(() => device.close());
  expect(await device.print('1', loanSlip)).toEqual({ ok: true });
  await soon(() => expect(slips).toHaveLength(1));
});
