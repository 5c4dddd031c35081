/**
 * The one catalogue of what the program can tell a person. A code never changes meaning and is never reused.
 * The sentences (what happened, what was kept, what to do) are in `contract/locales/`, keyed by these codes;
 * a code without a Vietnamese and an English sentence does not compile.
 *
 * 1xxx the desk · 2xxx devices and printing · 3xxx this computer's data · 4xxx the province · 5xxx access
 */
export const outcomeCodes = [
  'LT-1101', // unknown code, first time: scan again to confirm
  'LT-1102', // unknown code, confirmed
  'LT-1103', // bytes that are not text
  'LT-1104', // line too long
  'LT-1105', // control characters inside the code
  'LT-1106', // same code again within seconds: nothing done twice
  'LT-1107', // same accession number in several other libraries
  'LT-1108', // the keyboard's Vietnamese input method changed the code
  'LT-1201', // card expired
  'LT-1202', // card blocked
  'LT-1203', // reader at the limit
  'LT-1204', // copy on loan to another reader
  'LT-1205', // copy already on loan to this reader
  'LT-1206', // copy is not lent (not for loan, lost, damaged, withdrawn)
  'LT-1207', // no policy rule covers this case
  'LT-1208', // the winning policy does not lend this kind of copy
  'LT-1209', // card reported lost
  'LT-1210', // the calendar has no open day within a year
  'LT-1301', // returned, but was not on loan here
  'LT-1302', // returned, belongs to another library
  'LT-1401', // renewal: loan is not open
  'LT-1402', // renewal limit reached
  'LT-1403', // renewal would not move the due date
  'LT-1404', // renewal not offered by the policy
  'LT-1501', // catalogue not downloaded yet
  'LT-2101', // scanner lost
  'LT-2102', // driver process restarted
  'LT-2201', // printer cannot be reached
  'LT-2202', // printer out of paper
  'LT-2203', // printer cover open
  'LT-2204', // printer reports an error
  'LT-2205', // no printer set up
  'LT-2206', // slip could not be drawn
  'LT-3101', // data folder in use by another core
  'LT-3102', // disk full
  'LT-3103', // journal damaged
  'LT-3104', // mirror damaged, fetched again
  'LT-3105', // data folder made by a newer version
  'LT-3106', // station.json cannot be used
  'LT-3107', // data folder without a station
  'LT-3108', // journal of another station
  'LT-4101', // province unreachable
  'LT-4102', // province was restored: refilling and fetching again
  'LT-4103', // this station's journal was copied: forked
  'LT-4104', // province refused the station's key
  'LT-4105', // province speaks a newer protocol
  'LT-5101', // opening address used up or wrong
  'LT-5102', // request from another site refused
  'LT-5103', // unexpected error
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
