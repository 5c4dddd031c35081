import {
  IconBarcode,
  IconBarcodeOff,
  IconDoor,
  IconDoorEnter,
  IconDoorOff,
  IconId,
  IconIdOff,
  IconNfc,
  IconNfcOff,
  IconPlug,
  IconPlugX,
  IconPrinter,
  IconPrinterOff,
} from '@tabler/icons-react';

/** A picture for each kind of device: as it is when it works, and when it does not. */
export const deviceIcons = {
  scanner: { well: IconBarcode, ill: IconBarcodeOff },
  printer: { well: IconPrinter, ill: IconPrinterOff },
  rfid: { well: IconNfc, ill: IconNfcOff },
  gate: { well: IconDoor, ill: IconDoorOff },
  relay: { well: IconPlug, ill: IconPlugX },
  turnstile: { well: IconDoorEnter, ill: IconDoorOff },
  'card-reader': { well: IconId, ill: IconIdOff },
} as const;
