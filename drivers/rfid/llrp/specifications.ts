import type { UhfBank } from '../air.ts';

/** Our one reader specification; all others are deleted, for LLRP readers have one client. */
export const roSpec = 1;

/** Air time of one round (ms): a pile of books several times over. */
export const roundMs = 300;

/** How often the reader asks whether we are there (ms). */
const keepaliveMs = 10_000;

/** Tells ends of rounds and asks now and then whether we are there; the rest of the reader's set-up stays. */
export const readerConfig = {
  ResetToFactoryDefault: false,
  ReaderEventNotificationSpec: {
    EventNotificationState: [{ EventType: 'ROSpec_Event', NotificationState: true }],
  },
  KeepaliveSpec: { KeepaliveTriggerType: 'Periodic', PeriodicTriggerValue: keepaliveMs },
};

/** One round on all antennas when it is started, reported as a whole at its end. */
export const roundSpecification = {
  ROSpec: {
    ROSpecID: roSpec,
    Priority: 0,
    CurrentState: 'Disabled',
    ROBoundarySpec: {
      ROSpecStartTrigger: { ROSpecStartTriggerType: 'Null' },
      ROSpecStopTrigger: { ROSpecStopTriggerType: 'Null', DurationTriggerValue: 0 },
    },
    AISpec: {
      // 0 stands for all of them.
      AntennaIDs: [0],
      AISpecStopTrigger: { AISpecStopTriggerType: 'Duration', DurationTrigger: roundMs },
      InventoryParameterSpec: { InventoryParameterSpecID: 1, ProtocolID: 'EPCGlobalClass1Gen2' },
    },
    ROReportSpec: {
      ROReportTrigger: 'Upon_N_Tags_Or_End_Of_ROSpec',
      // 0: not before the end.
      N: 0,
      TagReportContentSelector: {
        EnableROSpecID: true,
        EnableSpecIndex: false,
        EnableInventoryParameterSpecID: false,
        EnableAntennaID: true,
        EnableChannelIndex: false,
        EnablePeakRSSI: true,
        EnableFirstSeenTimestamp: false,
        EnableLastSeenTimestamp: false,
        EnableTagSeenCount: false,
        EnableAccessSpecID: true,
        C1G2EPCMemorySelector: { EnableCRC: false, EnablePCBits: true },
      },
    },
  },
};

/** First bit of the EPC in its bank, behind StoredCRC and PC. */
const epcStartsAt = 32;

/** What is to be done to one tag, once, in the next round; told as soon as it is done. */
export function accessSpecification(
  id: number,
  epc: string,
  operation: { readonly C1G2Read: object } | { readonly C1G2Write: object },
): object {
  return {
    AccessSpec: {
      AccessSpecID: id,
      AntennaID: 0,
      ProtocolID: 'EPCGlobalClass1Gen2',
      CurrentState: 'Disabled',
      ROSpecID: roSpec,
      AccessSpecStopTrigger: { AccessSpecStopTrigger: 'Operation_Count', OperationCountValue: 1 },
      AccessCommand: {
        C1G2TagSpec: {
          C1G2TargetTag: {
            MB: 1,
            Match: true,
            Pointer: epcStartsAt,
            TagMask: 'F'.repeat(epc.length),
            TagData: epc,
          },
        },
        ...operation,
      },
      AccessReportSpec: { AccessReportTrigger: 'End_Of_AccessSpec' },
    },
  };
}

/** @param password 8 hex digits */
export function readOperation(
  id: number,
  bank: UhfBank,
  first: number,
  words: number,
  password: string,
): { readonly C1G2Read: object } {
  return { C1G2Read: { ...place(id, bank, first, password), WordCount: words } };
}

/** @param password 8 hex digits */
export function writeOperation(
  id: number,
  bank: UhfBank,
  first: number,
  bytes: Uint8Array,
  password: string,
): { readonly C1G2Write: object } {
  const WriteData = Buffer.from(bytes).toString('hex').toUpperCase();
  return { C1G2Write: { ...place(id, bank, first, password), WriteData } };
}

function place(id: number, bank: UhfBank, first: number, password: string): object {
  return { OpSpecID: id, AccessPassword: Number.parseInt(password, 16), MB: bank, WordPointer: first };
}
