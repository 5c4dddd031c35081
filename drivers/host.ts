/**
 * Entry of the driver process, which holds all hardware so that a native fault never stops lending. Started by the
 * core: `child_process.fork`, or as an Electron utility process (see `process-channel.ts`). Takes no arguments.
 */
import type { FromDrivers, ToDrivers } from '../contract/devices/drivers.ts';
import { createDeviceSet } from './device-set.ts';
import { openCoreChannel } from './process-channel.ts';
import { startProcessLife } from './process-life.ts';
import { openLine } from './transport/open.ts';

async function run(): Promise<void> {
  const core = await openCoreChannel<ToDrivers, FromDrivers>();
  const devices = createDeviceSet({
    openLine,
    send: (message) => core.send(message),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const end = startProcessLife(devices);

  core.onMessage((message) => {
    switch (message.type) {
      case 'configure':
        devices.configure(message.devices);
        break;
      case 'print':
        devices.print(message.job, message.device, message.document);
        break;
      case 'drawer':
      case 'self-test':
      case 'page':
      case 'labels':
      case 'system-printers':
        devices.printing(message);
        break;
      case 'secure':
        devices.secure(message.job, message.device, message.code, message.state);
        break;
      case 'draw':
        void drawn(message).then((png) => core.send({ type: 'drawn', job: message.job, png }));
        break;
      case 'shutdown':
        end();
        break;
    }
  });
  core.onClose(end);
  core.send({ type: 'ready' });
}

async function drawn({ document, dots }: Extract<ToDrivers, { type: 'draw' }>): Promise<string | null> {
  try {
    // Drawing takes a canvas and fonts: only a station that draws loads them.
    const { drawPng } = await import('./printer/draw-png.ts');
    return await drawPng(document, dots);
  } catch (error) {
    process.stderr.write(`a slip could not be drawn: ${String(error)}\n`);
    return null;
  }
}

void run();
