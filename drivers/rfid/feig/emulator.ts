import type { EmulatedHfTag, TagAnswer, TagField } from '../emulator/field.ts';
import { turnBlocks } from './answers.ts';
import { buildBufferRecords, type BufferedTag } from './build-records.ts';
import { buildFeigAnswer, createFeigRequestFramer, type FeigRequest } from './codec.ts';
import { feigCommand, feigStatus, iso15693Type, isoCommand, nxp } from './numbers.ts';

export interface FeigEmulatorOptions {
  readonly address: number;
  /** Tags in one inventory answer; the rest is asked for with MORE. */
  readonly tagsPerAnswer: number;
  /** As `FeigSettings.blockBytes`. */
  readonly blockBytes: 'as-on-tag' | 'reversed';
}

export interface FeigEmulator {
  receive(bytes: Uint8Array): void;
  /** Puts a tag into the buffer of the buffered read mode. */
  buffer(...tags: readonly BufferedTag[]): void;
}

interface Answer {
  readonly status: number;
  readonly data?: readonly number[] | Uint8Array;
}

const defaults: FeigEmulatorOptions = { address: 0, tagsPerAnswer: 100, blockBytes: 'as-on-tag' };

const ok: Answer = { status: feigStatus.ok };
const parameter: Answer = { status: feigStatus.parameter };

/** Firmware 3.10 of a reader of type 52 (hex), for ISO 15693. */
const softwareVersion = [3, 10, 0, 0, 0x52, 0x00, 0x08];
/** Device id 17E33DD0 and what follows it in a published answer. */
const deviceId = Buffer.from('17E33DD00000000000002D3800000000', 'hex');
const bufferSize = 300;

