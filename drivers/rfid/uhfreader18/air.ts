import type { AirLine, AirResult, AirSettings, SeenTag, UhfAir, UhfBank } from '../air.ts';
import { failed, type Question } from '../exchange.ts';
import { hexByte, readInParts, writeInParts, type WordRange } from '../gen2.ts';
import { createTalk, onceMore, onlyFrame } from '../talk.ts';
import {
  readInfo,
  readSeenTag,
  readTagList,
  refusalOf,
  status,
  statusOf,
  type Uhf18Tag,
  type Uhf18Variant,
} from './answers.ts';
import { command, createUhf18Framer, encodeUhf18, type Uhf18Frame } from './codec.ts';
import { easData, inventoryData, mostEpcWords, readData, writeData } from './commands.ts';

interface UhfReader18Options {
  readonly variant: Uhf18Variant;
  /**
   * Longest inventory (100 ms). The 288 is told it each time; the 18 keeps its own, which `identify` learns.
   * Default 10, the makers' own.
   */
  readonly scanTime?: number | undefined;
}

const everyAddress = 0xff;
const defaultScanTime = 10;

/** Statuses of a frame that holds tags. */
const listStatuses: ReadonlySet<number> = new Set([
  status.inventoryDone,
  status.inventoryTimeout,
  status.moreFrames,
  status.bufferFull,
]);

/** UHFReader18, UHFReader288, RRU and the Chafon readers with `Len Adr Cmd` frames. */
export function createUhfReader18Air(
  options: UhfReader18Options,
): (line: AirLine, settings: AirSettings) => UhfAir {
  return (line, settings) => createAir(line, settings, options);
}

function createAir(line: AirLine, settings: AirSettings, options: UhfReader18Options): UhfAir {
  const { variant } = options;
  let scanTime = options.scanTime ?? defaultScanTime;

  const question = (code: number, data?: Uint8Array): Question<Uhf18Frame> => ({
    bytes: encodeUhf18(settings.address, code, data),
    timeoutMs: settings.timeoutMs,
    take(frame) {
      const ours = settings.address === everyAddress || frame.address === settings.address;
      if (!ours || frame.command !== code || statusOf(frame) === null) return 'other';
      return code === command.inventory && statusOf(frame) === status.moreFrames ? 'more' : 'last';
    },
  });
  const talk = createTalk({
    line,
    framer: createUhf18Framer(),
    sizeOf: ({ data }) => data.length + 5,
    greeting: question(command.info),
    onUnasked(frame) {
      const tag = readSeenTag(frame, variant);
      if (tag !== null) line.onTags([seen(tag)]);
    },
  });

  /** One command to one tag. @returns what follows the status */
  const toTag = async (epc: string, code: number, data: Uint8Array): Promise<AirResult<Uint8Array>> => {
    if (epc.length === 0 || epc.length % 4 !== 0 || epc.length > mostEpcWords * 4)
      return failed('unsupported');
    const answer = onlyFrame(await talk.ask(question(code, data)));
    if (!answer.ok) return answer;
    return statusOf(answer.value) === status.ok
      ? { ok: true, value: answer.value.data.subarray(1) }
      : refusalOf(answer.value);
  };
  const done = (result: AirResult<unknown>): AirResult<null> =>
    result.ok ? { ok: true, value: null } : result;

  const round = async (): Promise<AirResult<readonly SeenTag[]>> => {
    const asked = question(command.inventory, inventoryData(variant, scanTime));
    const answer = await talk.ask({ ...asked, timeoutMs: settings.timeoutMs + scanTime * 100 });
    return answer.ok ? tagsOf(answer.value, variant) : answer;
  };
  /** A round; with the tags of a second one when something was garbled, for a frame of the first may be missing. */
  const list = async (): Promise<AirResult<readonly SeenTag[]>> => {
    const before = talk.strayBytes();
    const first = await onceMore(round);
    if (!first.ok || talk.strayBytes() === before) return first;
    const second = await round();
    if (!second.ok) return second.failure === 'line-lost' ? second : first;
    const tags = new Map([...first.value, ...second.value].map((tag) => [tag.address, tag]));
    return { ok: true, value: [...tags.values()] };
  };

  return {
    technology: 'uhf',
    get timeoutMs() {
      return settings.timeoutMs + scanTime * 100;
    },
    receive: (bytes) => talk.receive(bytes),
    lost: () => talk.lost(),
    identify: () =>
      talk.alone(async () => {
        const answer = onlyFrame(await talk.askNow(question(command.info)));
        if (!answer.ok) return answer;
        const info = readInfo(answer.value);
        if (info === null) return refusalOf(answer.value);
        if (variant === '18') scanTime = info.scanTime;
        return {
          ok: true,
          value: { model: `UHFReader ${hexByte(info.type)}`, firmware: info.firmware, serial: '' },
        };
      }),
    inventory: () => talk.alone(list),
    readWords: (epc, bank, first, count) =>
      talk.alone(() =>
        readInParts({ bank, first, count }, (part: WordRange) =>
          onceMore(() => toTag(epc, command.read, readData(epc, part, settings.accessPassword))),
        ),
      ),
    writeWords: (epc: string, bank: UhfBank, first: number, bytes: Uint8Array) =>
      talk.alone(() =>
        writeInParts(first, bytes, async (word, part) =>
          done(await toTag(epc, command.write, writeData(epc, bank, word, part, settings.accessPassword))),
        ),
      ),
    writeEas: (epc, on) =>
      talk.alone(async () => done(await toTag(epc, command.eas, easData(epc, on, settings.accessPassword)))),
  };
}

/** Every tag of the frames of one inventory, each once; a list that does not add up is no list. */
function tagsOf(frames: readonly Uhf18Frame[], variant: Uhf18Variant): AirResult<readonly SeenTag[]> {
  const tags = new Map<string, SeenTag>();
  for (const frame of frames) {
    const code = statusOf(frame) ?? status.unknownCommand;
    if (code === status.noTag) continue;
    if (!listStatuses.has(code)) return refusalOf(frame);
    const listed = readTagList(frame, variant);
    if (listed === null) return failed('refused', hexByte(code));
    for (const tag of listed) tags.set(tag.epc, seen(tag));
  }
  return { ok: true, value: [...tags.values()] };
}

function seen({ epc, antenna }: Uhf18Tag): SeenTag {
  return { address: epc, dsfid: null, pc: null, rssi: null, antenna };
}
