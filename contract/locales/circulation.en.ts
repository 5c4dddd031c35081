import type { CirculationCode } from '../../domain/outcome.ts';

/** The same in English. */
export const circulationEn: Readonly<Record<CirculationCode, string>> = {
  'LT-1201': 'Card {{card}} expired on {{expires}}. Nothing was recorded. Renew the card first.',
  'LT-1202':
    'Card {{card}} is blocked ({{why}}) until {{until}}. Nothing was recorded. Settle the reason for the block first.',
  'LT-1203':
    'The reader has {{count}} items on loan ({{itemClass}}), at most {{max}}. Not lent. Take some back first.',
  'LT-1204':
    'This copy is on loan to another reader, due {{due}}. Not lent. Confirm to return it first and then lend it.',
  'LT-1205': 'This reader already has this copy, due {{due}}. Nothing was added. Confirm to renew it.',
  'LT-1206': 'This copy is not for loan. Not lent. The reader may use it in the library.',
  'LT-1207':
    'No circulation rule covers this reader and this kind of item. Not lent. Tell whoever keeps the policies.',
  'LT-1208':
    'The policy “{{policy}}” does not lend this kind of item. Nothing was recorded. The reader may use it in the library.',
  'LT-1209': 'Card {{card}} is reported lost. Not lent. Keep the card and check who is holding it.',
  'LT-1210':
    'The calendar has no open day in the next year. Nothing was recorded. Check the library’s calendar.',
  'LT-1211':
    'The reader is {{age}}; this is for ages {{from}} to {{to}}. Not lent. Choose something suitable or ask whoever is in charge.',
  'LT-1212':
    'This is lent from the age of {{from}}, and the birth date is not known. Not lent. Ask for it and complete the record.',
  'LT-1213': 'The reader owes {{debt}}, at most {{debtLimit}}. Not lent. Take a payment first or confirm.',
  'LT-1214':
    'The guarantor and their readers owe {{debt}} together, at most {{debtLimit}}. Not lent. Take a payment first or confirm.',
  'LT-1215': 'The reader has {{count}} overdue items. Not lent. Return or renew them first.',
  'LT-1216':
    'The reader is using {{count}} items in the reading room, at most {{max}} at once. Nothing was recorded. Take it back first.',
  'LT-1217':
    'Deposit {{held}}, on loan {{onLoan}}, this item {{price}}: {{short}} short. Not lent. Take a larger deposit or take something back.',
  'LT-1218':
    'The policy “{{policy}}” allows this item only: {{use}}. Nothing was recorded. Switch the kind of loan and scan again.',
  'LT-1219': 'This copy was withdrawn (decision {{decision}}). It cannot be lent. Pass it to the stacks.',
  'LT-1220': 'Restricted material. Not lent. Enter the number of the letter and who approved it.',
  'LT-1221': 'This copy was marked lost on {{since}}. Not lent. Confirm to mark it found and lend it.',
  'LT-1222': 'This copy was missing since {{since}}. It is marked found.',
  'LT-1223': 'This copy is marked damaged since {{since}}. Not lent. Confirm if it has been repaired.',
  'LT-1224':
    'Another reader says this copy was returned ({{since}}). Not lent. Confirm to return it and lend it.',
  'LT-1225': 'This copy is on its way to {{to}}. Not lent. Confirm to receive it here and lend it.',
  'LT-1226':
    'This copy waits for {{name}} ({{card}}) until {{until}}. Not lent. Put it back on the hold shelf, or confirm to lend it.',
  'LT-1227':
    '{{name}} ({{card}}) is next in the queue of {{waiting}}. Not lent. Keep it for the hold, or confirm to lend it.',
  'LT-1228':
    'The reader has another copy of this title ({{barcode}}, due {{due}}). Not lent. Confirm if one more is needed.',
  'LT-1229': 'The reader had this title before.',
  'LT-1230': 'Comes with: {{parts}}. Not lent. Check that everything is there and confirm.',
  'LT-1231': 'This copy belongs to {{library}}. It was lent by the rule that applies.',
  'LT-1232': 'Message: {{text}}',
  'LT-1233': 'This kind of item has no loan period. Not lent. Enter a due date and confirm.',
  'LT-1234': '{{waiting}} readers wait for this title: the due date was shortened to {{due}}.',
  'LT-1235': 'The date “{{due}}” does not exist. Nothing was recorded. Enter the due date again.',
  'LT-1236': 'The due date {{due}} has passed. Nothing was recorded. Choose today or a later day.',
  'LT-1237': 'The due date {{due}} is more than {{years}} years away. Nothing was recorded. Enter it again.',
  'LT-1301':
    'No loan is open for this copy. Its presence at the desk was recorded. If the reader says it was on loan, check the accession number.',
  'LT-1302':
    'This copy belongs to {{library}}. It was received at the desk. Send it to the library that owns it.',
  'LT-1303':
    'Held for {{name}} ({{card}}) until {{until}}. Recorded. Put the slip in and place it on the hold shelf.',
  'LT-1304': '{{name}} ({{card}}) collects it at {{library}}. Recorded. Put the slip in and send it there.',
  'LT-1305':
    'Returned late: {{amount}} charged. The return and the charge are recorded. Take the payment now or later.',
  'LT-1306':
    'This copy was lost on {{lost}} and is back. The return is recorded; the compensation was worked out again by the policy.',
  'LT-1307':
    'This copy was marked lost on {{since}}. Not returned. The policy wants whoever is in charge to decide first.',
  'LT-1308': 'Comes with: {{parts}}. Check that everything is there.',
  'LT-1309':
    'Waits for {{name}} ({{card}}) until {{until}}. Nothing was added. Put it back on the hold shelf.',
  'LT-1310': 'Received from {{from}}.',
  'LT-1311': 'One use in the library was recorded.',
  'LT-1312': 'The return time {{at}} has not come yet. Not returned. Correct it and scan again.',
  'LT-1313':
    'The return time {{at}} is before the loan of {{lent}}. Not returned. Correct it and scan again.',
  'LT-1314':
    'The reader said it was returned ({{claimed}}), and it is here. The return is recorded without further overdue days.',
  'LT-1315': 'This copy was missing. It is marked found.',
  'LT-1316': 'This copy is marked damaged. Its presence was recorded. Pass it on for repair.',
  'LT-1317':
    'This copy was withdrawn (decision {{decision}}). Its presence was recorded. Pass it to the stacks.',
  'LT-1318':
    'The return to be corrected is not here. Nothing was changed. Only recent returns can be corrected.',
  'LT-1320': 'A reader has this copy. Nothing was changed. Return it or mark it lost first.',
  'LT-1321': 'Withdrawing needs the number of a decision. Nothing was changed. Enter it.',
  'LT-1322': 'This copy is not in a state to be marked so. Nothing was changed.',
  'LT-1323':
    'The accession number {{barcode}} exists. Nothing was added. Scan the label again or use another number.',
  'LT-1324': '“{{field}}” is missing. Nothing was added. Fill it in and try again.',
  'LT-1325': 'The due date moved from {{before}} to {{due}}.',
  'LT-1401': 'This loan has been returned. Not renewed. Open the reader again to see the current list.',
  'LT-1402':
    'Renewed {{count}} times, at most {{max}}. The due date stays. The reader has to return it and borrow it again.',
  'LT-1403':
    'A renewal today would not move the due date {{due}}. The due date stays. It can be renewed from {{soonest}}.',
  'LT-1404': 'The policy does not renew this loan. The due date stays. The reader has to return it on time.',
  'LT-1405': '{{waiting}} readers wait for this. The due date stays. The reader has to return it on time.',
  'LT-1406': 'It is too soon to renew. The due date stays. It can be renewed from {{soonest}}.',
  'LT-1407':
    'Overdue since {{due}}: the policy does not renew it. The due date stays. Take it back or confirm.',
  'LT-1408': 'This item is recalled, due {{due}}. Not renewed. The reader has to return it by the new date.',
  'LT-1409':
    'Renewed {{count}} times without the copy, at most {{max}}. The due date stays. The copy has to be at the desk.',
  'LT-1410':
    'Renewed late: {{amount}} charged for the days it was overdue. The renewal and the charge are recorded. Take the payment now or later.',
  'LT-1411': 'The reader says it was returned ({{claimed}}). Not renewed. Settle that first.',
  'LT-1601':
    'The policy allows no such hold. Nothing was placed. Choose another kind or ask whoever is in charge.',
  'LT-1602': 'The reader has {{count}} holds, at most {{max}}. Nothing was placed. Cancel one first.',
  'LT-1603': 'The reader holds this already. Nothing was added.',
  'LT-1604':
    'A copy is on the shelf ({{barcode}}). Nothing was placed. The reader can take it and borrow it now.',
  'LT-1605': 'The reader has this on loan. Nothing was placed.',
  'LT-1606': 'No copy of this can be held. Nothing was placed.',
  'LT-1607':
    'The policy allows collecting only at the library of the card. Nothing was placed. Choose another place.',
  'LT-1608': 'This hold has ended. Nothing was changed.',
  'LT-1609': 'The dates {{from}} and {{to}} cannot be. Nothing was recorded. Correct them and try again.',
  'LT-1610': 'A copy is put aside for this hold already. Nothing was changed. Deal with that copy first.',
  'LT-1611': 'The policy offers no recall. Nothing was placed. Place an ordinary hold.',
  'LT-1612': 'Cancelled. Take copy {{barcode}} off the hold shelf and scan it to see where it goes.',
  'LT-1613': 'Copy {{barcode}} is recalled, due {{due}}. Tell the reader who has it.',
  'LT-1701':
    'The amount “{{text}}” cannot be read. Nothing was recorded. Enter whole đồng, for example 35.000.',
  'LT-1702': 'The amount must be more than 0. Nothing was recorded. Enter it again.',
  'LT-1703': 'The amount is too large. Nothing was recorded. Check the digits.',
  'LT-1704': 'Only {{owed}} is owed. Nothing was recorded. Enter no more than that.',
  'LT-1705': 'No cash drawer is open. Nothing was taken. Open the drawer first.',
  'LT-1706': 'A cash drawer is open already. Nothing was changed. Close it first.',
  'LT-1707': 'Counted {{counted}}, recorded {{expected}}. Not closed. Count again, or say why they differ.',
  'LT-1708': 'There is no such charge left. Nothing was recorded. Open the reader again.',
  'LT-1709': 'A waiver needs a ground. Nothing was recorded. Choose one from the list.',
  'LT-1710': 'This payment cannot be changed so any more. Nothing was changed. Open the reader again.',
  'LT-1711': '{{tendered}} was handed over, {{amount}} is needed. Nothing was taken. Enter it again.',
  'LT-1712':
    'The library has no account for transfers yet. No QR was made. Enter the account in the settings.',
  'LT-1713':
    '{{needed}} of the deposit is needed for items on loan; at most {{free}} can be given back. Nothing was recorded. Take the items back first.',
  'LT-1714':
    'There are no receipt numbers here. The payment is recorded with a provisional receipt; numbers come when the province is reached.',
  'LT-1715':
    'The library owes the reader no such amount; at most {{free}} can be given back. Nothing was recorded.',
  'LT-1716': 'Give back {{change}}.',
  'LT-1717': 'The drawer holds only {{held}}. Nothing was paid out. Put cash in first.',
  'LT-1801': 'The name cannot be used ({{fault}}). Nothing was recorded. Enter it again.',
  'LT-1802': 'The birth date cannot be ({{fault}}). Nothing was recorded. Enter it again.',
  'LT-1803': 'Card number {{card}} belongs to another reader. Nothing was recorded. Use another number.',
  'LT-1804':
    'The citizen card’s QR could not be read completely ({{fault}}). Nothing was filled in. Scan again or type.',
  'LT-1805':
    'A reader under {{age}} needs a guardian. Nothing was recorded. Choose a guarantor or enter the guardian.',
  'LT-1806': 'The phone number cannot be used. Nothing was recorded. Enter it again or leave it empty.',
  'LT-1807': 'The e-mail address cannot be used. Nothing was recorded. Enter it again or leave it empty.',
  'LT-1808': 'The category “{{category}}” is not in the policy. Nothing was recorded. Choose another.',
  'LT-1809': 'This paper is registered for card {{card}} ({{name}}). Nothing was recorded. Open that reader.',
  'LT-1810': 'Look again at the card that was scanned: {{what}}. It can be used. Check with the reader.',
  'LT-1811': 'This reader is not known here. Nothing was recorded. Wait for the sync and try again.',
  'LT-1812': 'The text is empty or too long. Nothing was recorded. Correct it and try again.',
  'LT-1813': 'The date in “{{field}}” cannot be. Nothing was recorded. Correct it and try again.',
  'LT-1814': 'The card number cannot be used. Nothing was recorded. Enter it again.',
  'LT-1815': 'Message: {{text}}',
  'LT-1816': 'This guarantor cannot be used: {{why}}. Nothing was recorded. Choose another.',
  'LT-1817': 'A fee of {{amount}} ({{legalAct}}) was charged.',
  'LT-1818': 'Exempt by law ({{ground}}).',
  'LT-1819':
    'This computer has no key for the contact data of this reader. Nothing was recorded; the old data is untouched. Change it at the library that issued the card.',
  'LT-1820':
    'This is an old card, replaced by card {{card}}. The reader was opened. Ask who holds it and take the old card in.',
  'LT-1821':
    'A reader of {{library}}: this station has only what lending and returning need. Nothing was changed. Exemptions, cards that cost a fee and contact data are for that library’s desks.',
  'LT-1901': 'There is nothing to undo. Nothing was changed.',
  'LT-1902':
    'Something else has happened to the same item or reader since. Not undone. Record another act to correct it.',
  'LT-1903': 'This act cannot be undone. Reverse a payment; save settings anew.',
  'LT-1904': 'Undone.',
  'LT-1905': 'The policy cannot be used at “{{path}}” ({{fault}}). Not saved. Correct it and save again.',
  'LT-1906': 'The calendar cannot be used at “{{path}}” ({{fault}}). Not saved. Correct it and save again.',
  'LT-1907': 'The template is wrong at line {{line}} ({{fault}}). Not saved. Correct it and save again.',
  'LT-1908': 'Closed {{from}}–{{to}}; the due dates of {{count}} loans were moved.',
  'LT-1912':
    'This is not in the list of this library. Nothing was recorded. Wait for sync and look at the list again.',
  'LT-1913': 'This was dealt with already ({{desk}}, {{at}}). Nothing more was recorded. The list says how.',
  'LT-1914':
    'This is not something that can be done about it. Nothing was recorded. Choose another answer in the list.',
  'LT-1909': 'Put the item where the slip says, then press “Done” to go on scanning.',
  'LT-1910': '{{count}} overdue charges were worked out again by the new calendar.',
  'LT-1911': 'The last day on the hold shelf of {{count}} items was moved.',
};
