import type { AirLine, AirResult, AirSettings, SeenTag, UhfAir } from '../air.ts';
import { failed, type Question } from '../exchange.ts';
import { bytesOf, readInParts, writeInParts, type WordRange } from '../gen2.ts';
import { createTalk, onceMore, onlyFrame } from '../talk.ts';
import { readActiveTags, readSystem, readTagList, status } from './answers.ts';
import { command, createSwCtFramer, encodeSwCt, type SwCtFrame } from './codec.ts';

const everyAddress = 0xff;

/**
 * Integrated 5100, 5300 and 5500 readers. Their read and write name no tag: the reader takes whichever answers. So
 * they are only sent while the wanted tag is the only one in the field; with several it is `refused`.
 */
export function createSwCtAir(line: AirLine, settings: AirSettings): UhfAir {
  const { address, accessPassword, timeoutMs } = settings;

  const question = (code: number, data?: Uint8Array): Question<SwCtFrame> => ({
    bytes: encodeSwCt('host', address, code, data),
    timeoutMs,
    take(frame) {
      const ours = address === everyAddress || frame.address === address;
      return frame.from === 'reader' && ours && frame.command === code && frame.data.length > 0
        ? 'last'
        : 'other';
    },
  });
  const talk = createTalk({
    line,
    framer: createSwCtFramer(),
    sizeOf: ({ data }) => data.length + 7,
    greeting: question(command.system),
    onUnasked(frame) {
      const tags = readActiveTags(frame);
      if (tags === null) return;
      // A reader that gets no receipt tells them again. When the line broke, `lost` says so.
      line.write(encodeSwCt('host', address, command.active)).catch(() => undefined);
      line.onTags(tags);
    },
  });

  const list = async (): Promise<AirResult<readonly SeenTag[]>> => {
    const answer = onlyFrame(await talk.ask(question(command.inventory)));
    if (!answer.ok) return answer;
    const tags = readTagList(answer.value);
    if (tags === null) return failed('refused');
    return { ok: true, value: [...new Map(tags.map((tag) => [tag.address, tag])).values()] };
  };

  /** A command to the tag that is alone in the field. @returns what follows the status; null: the reader failed */
  const toTag = async (
    epc: string,
    code: number,
    data: Uint8Array,
  ): Promise<AirResult<Uint8Array | null>> => {
    const there = await onceMore(list);
    if (!there.ok) return there;
    if (!there.value.some((tag) => tag.address === epc)) return failed('no-tag');
    if (there.value.length > 1) return failed('refused', 'several tags');
    const answer = onlyFrame(await talk.ask(question(code, data)));
    if (!answer.ok) return answer;
    const [state] = answer.value.data;
    return { ok: true, value: state === status.ok ? answer.value.data.subarray(1) : null };
  };

  const readPart = async (epc: string, part: WordRange): Promise<AirResult<Uint8Array>> => {
    const result = await toTag(epc, command.read, rangeData(part, accessPassword));
    if (!result.ok) return result;
    // 00 for a tag that left, a weak one and a bank that it has not: the reader cannot tell.
    return result.value === null ? failed('no-tag', '00') : { ok: true, value: result.value };
  };

  return {
    technology: 'uhf',
    timeoutMs,
    receive: (bytes) => talk.receive(bytes),
    lost: () => talk.lost(),
    identify: () =>
      talk.alone(async () => {
        const answer = onlyFrame(await talk.askNow(question(command.system)));
        if (!answer.ok) return answer;
        const system = readSystem(answer.value);
        if (system === null) return failed('refused');
        const { firmware, hardware, serial } = system;
        return { ok: true, value: { model: `SW/CT ${hardware}`, firmware, serial } };
      }),
    inventory: () => talk.alone(() => onceMore(list)),
    readWords: (epc, bank, first, count) =>
      talk.alone(() => readInParts({ bank, first, count }, (part) => onceMore(() => readPart(epc, part)))),
    writeWords: (epc, bank, first, bytes) =>
      talk.alone(() =>
        writeInParts(first, bytes, async (word, part) => {
          const range = rangeData({ bank, first: word, count: part.length / 2 }, accessPassword);
          const result = await toTag(epc, command.write, Uint8Array.of(...range, ...part));
          if (!result.ok) return result;
          if (result.value !== null) return { ok: true, value: null };
          const there = await list();
          if (!there.ok) return there;
          return failed(there.value.some((tag) => tag.address === epc) ? 'weak' : 'no-tag', '00');
        }),
      ),
    writeEas: () => Promise.resolve(failed('unsupported')),
  };
}

/** `Region StartAdd Length Password(4)`, in words. @param password 8 hex digits */
function rangeData({ bank, first, count }: WordRange, password: string): Uint8Array {
  return Uint8Array.of(bank, first, count, ...bytesOf(password));
}
