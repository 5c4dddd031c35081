import type { English } from '../english.ts';
import type { tagWords as vi } from '../vi/tags.ts';

export const tagWords: English<typeof vi> = {
  tags: {
    off: { writing: 'Releasing the tag…', done: 'Tag released', failed: 'TAG NOT RELEASED' },
    on: { writing: 'Securing the tag…', done: 'Tag secured', failed: 'TAG NOT SECURED' },
    retry: 'Try again',
    retryOf: 'Try again: write the RFID tag of {{barcode}}',
    band_one: 'The RFID tag of {{count}} copy was not written: a gate will be wrong about it',
    band_other: 'The RFID tags of {{count}} copies were not written: a gate will be wrong about them',
    see: 'See the list',
    title: 'RFID tags not written',
    help: 'Put the copy on the pad and press Try again. The loan or return is recorded and need not be repeated.',
    none: 'Every RFID tag says what it should.',
    since: 'since {{time}}',
    dismiss: 'Seen to',
    dismissOf: 'Seen to by other means: take {{barcode}} off the list',
    barcode: 'No. {{barcode}}',
  },
};
