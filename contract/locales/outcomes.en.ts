import type { OutcomeCode } from '../../domain/outcome.ts';
import { circulationEn } from './circulation.en.ts';

export const outcomesEn: Readonly<Record<OutcomeCode, string>> = {
  ...circulationEn,
  'LT-1101': 'This code is not known. Nothing was recorded. Scan it again to confirm.',
  'LT-1102':
    'No card and no copy has this code. Nothing was recorded. Check the label; if it is right, tell whoever keeps the catalogue.',
  'LT-1103':
    'The scanner sent data that is not text ({{bytes}} bytes). Nothing was recorded. Scan again; if it happens again, check the cable and the scanner settings.',
  'LT-1104':
    'The scanner sent a line that is too long ({{bytes}} bytes). Nothing was recorded. Scan again; if it happens again, check the terminator the scanner sends.',
  'LT-1105':
    'The code holds control characters. Nothing was recorded. Scan again; if it happens again, check the scanner settings.',
  'LT-1106': 'This code was scanned a moment ago. It was not recorded twice.',
  'LT-1107':
    'Several other libraries have a copy with this accession number. Nothing was recorded. Put this copy aside and tell whoever keeps the catalogue.',
  'LT-1108':
    'A Vietnamese input method is on and changed the code. Nothing was recorded. Switch it to E and scan again.',
  'LT-1109': 'This is the ISBN of “{{title}}”. Nothing was recorded. Scan the copy’s accession label.',
  'LT-1110':
    'This is a payment code or a web address; it lends nothing. Nothing was recorded. Scan a card or a copy.',
  'LT-1111':
    'This paper is not registered for any reader. Nothing was recorded. Press Register to issue a card.',
  'LT-1112':
    'The code on this paper was read only in part. Nothing was recorded. Scan again with a steady hand and enough light.',
  'LT-1113': 'There is no such command. Nothing was done. Print the sheet of command codes again.',
  'LT-1114': 'This question is out of date. Nothing was recorded. Scan the item again.',
  'LT-1115': 'The self-test barcode came through unchanged. Nothing was recorded. Scanning can begin.',
  'LT-1116':
    'The self-test barcode came through changed: {{fault}}. Nothing was recorded. Open Settings, Test the scanner, to see the cure before scanning on.',
  'LT-1117':
    'The check character of the label does not fit: the code was misread or mistyped. Nothing was recorded. Scan again; if it stays so, print the label anew.',
  'LT-1118':
    'The camera may not be used yet. Nothing was recorded. Allow it at the camera sign of the address bar, or under Settings, Privacy of Windows, and open it again.',
  'LT-1119':
    'This computer has no camera. Nothing was recorded. Plug one in and open it again; other scanners work as before.',
  'LT-1120':
    'The camera does not start. Nothing was recorded. Close other programs that use it and open it again; other scanners work as before.',
  'LT-1501':
    'The catalogue is still being fetched. Nothing was recorded. Wait until the sync mark says it is done, then scan again.',
  'LT-2101':
    'The scanner is disconnected. What was recorded is kept. Plug it in again; the program reconnects by itself.',
  'LT-2102':
    'The device process has just restarted. What was recorded is kept. Scan the last code again if it is not on screen.',
  'LT-2103': 'Two devices are set up on one line. This one does not run. Change its line under Devices.',
  'LT-2104':
    'A device is disconnected. What was recorded is kept. Check its power and cable; it reconnects by itself.',
  'LT-2105':
    'The line opens but the device does not answer. What was recorded is kept. Check its power, speed and kind under Devices.',
  'LT-2106':
    'The device answers with an error. What was recorded is kept. Switch it off and on; if it happens again, tell support.',
  'LT-2111':
    'The tag was not released: a gate will alarm. The loan is recorded. Put the copy back on the pad and press Try again.',
  'LT-2112':
    'The tag was not secured: a gate will stay silent. The return is recorded. Put the copy back on the pad and press Try again.',
  'LT-2113':
    'Only {{found}} of the set’s {{total}} parts were read. Nothing is recorded. Put all parts on the pad, or scan the barcode.',
  'LT-2114':
    'An RFID tag cannot be read. Nothing is recorded. Spread the pile and put it down again, or scan the barcode.',
  'LT-2115':
    'This RFID tag is not of the kind this library uses. Nothing is recorded. Scan the copy’s barcode.',
  'LT-2116': 'This RFID tag is blank. Nothing is recorded. Scan the copy’s barcode.',
  'LT-2121':
    'The gate alarms for a copy that is on loan and whose tag was not released. The loan stands. Put the copy on the pad and press Try again, or let the reader pass.',
  'LT-2122':
    'The gate alarms for a copy that is not on loan. Nothing is recorded. Ask the reader back to the desk to borrow it.',
  'LT-2123':
    'The gate alarms for RFID tag {{tag}}, which nobody here knows. Nothing is recorded. Ask the reader: it may be another library’s.',
  'LT-2124':
    'The gate alarms for a copy lent for the reading room only. Nothing is recorded. Ask the reader to take it back.',
  'LT-2125': 'The gate had more alarms than it could keep. Some are not shown here. Look at the gate.',
  'LT-2118':
    'The program ended before the RFID tag was confirmed. The act is recorded. Put the copy back on the pad and press Try again.',
  'LT-2201':
    'The printer cannot be reached. The loan is recorded and the slip waits. Check the printer’s power and cable.',
  'LT-2202':
    'The printer is out of paper. The loan is recorded and the slip waits. Put in a new roll; printing goes on by itself.',
  'LT-2203':
    'The printer’s cover is open. The loan is recorded and the slip waits. Close it; printing goes on by itself.',
  'LT-2204':
    'The printer reports an error. The loan is recorded and the slip waits. Switch the printer off and on.',
  'LT-2205':
    'This station has no printer. The loan is recorded and the slip is kept. Add a printer among the devices.',
  'LT-2206': 'The slip could not be drawn. The loan is recorded and the slip is kept. Report this code.',
  'LT-2207': 'The printer’s paper is near its end. Slips are still printed. Have a new roll ready.',
  'LT-2208':
    'This printer is on a one-way line and cannot say that its paper is out or its cover open. Slips sent count as printed. Look whether the paper comes out.',
  'LT-2209':
    'The slip was interrupted while printing: part or all of it may be out. What was recorded stands. Look at the paper, then print it again or skip it.',
  'LT-2210':
    'This computer’s print queue did not take it. Nothing was printed and the slip is kept. Check the printer’s name among the devices.',
  'LT-2211': 'This printer cannot do that. Nothing was done. Choose another printer among the devices.',
  'LT-3101':
    'The data folder {{path}} is in use by another Lưu Thông. It was not opened twice, to keep the journal whole. Close the other program or choose another folder.',
  'LT-3102':
    'The disk is full. This act was not recorded; all earlier ones are kept. Free some space and scan again.',
  'LT-3103':
    'The journal is damaged from entry {{seq}}. Earlier entries can be read. Nothing more is written; call support before doing anything else.',
  'LT-3104':
    'The copy of the catalogue is damaged. The journal is not affected. The catalogue is being fetched again.',
  'LT-3105': 'A newer version made this data. Nothing was changed. Update the program and open it again.',
  'LT-3106':
    'The settings file {{path}} is wrong at “{{field}}”. The station was not opened; its data was not touched. Correct that entry and open it again.',
  'LT-3107':
    'The folder {{path}} has no station. Nothing was made there. Check the path; for a new station, make that folder and open it again to type the enrolment code.',
  'LT-3108':
    'The journal in this folder belongs to station {{owner}}, not {{station}}. Nothing was written, so that the two do not mix. Correct the station in station.json or use the right folder.',
  'LT-3109':
    '{{count}} facts have not been sent to the province, the oldest of {{since}}, in {{path}}. Nothing was deleted. Export them to a USB stick first: npm run -s cli -- journal export --data {{path}} --out FILE. To throw them away, add --discard-unsent {{total}}.',
  'LT-3110':
    '{{count}} facts have not been sent to {{from}}, the oldest of {{since}}. Nothing was changed. Reach the old province to send them, or export them to a USB stick: npm run -s cli -- journal export --data {{path}} --out FILE. To go on all the same, add --discard-unsent {{count}}; the facts stay in the journal and will be sent to the new province.',
  'LT-3111':
    '{{count}} facts have not been sent, not {{said}}. Nothing was done. Look again and type the right number, or export them to a USB stick first.',
  'LT-3112':
    '{{count}} entries of the journal cannot be read. Those that can are in the file. Leave the disk as it is and call support.',
  'LT-3113':
    'The journal was damaged in one place. What could be read is kept and sent to the province, and a new journal goes on; the damaged one stays at {{path}}. Go on working and tell support; compare today’s paper slips.',
  'LT-3114':
    'The data on the disk is damaged somewhere. This act was not recorded; earlier ones are kept. The program is restarting to mend it; scan again in a few seconds.',
  'LT-3115':
    'The disk is nearly full. Loans and returns are still recorded, in the space kept for them; the catalogue is not fetched meanwhile. Free some space today.',
  'LT-3116':
    'The journal is damaged. Every entry that is whole is in the file; whether others stood behind the last one is not certain. Leave the disk as it is, call support, and compare the paper slips.',
  'LT-4101':
    'The provincial server cannot be reached. Lend and return as usual; acts are kept here and sent when the network is back.',
  'LT-4102':
    'The provincial server was restored. The station is sending its journal again and fetching the catalogue. Go on working.',
  'LT-4103':
    'This station’s journal was copied to another computer. Acts are kept here and not sent. Ask the province to enrol the station again.',
  'LT-4104':
    'The provincial server does not accept this station’s key. Acts are kept here. Ask the province for a new enrolment code.',
  'LT-4105':
    'The provincial server speaks a newer protocol. Lend and return as usual; acts are kept here. Update the program.',
  'LT-4106':
    'The server that answers does not have the certificate of the province that this station knows. Nothing was sent to it; acts are kept here. Ask the province: if it has another certificate now, ask for a new enrolment code.',
  'LT-4107':
    'The province sends a new kind of data that this program cannot read yet; it is kept aside. Lend, return and send as usual. Update the program.',
  'LT-4111':
    'The provincial server cannot be reached. Nothing was changed. Check the network and the address and try again; the code is still good.',
  'LT-4112':
    'The code is wrong, used or too old. Nothing was changed. Look at each letter again, or ask the province for another.',
  'LT-4113':
    'This folder has the journal of another station. Nothing was changed. Ask the province for a code for that station (enrol --station), or choose an empty folder.',
  'LT-4114': 'Tried too often. Nothing was changed. Wait half a minute and try again.',
  'LT-4115':
    'This address is not a provincial server, or one that needs an update. Nothing was changed. Look at the address again.',
  'LT-4116':
    'The fingerprint of the server’s certificate is {{shown}}, not the one that the province gave. Nothing was sent. Ask the province.',
  'LT-4118':
    'The station was closed with {{count}} facts that have not been sent to the province, the oldest of {{since}}. They are in this computer’s journal and will be sent when it is opened again. Do not delete the data folder.',
  'LT-4117':
    'This computer has no keystore: the station’s key lies in the file station.key, which anyone who can log in to this account can read. The station works as usual. Do not copy that file; if it gets out, have the province revoke the station.',
  'LT-4131':
    'The catalogue file that was downloaded is damaged and was thrown away. The journal and all acts are intact; lend and return as usual. The station downloads it again. Should it happen again, tell the province.',
  'LT-4132':
    'The disk has no room for the catalogue file; what had been downloaded was deleted. The journal and all acts are intact; lend and return as usual. The station fetches the catalogue little by little. Make room on the disk.',
  'LT-5101':
    'This opening address was used already or is wrong. Nothing was opened. Press Enter in its terminal, or start the program again, for a new one.',
  'LT-5102':
    'The request came from another site and was refused. Nothing was changed. Open the program from its own icon.',
  'LT-5103':
    'Something unexpected went wrong. Everything shown as done is kept. Try again; if it happens again, report this code.',
  'LT-5104': 'This needs the permission “{{permission}}”. Nothing was changed. Ask somebody who has it.',
};
