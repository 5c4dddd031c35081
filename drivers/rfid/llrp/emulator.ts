import type { FaultyWire } from '../../emulator/faulty-wire.ts';
import type { TagAnswer, TagField } from '../emulator/field.ts';
import { epcOf } from '../emulator/field.ts';
import type { LlrpMessage } from './codec.ts';
import { loadLlrpCodec } from './codec.ts';
import { createLlrpFramer } from './framer.ts';
import { at, listAt, numberAt, textAt } from './values.ts';

/** An LLRP reader that is not there. */
export interface LlrpEmulator {
  /** The client has connected: the reader greets it. @param status of the attempt, `Success` by default */
  connected(status?: string): Promise<void>;
  /** What the client sends. */
  receive(bytes: Uint8Array): void;
  /** Asks whether the client is there. */
  keepAlive(): Promise<void>;
  /** Resolves with the client's next KEEPALIVE_ACK. */
  acknowledged(): Promise<void>;
  /** A report that nobody asked for. */
  report(): Promise<void>;
}

/** Ways in which readers differ, or misbehave. */
export interface LlrpEmulatorOptions {
  /** Access password of all tags; 0 by default. */
  readonly password?: number;
  /** The report of a round comes behind the event that tells its end. */
  readonly lateReports?: boolean;
  /** Requests that are answered by this status. */
  readonly refuses?: ReadonlyMap<string, string>;
}

/** Speaks LLRP 1.0.1, by the same codec, about the tags in `field`. A round ends at once. */
export function createLlrpEmulator(
  field: TagField,
  wire: FaultyWire,
  options: LlrpEmulatorOptions = {},
): LlrpEmulator {
  const loading = loadLlrpCodec();
  const framer = createLlrpFramer();
  let specifications: unknown[] = [];
  let acknowledgement = Promise.withResolvers<void>();
  let ownId = 0;
  let hearing = Promise.resolve();

  const send = async (type: string, data: object, id = (ownId += 1)): Promise<void> => {
    const bytes = (await loading)?.encode(type, id, data);
    if (!bytes) throw new Error(`the emulator cannot say ${type}`);
    wire.send(bytes);
  };
  const event = (what: object): Promise<void> =>
    send('READER_EVENT_NOTIFICATION', {
      ReaderEventNotificationData: {
        UTCTimestamp: { Microseconds: '2026-11-25T12:00:00.000000Z' },
        ...what,
      },
    });
  const report = (reports: readonly object[]): Promise<void> =>
    send('RO_ACCESS_REPORT', reports.length === 0 ? {} : { TagReportData: reports });

  const round = async (id: number): Promise<void> => {
    for (const specification of specifications) {
      const result = operated(field, specification, options.password ?? 0);
      if (result !== null) await report([result]);
    }
    const seen = seenIn(field);
    if (!options.lateReports) await report(seen);
    await event({ ROSpecEvent: { EventType: 'End_Of_ROSpec', ROSpecID: id, PreemptingROSpecID: 0 } });
    if (options.lateReports) await report(seen);
  };
  const answer = async ({ type, id, data }: LlrpMessage): Promise<void> => {
    if (type === 'KEEPALIVE_ACK') {
      acknowledgement.resolve();
      acknowledgement = Promise.withResolvers();
      return;
    }
    // Room for one, as the smallest readers have.
    const isFull = type === 'ADD_ACCESSSPEC' && specifications.length > 0;
    const refused = options.refuses?.get(type) ?? (isFull ? 'M_FieldError' : undefined);
    const status = { LLRPStatus: { StatusCode: refused ?? 'M_Success', ErrorDescription: '' } };
    if (type === 'ADD_ACCESSSPEC' && refused === undefined) specifications.push(at(data, 'AccessSpec'));
    if (type === 'DELETE_ACCESSSPEC') {
      const which = numberAt(data, 'AccessSpecID');
      specifications = specifications.filter(
        (specification) => which !== 0 && numberAt(specification, 'AccessSpecID') !== which,
      );
    }
    const extra = refused === undefined ? (extras[type] ?? {}) : {};
    await send(`${type}_RESPONSE`, { ...status, ...extra }, id);
    if (type === 'START_ROSPEC' && refused === undefined) await round(numberAt(data, 'ROSpecID') ?? 0);
  };

  const hear = async (frames: readonly Uint8Array[]): Promise<void> => {
    const codec = await loading;
    for (const frame of frames) {
      const message = codec?.decode(frame);
      if (message) await answer(message);
    }
  };

  return {
    connected: (status = 'Success') => event({ ConnectionAttemptEvent: { Status: status } }),
    keepAlive: () => send('KEEPALIVE', {}),
    acknowledged: () => acknowledgement.promise,
    report: () => report(seenIn(field)),
    receive(bytes) {
      const frames = framer.push(bytes);
      hearing = hearing.then(() => hear(frames));
    },
  };
}

