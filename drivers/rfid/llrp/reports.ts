import type { AirFailure, SeenTag } from '../air.ts';
import type { LlrpMessage } from './codec.ts';
import { at, listAt, numberAt, textAt } from './values.ts';

/** What a reader did to a tag for an access specification. */
export interface OpResult {
  /** The number we gave the operation. */
  readonly op: number;
  readonly epc: string;
  /** `Success`, or what went wrong in the words of LLRP; empty for a code that llrpjs does not know. */
  readonly result: string;
  /** Hex of the words read; null for a write. */
  readonly read: string | null;
  /** Words written; null for a read. */
  readonly written: number | null;
}

/** The tags of an RO_ACCESS_REPORT, in order; other messages have none. */
export function tagsOf(message: LlrpMessage): readonly SeenTag[] {
  return reportsOf(message).flatMap((report) => {
    const epc = epcOf(report);
    if (epc === null) return [];
    return [
      {
        address: epc,
        dsfid: null,
        pc: numberAt(report, 'C1G2_PC', 'PC_Bits'),
        rssi: numberAt(report, 'PeakRSSI', 'PeakRSSI'),
        antenna: numberAt(report, 'AntennaID', 'AntennaID'),
      },
    ];
  });
}

/** Results of reads and writes in an RO_ACCESS_REPORT. */
export function resultsOf(message: LlrpMessage): readonly OpResult[] {
  return reportsOf(message).flatMap((report) => {
    const epc = epcOf(report) ?? '';
    const results: OpResult[] = [];
    for (const read of listAt(report, 'C1G2ReadOpSpecResult'))
      results.push({ ...resultOf(epc, read), read: textAt(read, 'ReadData') ?? '', written: null });
    for (const write of listAt(report, 'C1G2WriteOpSpecResult'))
      results.push({ ...resultOf(epc, write), read: null, written: numberAt(write, 'NumWordsWritten') ?? 0 });
    return results;
  });
}

/** Each tag once, with the antenna that heard it best. */
export function merged(tags: readonly SeenTag[]): readonly SeenTag[] {
  const best = new Map<string, SeenTag>();
  for (const tag of tags) {
    const other = best.get(tag.address);
    if (other === undefined || (tag.rssi ?? -Infinity) > (other.rssi ?? -Infinity))
      best.set(tag.address, tag);
  }
  return [...best.values()];
}

/** LLRP 1.0.1 §15.2.1.5: results of C1G2 operations. */
const resultFailures: Readonly<Record<string, AirFailure>> = {
  Tag_Memory_Overrun_Error: 'refused',
  Tag_Memory_Locked_Error: 'locked',
  Insufficient_Power: 'weak',
  Nonspecific_Tag_Error: 'refused',
  No_Response_From_Tag: 'weak',
  Nonspecific_Reader_Error: 'weak',
};

/** Why an operation failed, or null when it did not. */
export function resultFailure(result: string): AirFailure | null {
  return result === 'Success' ? null : (resultFailures[result] ?? 'refused');
}

function reportsOf(message: LlrpMessage): readonly unknown[] {
  return message.type === 'RO_ACCESS_REPORT' ? listAt(message.data, 'TagReportData') : [];
}

/** 96 bits come as one parameter, all other lengths as another. */
function epcOf(report: unknown): string | null {
  const epc = textAt(report, 'EPC_96', 'EPC') ?? textAt(report, 'EPCData', 'EPC');
  return epc === null ? null : epc.toUpperCase();
}

function resultOf(epc: string, operation: unknown) {
  return {
    op: numberAt(operation, 'OpSpecID') ?? -1,
    epc,
    result: textAt(operation, 'Result') ?? '',
  };
}

/** `M_Success` …, or null for a message without a status. */
export function statusOf(message: LlrpMessage): string | null {
  return textAt(message.data, 'LLRPStatus', 'StatusCode');
}

/** What a READER_EVENT_NOTIFICATION says about the connection, or null. */
export function connectionAttempt(message: LlrpMessage): string | null {
  return textAt(message.data, 'ReaderEventNotificationData', 'ConnectionAttemptEvent', 'Status');
}

/** Whether it tells that this reader specification has ended. */
export function endsRound(message: LlrpMessage, specification: number): boolean {
  return listAt(message.data, 'ReaderEventNotificationData', 'ROSpecEvent').some(
    (event) => at(event, 'EventType') === 'End_Of_ROSpec' && at(event, 'ROSpecID') === specification,
  );
}
