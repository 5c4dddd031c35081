/** Circulation, money and readers. */
const circulationCodes = [
  'LT-1201', // card expired
  'LT-1202', // card blocked
  'LT-1203', // reader at a limit
  'LT-1204', // copy on loan to another reader
  'LT-1205', // copy already on loan to this reader
  'LT-1206', // copy is not for loan
  'LT-1207', // no policy rule covers this case
  'LT-1208', // the winning policy does not lend this kind of copy
  'LT-1209', // card reported lost
  'LT-1210', // the calendar has no open day within a year
  'LT-1211', // reader too young or too old
  'LT-1212', // an age is asked for and the birth date is missing
  'LT-1213', // debt above the limit
  'LT-1214', // family debt above the limit
  'LT-1215', // overdue loans
  'LT-1216', // reading-room copies at once
  'LT-1217', // deposit ceiling
  'LT-1218', // copy may not be used this way
  'LT-1219', // copy withdrawn
  'LT-1220', // restricted material
  'LT-1221', // copy marked lost
  'LT-1222', // copy was missing
  'LT-1223', // copy damaged
  'LT-1224', // copy claimed returned
  'LT-1225', // copy in transit
  'LT-1226', // copy waits on the hold shelf for another reader
  'LT-1227', // another reader is next in the queue
  'LT-1228', // another copy of the title on loan to the reader
  'LT-1229', // reader had this title before
  'LT-1230', // accompanying parts
  'LT-1231', // copy of another library
  'LT-1232', // message about the copy
  'LT-1233', // a due date has to be set
  'LT-1234', // shorter loan: many wait
  'LT-1235', // due date does not exist
  'LT-1236', // due date in the past
  'LT-1237', // due date too far
  'LT-1301', // returned, but was not on loan here
  'LT-1302', // belongs to another library
  'LT-1303', // trapped for a hold, on the shelf here
  'LT-1304', // trapped for a hold at another library
  'LT-1305', // overdue charge raised
  'LT-1306', // a lost copy is back
  'LT-1307', // lost copies are not taken back without a decision
  'LT-1308', // check accompanying parts
  'LT-1309', // already on the hold shelf
  'LT-1310', // arrived
  'LT-1311', // used in the library
  'LT-1312', // return time in the future
  'LT-1313', // return time before the loan
  'LT-1314', // the reader had said so
  'LT-1315', // a missing copy is back
  'LT-1316', // copy is marked damaged
  'LT-1317', // copy is withdrawn
  'LT-1318', // the return to be corrected is not here
  'LT-1320', // copy is with a reader
  'LT-1321', // a withdrawal needs a decision
  'LT-1322', // this mark changes nothing
  'LT-1323', // accession number taken
  'LT-1324', // fast-add incomplete
  'LT-1325', // due date moved
  'LT-1401', // renewal: loan is not open
  'LT-1402', // renewal limit reached
  'LT-1403', // renewal would not move the due date
  'LT-1404', // renewal not offered by the policy
  'LT-1405', // others wait
  'LT-1406', // too soon
  'LT-1407', // overdue loans are not renewed
  'LT-1408', // recalled
  'LT-1409', // too many renewals without the copy
  'LT-1410', // renewed late: charged
  'LT-1411', // claimed returned
  'LT-1601', // policy allows no such hold
  'LT-1602', // too many holds
  'LT-1603', // already holds this title
  'LT-1604', // a copy is on the shelf
  'LT-1605', // reader has the title
  'LT-1606', // no copy can be held
  'LT-1607', // pickup not allowed there
  'LT-1608', // hold is not open
  'LT-1609', // hold dates wrong
  'LT-1610', // copy is put aside already
  'LT-1611', // recall not offered
  'LT-1612', // take the copy off the shelf
  'LT-1613', // recalled
  'LT-1701', // amount unreadable
  'LT-1702', // amount must be more than zero
  'LT-1703', // amount too large
  'LT-1704', // more than is owed
  'LT-1705', // no drawer open
  'LT-1706', // a drawer is open already
  'LT-1707', // the count differs and nobody says why
  'LT-1708', // charge not known or settled
  'LT-1709', // waiver without a ground
  'LT-1710', // payment cannot become that
  'LT-1711', // too little cash handed over
  'LT-1712', // no account for transfers
  'LT-1713', // deposit is still needed
  'LT-1714', // provisional receipt
  'LT-1715', // nothing to give back
  'LT-1716', // change to give
  'LT-1717', // not enough cash in the drawer
  'LT-1801', // name cannot be used
  'LT-1802', // birth date cannot be
  'LT-1803', // card number taken
  'LT-1804', // citizen card cannot be read
  'LT-1805', // guardian needed
  'LT-1806', // phone cannot be used
  'LT-1807', // e-mail cannot be used
  'LT-1808', // category unknown
  'LT-1809', // reader is registered already
  'LT-1810', // citizen card is of two minds
  'LT-1811', // reader not known
  'LT-1812', // text missing or too long
  'LT-1813', // date cannot be
  'LT-1814', // card number cannot be used
  'LT-1815', // message for the reader
  'LT-1816', // guardian cannot be
  'LT-1817', // fee charged
  'LT-1818', // fee exempt
  'LT-1819', // contact data cannot be opened here
  'LT-1820', // an old card of the reader
  'LT-1821', // reader of another library: its desks keep what is written about the person
  'LT-1901', // nothing to undo
  'LT-1902', // something happened since
  'LT-1903', // acts of this kind are not undone
  'LT-1904', // undone
  'LT-1905', // policy cannot be saved
  'LT-1906', // calendar cannot be saved
  'LT-1907', // template cannot be saved
  'LT-1908', // closing moved due dates
  'LT-1909', // wait for hand-over
  'LT-1910', // charges worked out again
  'LT-1911', // closing moved days on the hold shelf
  'LT-1912', // exception not known here, or of other libraries
  'LT-1913', // exception dealt with already
  'LT-1914', // no resolution of such an exception
] as const;
export type CirculationCode = (typeof circulationCodes)[number];

