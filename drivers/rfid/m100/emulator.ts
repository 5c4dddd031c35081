import { epcOf, type EmulatedUhfTag, type TagAnswer, type TagField } from '../emulator/field.ts';
import { pcOf, takesPassword, uhfTags } from '../emulator/uhf-tags.ts';
import { bytesOf } from '../gen2.ts';
import { failure } from './answers.ts';
import { command, createM100Framer, encodeM100, type M100Frame } from './codec.ts';

interface M100EmulatorOptions {
  /** Time of one round of polling (ms). Default 20. */
  readonly roundMs?: number | undefined;
}

interface M100Emulator {
  /** What the computer sends. */
  receive(bytes: Uint8Array): void;
  /** Tells every tag that is there, unasked. */
  push(): void;
}

const texts = ['M100 V1.00', 'V2.3.5', 'Emulated'];
/** dBm as the wire has it: -55. */
const rssi = 0xc9;
const okay = Uint8Array.of(0);

/** A module of this family. Its answers go to `send`, best a `faultyWire`. */
export function createM100Emulator(
  field: TagField,
  send: (bytes: Uint8Array) => void,
  { roundMs = 20 }: M100EmulatorOptions = {},
): M100Emulator {
  const framer = createM100Framer();
  const kept = new Map<number, Uint8Array>([
    [command.region, Uint8Array.of(1)],
    [command.power, Uint8Array.of(0x0a, 0x28)],
  ]);
  let mask: { readonly byte: number; readonly bytes: Uint8Array } = { byte: 4, bytes: new Uint8Array() };
  let timer: NodeJS.Timeout | undefined;

  const respond = (code: number, parameter: Uint8Array): void =>
    send(encodeM100('response', code, parameter));
  const fail = (reason: number): void => respond(command.failure, Uint8Array.of(reason));

  const tell = (code: number): void => {
    const tags = uhfTags(field);
    if (tags.length === 0) fail(failure.inventory);
    for (const tag of tags) {
      const crc = tag.banks[1].subarray(0, 2);
      const notice = Uint8Array.of(rssi, ...pcOf(tag), ...bytesOf(epcOf(tag)), ...crc);
      send(encodeM100('notice', code, notice));
    }
  };
  const rounds = (left: number): void => {
    if (left <= 0) return;
    tell(command.pollMany);
    timer = setTimeout(() => rounds(left - 1), roundMs).unref();
  };

  /** The first tag that the select leaves; a module without one speaks to any. */
  const selected = (): EmulatedUhfTag | undefined =>
    uhfTags(field).find(({ banks }) =>
      mask.bytes.every((byte, index) => banks[1][mask.byte + index] === byte),
    );

  /** A command to the selected tag: what it did, or the reason why not. */
  const act = (
    code: number,
    silent: number,
    error: number,
    password: Uint8Array,
    work: (epc: string) => TagAnswer<Uint8Array | null>,
  ): void => {
    const tag = selected();
    if (tag === undefined) return fail(silent);
    const epc = epcOf(tag);
    const reached = Uint8Array.of(2 + epc.length / 2, ...pcOf(tag), ...bytesOf(epc));
    const refuse = (reason: number): void =>
      respond(command.failure, Uint8Array.of(reason, ...reached.subarray(1)));
    if (code !== command.read && !takesPassword(field, epc, password)) return refuse(failure.access);
    const result = work(epc);
    if (result.ok) return respond(code, Uint8Array.of(...reached, ...(result.value ?? okay)));
    if (result.why === 'range') return refuse(error | 0x03);
    if (result.why === 'locked') return refuse(error | 0x04);
    fail(silent);
  };

  const obey = ({ type, command: code, parameter }: M100Frame): void => {
    if (type !== 'command') return;
    const password = parameter.subarray(0, 4);
    const [bank = 0, firstHigh = 0, first = 0, countHigh = 0, count = 0] = parameter.subarray(4);
    const from = (firstHigh << 8) | first;
    switch (code) {
      case command.info: {
        const kind = parameter[0] ?? 0;
        return respond(code, Uint8Array.of(kind, ...Buffer.from(texts[kind] ?? '', 'latin1')));
      }
      case command.poll:
        return tell(code);
      case command.pollMany:
        clearTimeout(timer);
        return rounds(((parameter[1] ?? 0) << 8) | (parameter[2] ?? 0));
      case command.stop:
        clearTimeout(timer);
        return respond(code, okay);
      case command.select:
        mask = { byte: (((parameter[3] ?? 0) << 8) | (parameter[4] ?? 0)) >> 3, bytes: parameter.slice(7) };
        return respond(code, okay);
      case command.read:
        return act(code, failure.read, failure.readError, password, (epc) =>
          field.readUhf(epc, bank, from, (countHigh << 8) | count),
        );
      case command.write:
        return act(code, failure.write, failure.writeError, password, (epc) =>
          field.writeUhf(epc, bank, from, parameter.subarray(9)),
        );
      case command.eas:
        return act(code, failure.eas, failure.writeError, password, (epc) =>
          field.setUhfEas(epc, bank === 1),
        );
      case command.region:
      case command.power:
        return respond(code, kept.get(code) ?? okay);
      case command.setRegion:
        kept.set(command.region, parameter);
        return respond(code, okay);
      case command.setPower:
        kept.set(command.power, parameter);
        return respond(code, okay);
      default:
        return fail(failure.unknownCommand);
    }
  };

  return {
    receive(bytes) {
      for (const frame of framer.push(bytes)) obey(frame);
    },
    push: () => tell(command.poll),
  };
}
