import type { English } from '../english.ts';
import type { setUpWords as vi } from '../vi/set-up.ts';

export const setUpWords: English<typeof vi> = {
  setUp: {
    title: 'Enrol this station',
    intro:
      'The folder {{folder}} has no station yet. Type the server’s address and the enrolment code that the province gave; the code is good once.',
    province: 'Address of the provincial server',
    provinceHint: 'https://luuthong.tinh.example',
    provinceWrong: 'The address begins with https://',
    plainHttp: 'http:// does not encrypt the line. Only for a test network.',
    code: 'Enrolment code',
    codeHelp: 'Ten letters and digits. Capital or small, with or without a dash.',
    send: 'Enrol',
    compareTitle: 'Compare the certificate',
    compare:
      'The server that answers has a certificate that this computer does not know. Its fingerprint is {{fingerprint}}. Go on only if the province gave exactly this one; if it differs, stop and ask the province.',
    same: 'It is this one, go on',
    different: 'It differs, stop',
    done: 'This computer is now {{desk}}, {{library}}.',
    doneStation:
      'Name of the station: {{station}}. The catalogue and the readers are fetched in the background; scan when the sync pill says that they are here.',
    begin: 'Begin',
    noAnswer: 'The program does not answer. Nothing was changed. Try again.',
  },
  rescue: {
    button_one: 'Export {{count}} unsent fact',
    button_other: 'Export {{count}} unsent facts',
    help: 'Writes a file to carry to the province on a USB stick when the network is out for long. However often it is exported, each fact counts once.',
    saved_one:
      '{{count}} fact was saved in {{name}}. Copy the file to a USB stick and give it to the province.',
    saved_other:
      '{{count}} facts were saved in {{name}}. Copy the file to a USB stick and give it to the province.',
    unreadable_one:
      '{{count}} entry of the journal cannot be read. Leave the disk as it is and call support.',
    unreadable_other:
      '{{count}} entries of the journal cannot be read. Leave the disk as it is and call support.',
    damaged:
      'The journal is damaged; every entry that is whole is in the file. Leave the disk as it is and call support.',
    failed: 'Nothing was exported. The journal is untouched. Try again.',
  },
};
