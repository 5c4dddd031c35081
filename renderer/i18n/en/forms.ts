import type { English } from '../english.ts';
import type { formWords as vietnamese } from '../vi/forms.ts';

export const formWords: English<typeof vietnamese> = {
  forms: {
    save: 'Save',
    cancel: 'Cancel',
    edit: 'Change',
    remove: 'Remove',
    note: 'Note',
    optional: 'optional',
    dayPlaceholder: 'day/month/year',
    noSuchDay: 'There is no such day. Type day/month/year, for example 06/12/2026.',
    endless: 'without end',
    until: 'until the end of {{date}}',
    cutOff:
      'The line to the core was lost while saving. It may or may not be saved. When it is back, look at the newest row of the desk before doing it again.',
    otherReader: 'The desk has another reader now',
    otherReaderHelp: 'This belongs to the reader before. Close it, or scan that reader’s card again.',
    findReader: 'Find by name or card number',
    findReaderNone: 'No reader matches.',
    amountFault: {
      empty: 'Type an amount.',
      negative: 'An amount cannot be negative.',
      zero: 'An amount must be more than 0.',
      decimal: 'The đồng has no decimals. Type a whole number, for example 35.000.',
      separators: 'Separators are in the wrong place. Type 35.000 or 35000.',
      'too-large': 'The amount is too large. Check its digits.',
      'not-a-number': 'This is not an amount. Type digits only, for example 35.000.',
    },
  },
};
