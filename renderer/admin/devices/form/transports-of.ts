import type { Transport } from '../../../../contract/devices/config.ts';
import type { Draft } from './draft.ts';
import { valueAt } from './draft.ts';

/** The lines that a device, as it is set up so far, can hang on; the usual one first. */
export function transportsOf(draft: Draft): readonly Transport['kind'][] {
  switch (valueAt(draft, 'kind')) {
    case 'scanner':
      return ['serial', 'hid', 'tcp'];
    case 'printer':
      return valueAt(draft, 'text.mode') === 'page' ? ['spooler'] : ['tcp', 'serial', 'spooler', 'file'];
    case 'rfid':
      return valueAt(draft, 'family') === 'llrp' ? ['tcp'] : ['serial', 'tcp'];
    case 'gate':
      return valueAt(draft, 'mode.kind') === 'polled' ? ['tcp', 'serial'] : ['listen'];
    case 'relay':
      return ofDrive(valueAt(draft, 'drive.kind'), valueAt(draft, 'drive.carriage'));
    case 'turnstile':
      switch (valueAt(draft, 'method.kind')) {
        case 'relay':
          return ofDrive(valueAt(draft, 'method.drive.kind'), valueAt(draft, 'method.drive.carriage'));
        case 'modbus':
          return ofDrive('modbus', valueAt(draft, 'method.carriage'));
        default:
          return ['serial', 'tcp'];
      }
    case 'card-reader':
      return ['pcsc'];
    default:
      return [];
  }
}

function ofDrive(drive: Draft | undefined, carriage: Draft | undefined): readonly Transport['kind'][] {
  if (drive === 'usb-hid') return ['hid'];
  if (drive === 'lcus') return ['serial'];
  // Modbus RTU also travels through serial servers, which are reached by TCP.
  return carriage === 'tcp' ? ['tcp'] : ['serial', 'tcp'];
}
