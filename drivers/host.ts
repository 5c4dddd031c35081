/**
 * Entry of the driver process, which holds all hardware so that a native fault never stops lending. Started by the
 * core: `child_process.fork`, or as an Electron utility process (see `process-channel.ts`). Takes no arguments.
 */
import type { FromDrivers, ToDrivers } from '../contract/devices/drivers.ts';
import type { DeviceSetOptions } from './device-set.ts';
import { createDeviceSet } from './device-set.ts';
import { createInspection } from './inspection.ts';
import { openCoreChannel } from './process-channel.ts';
import { startProcessLife } from './process-life.ts';
import { openLine } from './transport/open.ts';

async function run(): Promise<void> {
  const core = await openCoreChannel<ToDrivers, FromDrivers>();
  const options: DeviceSetOptions = {
    openLine,
    send: (message) => core.send(message),
    log: (line) => process.stderr.write(`${line}\n`),
  };
  const devices = createDeviceSet(options);
  const inspection = createInspection(options, devices);
  const end = startProcessLife({
    settled: () => devices.settled(),
    close() {
      inspection.close();
      devices.close();
    },
  });

  core.onMessage((message) => {
    switch (message.type) {
      case 'configure':
        inspection.configure(message.devices);
        break;
      case 'print':
        devices.print(message.job, message.device, message.document);
        break;
      case 'drawer':
      case 'self-test':
        inspection.holderOf(message.device).printing(message);
        break;
      case 'page':
      case 'labels':
      case 'system-printers':
        devices.printing(message);
        break;
      case 'secure':
        devices.secure(message.job, message.device, message.code, message.state);
        break;
      case 'open-turnstile':
        inspection.holderOf(message.device).openTurnstile(message.job, message.device, message.direction);
        break;
      case 'pulse':
        inspection
          .holderOf(message.device)
          .pulse(message.job, message.device, message.channel, message.forMs);
        break;
      case 'bytes':
        inspection.holderOf(message.device).bytes(message.job, message.device, message.after);
        break;
      case 'detect':
        void inspection.detect(message.job);
        break;
      case 'probe':
        void inspection.probe(message.job, message.transport);
        break;
      case 'trial':
        inspection.trial(message.config);
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
