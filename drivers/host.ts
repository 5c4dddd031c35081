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
      case 'shutdown':
        end();
        break;
    }
  });
  core.onClose(end);
  core.send({ type: 'ready' });
}

void run();
