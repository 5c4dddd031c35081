import type { TagAnswer, TagField } from '../emulator/field.ts';
import { ebv, uidBytes, word, wordBytes } from './answers.ts';
import { buildRl866, chainRl866, createRl866Framer, pcb, readerRid, type Rl866Frame } from './codec.ts';
import { accessCode, iso15693, rl866Command, rl866Error } from './numbers.ts';

export interface Rl866EmulatorOptions {
  /** Tags in one report; the rest is asked for with the flag "go on". */
  readonly tagsPerReport: number;
}

/** CMD, error word and data of an answer. */
interface Answer {
  readonly error?: number;
  readonly data?: readonly number[];
}

const defaults: Rl866EmulatorOptions = { tagsPerReport: 100 };

/** Stop type of a report that left tags out. */
const bufferFull = 1;
/** Flags of a tag in a report: protocol, tag type and serial number follow. */
const reported = 0x0e;
/** Type NXP ICODE SLIX. */
const tagType = 7;
/** The first configuration block of a published answer. */
const config = [0x01, 0x01, 0x02, 0x02, 0x00, 0x03, 0x01, 0x64, 0, 0, 0, 0, 0, 0, 0];

/** An RL866 reader in front of a tag field. It refuses a block whose sequence bit did not change. */
export function createRl866Emulator(
  field: TagField,
  send: (bytes: Uint8Array) => void,
  options: Partial<Rl866EmulatorOptions> = {},
): { receive(bytes: Uint8Array): void } {
  const { tagsPerReport } = { ...defaults, ...options };
  const framer = createRl866Framer();
  /** UIDs by handle. */
  const connected = new Map<number, string>();
  let expected: number | null = 0;
  let waiting: string[] = [];

  const inventory = (flags: number): Answer => {
    if ((flags & 0x08) === 0)
      waiting = field
        .present()
        .filter((tag) => tag.technology === 'hf')
        .map(({ uid }) => uid);
    const total = waiting.length;
    const now = waiting.splice(0, tagsPerReport);
    const tags = now.flatMap((uid) => [reported, iso15693, tagType, 9, ...uidBytes(uid), 0]);
    const stop = waiting.length > 0 ? bufferFull : 0;
    return { data: [stop, ...wordBytes(total), now.length, ...tags] };
  };

  const connect = (data: Uint8Array): Answer => {
    const uid = Buffer.from(data.slice(5, 13).toReversed()).toString('hex').toUpperCase();
    const info = field.infoHf(uid);
    if (!info.ok) return { error: errorOf(info) };
    const handle = connected.size + 1;
    connected.set(handle, uid);
    return { data: [handle] };
  };

  const onTag = (uid: string, code: number, parameters: Uint8Array): TagAnswer<readonly number[]> => {
    switch (code) {
      case accessCode.readMultiple: {
        const count = word(parameters, 3);
        const read = field.readHf(uid, word(parameters, 1), count);
        return read.ok ? { ok: true, value: [...wordBytes(count), ...read.value] } : read;
      }
      case accessCode.writeMultiple:
        return nothing(field.writeHf(uid, word(parameters, 0), parameters.subarray(4)));
      case accessCode.writeAfi:
        return nothing(field.setHf(uid, { afi: parameters[0] ?? 0 }));
      case accessCode.enableEas:
      case accessCode.disableEas:
        return nothing(field.setHf(uid, { eas: code === accessCode.enableEas }));
      case accessCode.easAlarm: {
        const info = field.infoHf(uid);
        return info.ok && info.value.eas ? { ok: true, value: [] } : { ok: false, why: 'gone' };
      }
      default: {
        const info = field.infoHf(uid);
        if (!info.ok) return info;
        const { dsfid, afi, blockSize, memory } = info.value;
        const size = [memory.length / blockSize - 1, blockSize - 1];
        return { ok: true, value: [0x0f, ...uidBytes(uid), dsfid, afi, ...size, 0x01] };
      }
    }
  };

  const access = ([handle = 0, length = 0, ...rest]: Uint8Array): Answer => {
    const uid = connected.get(handle);
    if (uid === undefined) return { error: rl866Error.wrongHandle };
    const operation = Uint8Array.from(rest);
    if (length !== operation.length || length < 2) return { error: rl866Error.wrongParameter };
    const code = word(operation, 0);
    const done = onTag(uid, code, operation.slice(2));
    const result = done.ok ? [1, ...done.value] : [0, ...wordBytes(errorOf(done))];
    return { data: [...ebv(result.length + 2), ...wordBytes(code), ...result] };
  };

  const answer = (command: number, data: Uint8Array): Answer => {
    switch (command) {
      case rl866Command.readConfig:
        return { data: config };
      case rl866Command.inventory:
        return inventory(data[0] ?? 0);
      case rl866Command.connect:
        return connect(data);
      case rl866Command.disconnect:
        if (data[0] === 0) connected.clear();
        else connected.delete(data[0] ?? 0);
        return {};
      case rl866Command.access:
        return access(data);
      default:
        return { error: rl866Error.wrongCommand };
    }
  };

  const say = (frame: Rl866Frame): void => {
    const bytes = buildRl866(frame);
    if (bytes !== null) send(bytes);
  };
  const receive = ({ pcb: control, inf }: Rl866Frame): void => {
    if (control === pcb.resync) {
      expected = 0;
      return say({ rid: readerRid, pcb: pcb.resyncDone, inf: new Uint8Array() });
    }
    const sequence = (control & pcb.sequence) === 0 ? 0 : 1;
    const wrong = expected !== sequence;
    const { error = 0, data = [] } = wrong
      ? { error: rl866Error.wrongSequence }
      : answer(inf[0] ?? 0, inf.slice(1));
    if (!wrong) expected = sequence ^ 1;
    const message = Uint8Array.of(inf[0] ?? 0, ...wordBytes(error), ...data);
    for (const frame of chainRl866(readerRid, sequence, message)) say(frame);
  };

  return {
    receive(bytes) {
      for (const frame of framer.push(bytes)) receive(frame);
    },
  };
}

function nothing(result: TagAnswer<unknown>): TagAnswer<readonly number[]> {
  return result.ok ? { ok: true, value: [] } : result;
}

function errorOf(failure: Exclude<TagAnswer<unknown>, { ok: true }>): number {
  switch (failure.why) {
    case 'gone':
      return rl866Error.noTag;
    case 'weak':
      return rl866Error.timeout;
    case 'range':
      return rl866Error.noBlock;
    case 'locked':
      return rl866Error.lockedOrNoBlock;
  }
}