/**
 * The one catalogue of what the program can tell a person. A code never changes meaning and is never reused.
 * The sentences (what happened, what was kept, what to do) are in `contract/locales/`, keyed by these codes;
 * a code without a Vietnamese and an English sentence does not compile.
 *
 * 1xxx the desk (11 scans, 12 lending, 13 returns and copies, 14 renewals, 15 catalogue, 16 holds, 17 money, 18 readers,
 * 19 undo and settings) · 2xxx devices and printing · 3xxx this computer's data · 4xxx the province · 5xxx access
 */
export const outcomeCodes = [
  'LT-1101', // unknown code, first time: scan again to confirm
  'LT-1102', // unknown code, confirmed
  'LT-1103', // bytes that are not text
  'LT-1104', // line too long
  'LT-1105', // control characters inside the code
  'LT-1106', // same code again within seconds: nothing done twice
  'LT-1107', // same accession number in several other libraries
  'LT-1109', // book number: the copy's own label is needed
  'LT-1110', // payment code or web address
  'LT-1111', // citizen or health card of nobody registered here
  'LT-1112', // citizen or health card cut short or damaged
  'LT-1113', // command barcode that is none
  'LT-1114', // the answer came too late
  'LT-1115', // the self-test barcode came through unchanged
  'LT-1116', // the self-test barcode came through changed
  'LT-1117', // the check character of an own label is wrong
  'LT-1118', // the camera may not be used here
  'LT-1119', // no camera
  'LT-1120', // the camera does not start
  'LT-1108', // the keyboard's Vietnamese input method changed the code
  'LT-1501', // catalogue not downloaded yet
  ...circulationCodes,
  'LT-2101', // scanner lost
  'LT-2102', // driver process restarted
  'LT-2103', // two devices of this station are set up on one line
  'LT-2104', // a device other than a scanner cannot be reached
  'LT-2105', // its line is open and it does not answer
  'LT-2106', // it answers, and does not do its work
  'LT-2111', // a loan's tag was not released: a gate will alarm
  'LT-2112', // a return's tag was not secured
  'LT-2113', // part of a set of tags is missing
  'LT-2114', // a tag that cannot be read
  'LT-2115', // a tag that is not of this library's kind
  'LT-2116', // a blank tag
  'LT-2121', // a gate alarms for a copy that is on loan
  'LT-2122', // a gate alarms for a copy that is not on loan
  'LT-2123', // a gate alarms for a tag nobody knows
  'LT-2124', // a gate alarms for a copy lent for the reading room
  'LT-2125', // a gate had more alarms than it could keep
  'LT-2118', // the program ended before the tag was confirmed
  'LT-2201', // printer cannot be reached
  'LT-2202', // printer out of paper
  'LT-2203', // printer cover open
  'LT-2204', // printer reports an error
  'LT-2205', // no printer set up
  'LT-2206', // slip could not be drawn
  'LT-2207', // paper near its end: it still prints
  'LT-2208', // a printer on a one-way line: what it does is not known
  'LT-2209', // a slip was begun and not finished: it may be out
  'LT-2210', // the operating system's print queue did not take it
  'LT-2211', // this printer has no drawer, or no letters of its own
  'LT-3101', // data folder in use by another core
  'LT-3102', // disk full
  'LT-3103', // journal damaged
  'LT-3104', // mirror damaged, fetched again
  'LT-3105', // data folder made by a newer version
  'LT-3106', // station.json cannot be used
  'LT-3107', // data folder without a station
  'LT-3108', // journal of another station
  'LT-3109', // this would lose facts that were not sent
  'LT-3110', // another province, and facts that were not sent
  'LT-3111', // the number given is not that of the unsent facts
  'LT-3112', // parts of the journal could not be read for the rescue
  'LT-3113', // journal was damaged: what could be read goes on in a new one
  'LT-3114', // damage found while running: mended by a restart
  'LT-3115', // disk nearly full: the reserve is used up
  'LT-3116', // journal damaged: whole entries are in the rescue, others are not known of
  'LT-4101', // province unreachable
  'LT-4102', // province was restored: refilling and fetching again
  'LT-4103', // this station's journal was copied: forked
  'LT-4104', // province refused the station's key
  'LT-4105', // province speaks a newer protocol
  'LT-4106', // province shows another certificate
  'LT-4107', // province sends rows of a newer protocol: they are kept aside
  'LT-4111', // enrolment: province unreachable
  'LT-4112', // enrolment: code wrong, used or too old
  'LT-4113', // enrolment: the folder has another station's journal
  'LT-4114', // enrolment: tried too often
  'LT-4115', // enrolment: that address is no province
  'LT-4116', // enrolment: the certificate is not the one the province gave
  'LT-4117', // the station's key lies in an open file
  'LT-4118', // closed with facts that were not sent
  'LT-4131', // snapshot of the catalogue came damaged
  'LT-4132', // no room on the disk for a snapshot
  'LT-5101', // opening address used up or wrong
  'LT-5102', // request from another site refused
  'LT-5103', // unexpected error
  'LT-5104', // no permission
] as const;
export type OutcomeCode = (typeof outcomeCodes)[number];

/** One reason shown to a person. `params` fill the sentence; money in đồng, dates as `YYYY-MM-DD`. */
export interface Reason {
  readonly code: OutcomeCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A reason with its parameters. */
export function reason(code: OutcomeCode, params: Reason['params'] = {}): Reason {
  return { code, params };
}