/** What responses hold besides their status; values invented, but for Impinj's enterprise number. */
const extras: Readonly<Record<string, object>> = {
  GET_READER_CAPABILITIES: {
    GeneralDeviceCapabilities: {
      MaxNumberOfAntennaSupported: 4,
      CanSetAntennaProperties: false,
      HasUTCClockCapability: true,
      DeviceManufacturerName: 25_882,
      ModelName: 2_001_002,
      ReaderFirmwareVersion: '5.12.0',
      ReceiveSensitivityTableEntry: { Index: 1, ReceiveSensitivityValue: 0 },
      GPIOCapabilities: { NumGPIs: 0, NumGPOs: 0 },
      PerAntennaAirProtocol: { AntennaID: 1, ProtocolID: ['EPCGlobalClass1Gen2'] },
    },
  },
  GET_READER_CONFIG: { Identification: { IDType: 'MAC_Address', ReaderID: '0016250000000001' } },
};

function seenIn(field: TagField): readonly object[] {
  return field.present().flatMap((tag) => {
    if (tag.technology !== 'uhf') return [];
    const pc = Buffer.from(tag.banks[1]).readUInt16BE(2);
    const told = { AntennaID: { AntennaID: 1 }, PeakRSSI: { PeakRSSI: -50 }, C1G2_PC: { PC_Bits: pc } };
    return [Object.assign(epcParameter(epcOf(tag)), told)];
  });
}

function epcParameter(epc: string): object {
  return epc.length === 24 ? { EPC_96: { EPC: epc } } : { EPCData: { EPC: epc } };
}

/** The report about one access specification; null when no tag is its target. */
function operated(field: TagField, specification: unknown, password: number): object | null {
  const epc = textAt(specification, 'AccessCommand', 'C1G2TagSpec', 'C1G2TargetTag', 'TagData');
  const target = field.present().some((tag) => tag.technology === 'uhf' && epcOf(tag) === epc);
  if (epc === null || !target) return null;
  const [read] = listAt(specification, 'AccessCommand', 'C1G2Read');
  const [write] = listAt(specification, 'AccessCommand', 'C1G2Write');
  const operation = read ?? write;
  const [bank, first] = [numberAt(operation, 'MB') ?? 0, numberAt(operation, 'WordPointer') ?? 0];
  const OpSpecID = numberAt(operation, 'OpSpecID') ?? 0;
  const isAllowed = numberAt(operation, 'AccessPassword') === password;
  if (read !== undefined) {
    const answer = field.readUhf(epc, bank, first, numberAt(read, 'WordCount') ?? 0);
    if (!answer.ok && answer.why === 'gone') return null;
    const ReadData = answer.ok && isAllowed ? Buffer.from(answer.value).toString('hex').toUpperCase() : '';
    const Result = isAllowed ? readResult(answer) : 'Nonspecific_Tag_Error';
    return { ...epcParameter(epc), C1G2ReadOpSpecResult: { Result, OpSpecID, ReadData } };
  }
  const bytes = Buffer.from(textAt(write, 'WriteData') ?? '', 'hex');
  const answer: TagAnswer<null> = isAllowed
    ? field.writeUhf(epc, bank, first, bytes)
    : { ok: false, why: 'locked' };
  if (!answer.ok && answer.why === 'gone') return null;
  const NumWordsWritten = answer.ok ? bytes.length / 2 : 0;
  const Result = writeResult(answer);
  return { ...epcParameter(epc), C1G2WriteOpSpecResult: { Result, OpSpecID, NumWordsWritten } };
}

function readResult(answer: TagAnswer<unknown>): string {
  if (answer.ok) return 'Success';
  return answer.why === 'weak' ? 'No_Response_From_Tag' : 'Nonspecific_Tag_Error';
}

function writeResult(answer: TagAnswer<unknown>): string {
  if (answer.ok) return 'Success';
  switch (answer.why) {
    case 'locked':
      return 'Tag_Memory_Locked_Error';
    case 'range':
      return 'Tag_Memory_Overrun_Error';
    case 'gone':
    case 'weak':
      return 'No_Response_From_Tag';
  }
}
