import type { Transport } from '../../../contract/devices/config.ts';
import type { Translate } from '../../i18n/start.ts';

/** How a device is connected, in one readable line. */
export function lineWords(t: Translate, transport: Transport): string {
  switch (transport.kind) {
    case 'serial':
      return t('deviceSetup.line.serial', { path: transport.path, baudRate: transport.baudRate });
    case 'tcp':
      return t('deviceSetup.line.tcp', { host: transport.host, port: transport.port });
    case 'listen':
      return t('deviceSetup.line.listen', { port: transport.port });
    case 'hid':
      return t('deviceSetup.line.hid', {
        vendor: fourDigits(transport.vendorId),
        product: fourDigits(transport.productId),
      });
    case 'file':
      return t('deviceSetup.line.file', { path: transport.path });
    case 'spooler':
      return t('deviceSetup.line.spooler', { printer: transport.printer });
    case 'pcsc':
      return transport.reader === ''
        ? t('deviceSetup.line.pcscAny')
        : t('deviceSetup.line.pcsc', { reader: transport.reader });
  }
}

function fourDigits(number: number): string {
  return number.toString(16).toUpperCase().padStart(4, '0');
}
