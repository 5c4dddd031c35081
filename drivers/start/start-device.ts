import type { DeviceConfig } from '../../contract/devices/config.ts';
import type { LazyDevice } from '../lazy-device.ts';
import type { PrinterDevice } from '../printer/device.ts';
import type { RelayDevice } from '../relay/device.ts';
import type { RfidDevice } from '../rfid/device.ts';
import { createScannerDevice } from '../scanner/device.ts';
import { tellHealth } from '../transport/health.ts';
import type { TurnstileDevice } from '../turnstile/device.ts';
import type { StartParts } from './start-parts.ts';
import { startLazily } from './start-parts.ts';

/** A device that runs, by what can be asked of it. */
export interface RunningDevice {
  readonly printer?: LazyDevice<PrinterDevice>;
  readonly rfid?: LazyDevice<RfidDevice>;
  readonly relay?: LazyDevice<RelayDevice>;
  readonly turnstile?: LazyDevice<TurnstileDevice>;
  close(): void;
}

/** Starts one device of this station. What a kind takes is loaded only where there is one. */
export function startDevice(config: DeviceConfig, parts: StartParts): RunningDevice {
  const { openLine, onState, onTrouble, send } = parts;
  const common = { openLine, onTrouble };
  switch (config.kind) {
    case 'scanner':
      return createScannerDevice({
        config,
        ...common,
        onState,
        onScan: parts.onScan,
      });
    case 'printer': {
      const printer = startLazily(config, parts, 'LT-2204', async () => {
        // Drawing slips takes a canvas and fonts: only a station with a printer loads them.
        if (config.text?.mode === 'page') {
          const { size } = config.text;
          const { createPagePrinter } = await import('../printer/page/page-printer.ts');
          return () => createPagePrinter({ config, size, onState, onFault: onTrouble });
        }
        const { createPrinterDevice } = await import('../printer/device.ts');
        return () => createPrinterDevice({ config, openLine, onState, onFault: onTrouble });
      });
      return { printer, close: () => printer.close() };
    }
    case 'rfid': {
      const rfid = startLazily(config, parts, 'LT-2106', async () => {
        const { openRfid } = await import('../rfid/open-rfid.ts');
        const create = await openRfid(config);
        return () =>
          create({
            ...common,
            onState,
            onTag: (tag) => send({ type: 'tag', device: config.id, tag }),
            onTagsLeft: (addresses, why) => send({ type: 'tags-left', device: config.id, addresses, why }),
            onBarcode: (text) => parts.onScan({ ok: true, text, symbology: null }),
          });
      });
      return { rfid, close: () => rfid.close() };
    }
    case 'gate':
      return startLazily(config, parts, 'LT-2106', async () => {
        const { createGateDevice } = await import('../gate/device.ts');
        const { gateEvent } = await import('../gate/tell-event.ts');
        const onHealth = tellHealth(config, onState);
        return () =>
          createGateDevice({
            config,
            ...common,
            listeners: parts.listeners,
            onHealth,
            onEvent: (event) => send({ type: 'gate', device: config.id, event: gateEvent(event) }),
          });
      });
    case 'relay': {
      const relay = startLazily(config, parts, 'LT-2106', async () => {
        const { createRelayDevice } = await import('../relay/device.ts');
        return () => createRelayDevice({ config, ...common, onHealth: tellHealth(config, onState) });
      });
      return { relay, close: () => relay.close() };
    }
    case 'turnstile': {
      const turnstile = startLazily(config, parts, 'LT-2106', async () => {
        const { createTurnstileDevice } = await import('../turnstile/device.ts');
        const onPassage = (direction: 'in' | 'out'): void =>
          send({ type: 'passage', device: config.id, direction });
        return () =>
          createTurnstileDevice({ config, ...common, onHealth: tellHealth(config, onState), onPassage });
      });
      return { turnstile, close: () => turnstile.close() };
    }
    case 'card-reader':
      return startLazily(config, parts, 'LT-2106', async () => {
        const { createCardReaderDevice } = await import('../card-reader/device.ts');
        const { openCardReader } = await import('../transport/pcsc.ts');
        return () =>
          createCardReaderDevice({
            config,
            openCardReader,
            onTrouble,
            onHealth: tellHealth(config, onState),
            onCard: (read) => {
              if (read.ok) parts.onScan({ ok: true, text: read.text, symbology: null });
              else onTrouble(`card ${read.failure} ${read.detail ?? ''}`);
            },
          });
      });
  }
}