/** A FEIG reader in front of a tag field. Tags that were listed keep quiet until an RF reset, as real ones do. */
export function createFeigEmulator(
  field: TagField,
  send: (bytes: Uint8Array) => void,
  options: Partial<FeigEmulatorOptions> = {},
): FeigEmulator {
  const { address, tagsPerAnswer, blockBytes } = { ...defaults, ...options };
  const framer = createFeigRequestFramer();
  const quiet = new Set<EmulatedHfTag>();
  let rest: EmulatedHfTag[] = [];
  const buffered: BufferedTag[] = [];
  let given = 0;

  const inventory = (mode: number): Answer => {
    if ((mode & 0x80) === 0)
      rest = field
        .present()
        .filter((tag) => tag.technology === 'hf')
        .filter((tag) => !quiet.has(tag));
    const now = rest.splice(0, tagsPerAnswer);
    if (now.length === 0) return { status: feigStatus.noTransponder };
    for (const tag of now) quiet.add(tag);
    const data = now.flatMap(({ uid, dsfid }) => [iso15693Type, dsfid, ...Buffer.from(uid, 'hex')]);
    return { status: rest.length > 0 ? feigStatus.moreData : feigStatus.ok, data: [now.length, ...data] };
  };

  const readMultiple = (uid: string, [first, count]: Uint8Array): Answer => {
    if (first === undefined || count === undefined) return parameter;
    const info = field.infoHf(uid);
    const read = info.ok ? field.readHf(uid, first, count) : info;
    if (!info.ok || !read.ok) return failure(read, []);
    const { blockSize, lockedBlocks } = info.value;
    const bytes = blockBytes === 'reversed' ? turnBlocks(read.value, blockSize) : read.value;
    const blocks = Array.from({ length: count }, (_, block) => [
      lockedBlocks.has(first + block) ? 1 : 0,
      ...bytes.subarray(block * blockSize, (block + 1) * blockSize),
    ]);
    return { status: feigStatus.ok, data: [count, blockSize, ...blocks.flat()] };
  };

  const writeMultiple = (uid: string, parameters: Uint8Array): Answer => {
    const [first = 0, count = 0, size = 0] = parameters;
    const bytes = parameters.subarray(3);
    if (count === 0 || bytes.length !== count * size || bytes.length > 128) return parameter;
    return failure(field.writeHf(uid, first, blockBytes === 'reversed' ? turnBlocks(bytes, size) : bytes), [
      first,
    ]);
  };

  const lock = (uid: string, [first = 0, count = 0]: Uint8Array): Answer => {
    const info = field.infoHf(uid);
    if (!info.ok) return failure(info, [first]);
    for (let block = first; block < first + count; block += 1) info.value.lockedBlocks.add(block);
    return ok;
  };

  const systemInfo = (uid: string): Answer => {
    const info = field.infoHf(uid);
    if (!info.ok) return failure(info, []);
    const { dsfid, afi, blockSize, memory } = info.value;
    const size = [blockSize - 1, memory.length / blockSize - 1];
    return { status: feigStatus.ok, data: [dsfid, ...Buffer.from(uid, 'hex'), afi, ...size, 0x01] };
  };

  const toTag = ([sub, mode = 0, ...rest]: Uint8Array): Answer => {
    if (sub === isoCommand.inventory) return inventory(mode);
    if ((mode & 0x07) !== 1 || rest.length < 8) return parameter;
    const uid = Buffer.from(rest.slice(0, 8)).toString('hex').toUpperCase();
    const parameters = Uint8Array.from(rest.slice(8));
    switch (sub) {
      case isoCommand.readMultiple:
        return readMultiple(uid, parameters);
      case isoCommand.writeMultiple:
        return writeMultiple(uid, parameters);
      case isoCommand.writeAfi:
        return failure(field.setHf(uid, { afi: parameters[0] ?? 0 }), []);
      case isoCommand.writeDsfid:
        return failure(field.setHf(uid, { dsfid: parameters[0] ?? 0 }), []);
      case isoCommand.lockMultiple:
        return lock(uid, parameters);
      case isoCommand.systemInfo:
        return systemInfo(uid);
      default:
        return { status: feigStatus.commandNotAvailable };
    }
  };

  const custom = ([manufacturer, sub, , ...rest]: Uint8Array): Answer => {
    if (manufacturer !== nxp.manufacturer) return { status: feigStatus.commandNotAvailable };
    const uid = Buffer.from(rest).toString('hex').toUpperCase();
    if (sub !== nxp.easAlarm) return failure(field.setHf(uid, { eas: sub === nxp.setEas }), []);
    const info = field.infoHf(uid);
    return info.ok && info.value.eas ? ok : { status: feigStatus.noTransponder };
  };

  const readBuffer = ([high = 0, low = 0]: Uint8Array): Answer => {
    if (buffered.length === 0) return { status: feigStatus.noData };
    given = Math.min((high << 8) | low, buffered.length);
    const status = given < buffered.length ? feigStatus.moreData : feigStatus.ok;
    return { status, data: buildBufferRecords(buffered.slice(0, given)) };
  };

  const bufferInfo = (): Answer => {
    const numbers = [bufferSize, 0, buffered.length];
    return { status: feigStatus.ok, data: numbers.flatMap((value) => [value >> 8, value & 0xff]) };
  };

  const answer = ({ command, data }: FeigRequest): Answer => {
    switch (command) {
      case feigCommand.softwareVersion:
        return { status: feigStatus.ok, data: softwareVersion };
      case feigCommand.readerInfo:
        return { status: feigStatus.ok, data: deviceId };
      case feigCommand.rfReset:
        quiet.clear();
        return ok;
      case feigCommand.iso15693:
        return toTag(data);
      case feigCommand.iso15693Custom:
        return custom(data);
      case feigCommand.readBuffer:
        return readBuffer(data);
      case feigCommand.bufferInfo:
        return bufferInfo();
      case feigCommand.clearBuffer:
        buffered.splice(0, given);
        given = 0;
        return ok;
      case feigCommand.initBuffer:
        buffered.length = 0;
        return ok;
      default:
        return { status: feigStatus.commandNotAvailable };
    }
  };

  return {
    buffer: (...tags) => void buffered.push(...tags),
    receive(bytes) {
      for (const request of framer.push(bytes)) {
        if (request.address !== 0xff && request.address !== address) continue;
        const { status, data = [] } = answer(request);
        const { command, advanced } = request;
        const frame = buildFeigAnswer({ address, command, status, data: Uint8Array.from(data), advanced });
        if (frame !== null) send(frame);
      }
    },
  };
}

/** @param where block address that a failed command to blocks adds */
function failure(result: TagAnswer<unknown>, where: readonly number[]): Answer {
  if (result.ok) return ok;
  switch (result.why) {
    case 'gone':
      return { status: feigStatus.noTransponder };
    case 'weak':
      return { status: feigStatus.dataFalse };
    case 'range':
      return { status: feigStatus.isoError, data: [0x10, ...where] };
    case 'locked':
      return { status: feigStatus.isoError, data: [0x12, ...where] };
  }
}
