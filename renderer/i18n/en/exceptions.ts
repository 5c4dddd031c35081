import type { English } from '../english.ts';
import type { exceptionWords as vi } from '../vi/exceptions.ts';

/** What facts disagree about: the worklist, and what can be said to have been done. */
export const exceptionWords: English<typeof vi> = {
  exceptions: {
    title: 'To look at',
    count_one: '{{count}} matter to look at',
    count_other: '{{count}} matters to look at',
    story_one: '{{count}} matter needs a person: what desks recorded does not agree.',
    story_other: '{{count}} matters need a person: what desks recorded does not agree.',
    see: 'See the list',
    open: 'Waiting',
    resolved: 'Dealt with',
    help: 'Everything recorded is kept. Compare both sides, do what has to be done, then say so.',
    none: 'Nothing waits',
    noneHelp: 'When desks record different things about one item, reader or sum of money, it shows here.',
    noneResolved: 'Nothing was dealt with in the last two weeks.',
    lacking: 'Only people with the permission “deal with exceptions” can say so. Ask one of them.',
    unknownCopy: 'An item that is not catalogued',
    facts: 'What was recorded',
    missing: 'Numbers {{numbers}} of the station’s journal are missing, right beside the record above.',
    here: 'this desk',
    place: '{{desk}} · {{library}}',
    forReader: 'for {{name}} ({{card}})',
    forUnknownReader: 'for a reader this station does not know',
    barcode: 'item {{barcode}}',
    due: 'due {{date}}',
    amount: 'amount {{amount}}',
    deskTime: '{{time}} by the clock of the desk',
    corrected: 'right time {{time}}',
    openItem: 'Show the item',
    openReader: 'Open the record of {{name}}',
    openMoney: 'Charges of {{name}}',
    resolve: 'Dealt with…',
    how: 'What was done?',
    suggested: 'suggested',
    note: 'Note (optional)',
    save: 'Record it',
    done: 'Recorded. It closes at every desk with the next sync.',
    unsent: 'to be sent',
    unsentHelp: 'Not confirmed by the province yet; other desks do not see it',
    rule: {
      'double-loan': 'One item was lent twice',
      'unknown-loan': 'A return or renewal of a loan the province does not know',
      'renewed-after-return': 'A loan was renewed that had been returned',
      'returned-other-loan': 'An item was returned for an old loan while somebody else had it',
      'moved-while-on-loan': 'An item on loan was moved or marked',
      'blocked-patron-borrowed': 'A blocked reader could borrow',
      'unknown-item': 'An item the province has not catalogued',
      'unknown-patron': 'A reader borrowed whom the province does not know',
      'hold-trapped-elsewhere': 'Two items were put aside for one hold',
      'receipt-number-twice': 'Two receipts have one number',
      'charge-paid-twice': 'One charge was paid twice',
      'over-limit': 'A reader has more than the limit',
      'policy-superseded': 'A station lent by an old policy',
      'clock-suspect': 'The clock of a station is wrong by more than five minutes',
      'unreadable-fact': 'A station sent an entry the province cannot read yet',
      'fact-id-reused': 'Two different entries have one id',
      'station-forked': 'The data of a station was copied to another computer',
      'journal-damaged': 'Part of the journal of a station was damaged',
      other: 'A matter this version does not know ({{rule}})',
    },
    advice: {
      'double-loan':
        'Two desks did not know of each other. Whoever borrowed last is taken to have it. Ask both readers who has the item, then return the loan of the other.',
      'unknown-loan':
        'That loan never reached the province: it may be on a computer that broke. The item is taken to be in the library. Ask the reader if needed.',
      'renewed-after-return':
        'The item was returned before it was renewed, so the renewal has no effect. Tell the reader if they believe they still have it.',
      'returned-other-loan':
        'The item was at the desk, so the loan that was open is closed. If that reader still has another copy, lend the right one.',
      'moved-while-on-loan':
        'The loan is still open. Return it if the item is in the library; if the reader has it there is nothing to do.',
      'blocked-patron-borrowed':
        'The desk that lent did not know of the block yet. Tell the reader, or lift the block if it is settled.',
      'unknown-item':
        'What was recorded of this item is kept. Have it catalogued, or compare the number on the item.',
      'unknown-patron':
        'Only the station that lent knows the reader. Look at the card and register the reader again if needed; the loan stands.',
      'hold-trapped-elsewhere':
        'One item stands on the hold shelf for nobody. Take the one recorded later down and scan it to see where it goes.',
      'receipt-number-twice':
        'The data of a station was copied and both computers gave numbers. The earlier payment keeps the number; take the other receipt back and give a new one.',
      'charge-paid-twice': 'Both desks took the money. Give back what was taken too much.',
      'over-limit':
        'Two desks did not know of each other, and together lent too much. The loans stand. Ask the reader to bring some back if needed.',
      'policy-superseded':
        'The desk had not received the new policy. The due dates it promised stand. See whether readers have to be told.',
      'clock-suspect':
        'Acts of this station are ordered by the time of the server. Set the clock of the computer and let it follow network time.',
      'unreadable-fact':
        'The entry is kept as it came and will be read when the server is updated. Tell the province if it goes on.',
      'fact-id-reused':
        'The later entry is in the journal of the station and does not count. Tell the province.',
      'station-forked':
        'Nothing was lost. Let only one computer use this data; enrol the other as a new station.',
      'journal-damaged':
        'What could be read has been sent to the province. Compare the paper slips of that day and record what is missing.',
      other: 'Compare both sides and say what was done, or wait for the update of the program.',
    },
    kind: {
      'loan-checked-out': 'Lent',
      'loan-returned': 'Returned',
      'loan-renewed': 'Renewed',
      'loan-due-changed': 'Due date changed',
      'item-marked': 'Marked',
      'transit-sent': 'Sent away',
      'transit-received': 'Received',
      'hold-placed': 'Hold placed',
      'hold-trapped': 'Put on the hold shelf',
      'hold-ended': 'Hold ended',
      'payment-taken': 'Money taken',
      'station-forked': 'Station went on from a copy',
      'journal-damaged': 'Station began a new journal',
    },
    resolution: {
      'last-has-it': 'Who borrowed last has the item',
      'first-has-it': 'Who borrowed first has the item',
      corrected: 'Corrected by another act',
      'reader-told': 'The reader was told',
      'money-given-back': 'The money was given back',
      'receipt-replaced': 'The receipt was taken back and replaced',
      'clock-set': 'The clock of the computer was set',
      'copy-retired': 'The copy of the data is used no more',
      'as-it-should-be': 'Looked at, nothing to correct',
    },
  },
};
