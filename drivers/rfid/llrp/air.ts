import type { AirLine, AirResult, AirSettings, UhfAir, UhfBank } from '../air.ts';
import { failed } from '../exchange.ts';
import type { LlrpMessage } from './codec.ts';
import { endsRound, merged, resultFailure, resultsOf, tagsOf, type OpResult } from './reports.ts';
import { answers, createLlrpSession, refusal, type Take } from './session.ts';
import {
  accessSpecification,
  readerConfig,
  readOperation,
  roSpec,
  roundMs,
  roundSpecification,
  writeOperation,
} from './specifications.ts';
import { numberAt, textAt } from './values.ts';

/** Words in one read or write: every chip and reader seen takes so many at once. */
const wordsAtOnce = 32;

/** Numbers of operations are 16 bits, and 0 is none of ours. */
const operations = 0xffff;

type Operation = Parameters<typeof accessSpecification>[2];

/** Any reader that speaks LLRP 1.0.1 (TCP port 5084), through llrpjs, which is loaded on the first use. */
export function createLlrpAir(line: AirLine, settings: AirSettings): UhfAir {
  const session = createLlrpSession(line, settings.timeoutMs);
  const password = /^[0-9A-F]{8}$/iu.test(settings.accessPassword) ? settings.accessPassword : '00000000';
  let prepared = false;
  let lastOperation = 0;
  let queue: Promise<unknown> = Promise.resolve();

  /** What takes several requests is done one after the other: there is one reader specification. */
  const serially = <Value>(work: () => Promise<AirResult<Value>>): Promise<AirResult<Value>> => {
    const done = queue.then(work);
    queue = done;
    return done;
  };

  const prepare = async (): Promise<AirResult<null>> => {
    if (prepared) return { ok: true, value: null };
    const greeted = await session.greeted();
    if (!greeted.ok) return greeted;
    const configured = await session.request('SET_READER_CONFIG', readerConfig);
    if (!configured.ok) return configured;
    // What another program left behind; that there is nothing to delete is no failure.
    await session.request('DELETE_ACCESSSPEC', { AccessSpecID: 0 });
    await session.request('DELETE_ROSPEC', { ROSpecID: 0 });
    const added = await session.request('ADD_ROSPEC', roundSpecification);
    if (!added.ok) return added;
    const enabled = await session.request('ENABLE_ROSPEC', { ROSpecID: roSpec });
    if (!enabled.ok) return enabled;
    prepared = true;
    return { ok: true, value: null };
  };

  /** One round, until it ends or `enough` has come. The messages with reports. */
  const round = (enough: (message: LlrpMessage) => boolean): Promise<AirResult<readonly LlrpMessage[]>> =>
    session.gathering(async (reports) => {
      const take: Take = (message, id) => {
        if (answers(message, 'START_ROSPEC', id)) return refusal(message) === null ? 'more' : 'last';
        return endsRound(message, roSpec) || enough(message) ? 'last' : 'other';
      };
      const started = await session.ask('START_ROSPEC', { ROSpecID: roSpec }, take, roundMs);
      if (!started.ok) return started;
      const refused = started.value.map(refusal).find((result) => result !== null);
      if (refused) {
        prepared = false;
        return refused;
      }
      // Ends what still goes on, and is answered after every report of the round; that it was over is no failure.
      const stopped = await session.ask('STOP_ROSPEC', { ROSpecID: roSpec }, (message, id) =>
        answers(message, 'STOP_ROSPEC', id) ? 'last' : 'other',
      );
      return stopped.ok ? { ok: true, value: [...started.value, ...reports] } : stopped;
    });

  const operate = (make: (id: number) => Operation, epc: string): Promise<AirResult<OpResult>> =>
    serially<OpResult>(async () => {
      const ready = await prepare();
      if (!ready.ok) return ready;
      lastOperation = (lastOperation % operations) + 1;
      const id = lastOperation;
      const added = await session.request('ADD_ACCESSSPEC', accessSpecification(id, epc, make(id)));
      if (!added.ok) return added;
      const isOurs = (result: OpResult): boolean => result.op === id;
      const enabled = await session.request('ENABLE_ACCESSSPEC', { AccessSpecID: id });
      const done = enabled.ok ? await round((message) => resultsOf(message).some(isOurs)) : enabled;
      await session.request('DELETE_ACCESSSPEC', { AccessSpecID: id });
      if (!done.ok) return done;
      const result = done.value.flatMap(resultsOf).find(isOurs);
      // Nothing was done to any tag: it did not answer in the whole round.
      if (result === undefined) return failed('no-tag');
      const failure = resultFailure(result.result);
      return failure === null ? { ok: true, value: result } : failed(failure, result.result || null);
    });

  return {
    technology: 'uhf',
    timeoutMs: settings.timeoutMs + roundMs,
    receive: (bytes) => session.receive(bytes),
    lost: () => session.lost(),
    async identify() {
      const greeted = await session.greeted();
      if (!greeted.ok) return greeted;
      const capabilities = await session.request('GET_READER_CAPABILITIES', {
        RequestedData: 'General_Device_Capabilities',
      });
      if (!capabilities.ok) return capabilities;
      const config = await session.request('GET_READER_CONFIG', identificationOnly);
      return {
        ok: true,
        value: {
          model: modelOf(capabilities.value),
          firmware:
            textAt(capabilities.value.data, 'GeneralDeviceCapabilities', 'ReaderFirmwareVersion') ?? '',
          serial: config.ok ? (textAt(config.value.data, 'Identification', 'ReaderID') ?? '') : '',
        },
      };
    },
    inventory: () =>
      serially(async () => {
        const ready = await prepare();
        if (!ready.ok) return ready;
        const done = await round(() => false);
        return done.ok ? { ok: true, value: merged(done.value.flatMap(tagsOf)) } : done;
      }),
    async readWords(address, bank, first, count) {
      const epc = maskOf(address);
      if (epc === null) return failed('no-tag');
      const parts: Buffer[] = [];
      for (let from = 0; from < count; from += wordsAtOnce) {
        const words = Math.min(wordsAtOnce, count - from);
        const answer = await operate((id) => readOperation(id, bank, first + from, words, password), epc);
        if (!answer.ok) return answer;
        const bytes = Buffer.from(answer.value.read ?? '', 'hex');
        if (answer.value.epc !== epc || bytes.length !== words * 2) return failed('weak');
        parts.push(bytes);
      }
      return { ok: true, value: Buffer.concat(parts) };
    },
    async writeWords(address: string, bank: UhfBank, first: number, bytes: Uint8Array) {
      const epc = maskOf(address);
      if (epc === null) return failed('no-tag');
      if (bytes.length === 0 || bytes.length % 2 !== 0) return failed('refused');
      for (let from = 0; from < bytes.length; from += wordsAtOnce * 2) {
        const part = bytes.subarray(from, from + wordsAtOnce * 2);
        const at = first + from / 2;
        const answer = await operate((id) => writeOperation(id, bank, at, part, password), epc);
        if (!answer.ok) return answer;
        if (answer.value.written !== part.length / 2) return failed('weak', String(answer.value.written));
      }
      return { ok: true, value: null };
    },
    writeEas: () => Promise.resolve(failed('unsupported')),
  };
}

const identificationOnly = { AntennaID: 0, RequestedData: 'Identification', GPIPortNum: 0, GPOPortNum: 0 };

/** An EPC as a mask, or null when it is no hex of whole words. */
function maskOf(address: string): string | null {
  const epc = address.toUpperCase();
  return /^(?:[0-9A-F]{4}){0,31}$/u.test(epc) ? epc : null;
}

/** Manufacturer by its IANA enterprise number (25882 is Impinj) and model by the manufacturer's own. */
function modelOf(capabilities: LlrpMessage): string {
  const maker = numberAt(capabilities.data, 'GeneralDeviceCapabilities', 'DeviceManufacturerName');
  const model = numberAt(capabilities.data, 'GeneralDeviceCapabilities', 'ModelName');
  return `LLRP ${maker ?? '?'}/${model ?? '?'}`;
}
