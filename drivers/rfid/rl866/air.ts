import type { AirLine, AirResult, AirSettings, HfAir, HfTagInfo, SeenTag } from '../air.ts';
import { failed } from '../exchange.ts';
import { isWholeBlocks } from '../whole-blocks.ts';
import { readBlockData, readReport, readSystemInfo, wordBytes, type Rl866Tag } from './answers.ts';
import { accessCode, rl866Command } from './numbers.ts';
import { withTag, type Access } from './session.ts';
import { createRl866Talk } from './talk.ts';

/** Inventory flag: go on with the tags that did not fit. */
const goOn = 0x08;
/** Reports of one inventory; a reader that promises more for ever is not believed. */
const mostReports = 64;

/** Blocks in one read: their answer fits one block of the line for tags with 4 and with 8 bytes in a block. */
const blocksPerRead = 28;
/** Bytes in one write, well inside one block of the line. */
const bytesPerWrite = 96;

/** First block of the configuration in RAM. */
const firstConfig = [0x01, 0x01];

const empty = ({ length }: Uint8Array): boolean => length === 0;

/**
 * RL866 readers (38400 baud, even parity). A tag is connected, accessed and let go again; one task at a time, so that
 * no round comes between. Tasks that change nothing are done a second time after silence or a garbled answer; a write
 * is not, because it may have been done: whoever wrote reads again and decides. The commands that lock blocks and
 * write the DSFID are not published.
 */
export function createRl866Air(line: AirLine, settings: AirSettings): HfAir {
  const talk = createRl866Talk(line, settings);
  /** Tags of the last inventory, with what connecting to them takes. */
  let known: ReadonlyMap<string, Rl866Tag> = new Map();
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <Value>(task: () => Promise<AirResult<Value>>): Promise<AirResult<Value>> => {
    const result = turn.then(task);
    turn = result;
    return result;
  };
  const twice = <Value>(task: () => Promise<AirResult<Value>>): Promise<AirResult<Value>> =>
    inTurn(async () => {
      const result = await task();
      return !result.ok && result.failure === 'no-answer' ? task() : result;
    });
  const read = <Value>(uid: string, task: (access: Access) => Promise<AirResult<Value>>) =>
    twice(() => withTag(talk, uid, known.get(uid), task));
  const write = (uid: string, code: number, parameters: readonly number[] = []): Promise<AirResult<null>> =>
    inTurn(() =>
      withTag(talk, uid, known.get(uid), async (access) => nothing(await access(code, parameters, empty))),
    );

  const inventory = async (): Promise<AirResult<readonly SeenTag[]>> => {
    const tags = new Map<string, Rl866Tag>();
    for (let report = 0; report < mostReports; report += 1) {
      const flags = report === 0 ? 0 : goOn;
      const answer = await talk.ask(rl866Command.inventory, [flags], (data) => readReport(data) !== null);
      if (!answer.ok && answer.failure === 'no-tag') break;
      if (!answer.ok) return answer;
      const part = readReport(answer.value);
      for (const tag of part?.tags ?? []) tags.set(tag.uid, tag);
      if (part?.more !== true) break;
    }
    known = tags;
    const seen = ({ uid, antenna }: Rl866Tag): SeenTag => ({
      address: uid,
      dsfid: null,
      pc: null,
      rssi: null,
      antenna,
    });
    return { ok: true, value: [...tags.values()].map(seen) };
  };
  const systemInfo = async (access: Access): Promise<AirResult<HfTagInfo>> => {
    const result = await access(accessCode.systemInfo, [], (data) => readSystemInfo(data) !== null);
    const info = result.ok ? readSystemInfo(result.value) : null;
    if (!result.ok) return result;
    return info === null ? failed('no-answer') : { ok: true, value: info };
  };

  return {
    technology: 'hf',
    timeoutMs: settings.timeoutMs,
    receive: (bytes) => talk.receive(bytes),
    lost: () => talk.lost(),
    inventory: () => twice(inventory),
    tagInfo: (uid) => read(uid, systemInfo),

    identify: () =>
      twice(async () => {
        const there = await talk.resync();
        if (!there.ok) return there;
        const config = await talk.ask(rl866Command.readConfig, firstConfig, ({ length }) => length > 1);
        return config.ok ? { ok: true, value: { model: 'RL866', firmware: '', serial: '' } } : config;
      }),

    readBlocks: (uid, first, count) =>
      read(uid, async (access) => {
        const parts: Uint8Array[] = [];
        for (let at = first; at < first + count; at += blocksPerRead) {
          const wanted = Math.min(blocksPerRead, first + count - at);
          // 0: without the security status of the blocks.
          const parameters = [0, ...wordBytes(at), ...wordBytes(wanted)];
          const fits = (data: Uint8Array): boolean => readBlockData(data, wanted) !== null;
          const answer = await access(accessCode.readMultiple, parameters, fits);
          if (!answer.ok) return answer;
          parts.push(readBlockData(answer.value, wanted) ?? new Uint8Array());
        }
        return { ok: true, value: Uint8Array.from(Buffer.concat(parts)) };
      }),

    async writeBlocks(uid, first, blockSize, bytes) {
      if (!isWholeBlocks(bytes, blockSize, bytesPerWrite)) return failed('refused');
      const atOnce = Math.floor(bytesPerWrite / blockSize) * blockSize;
      for (let at = 0; at < bytes.length; at += atOnce) {
        const part = bytes.subarray(at, at + atOnce);
        const where = [...wordBytes(first + at / blockSize), ...wordBytes(part.length / blockSize)];
        const result = await write(uid, accessCode.writeMultiple, [...where, ...part]);
        if (!result.ok) return result;
      }
      return { ok: true, value: null };
    },

    writeAfi: (uid, afi) => write(uid, accessCode.writeAfi, [afi]),
    writeEas: (uid, on) => write(uid, on ? accessCode.enableEas : accessCode.disableEas),
    readEas: (uid) =>
      read(uid, async (access) => {
        const alarm = await access(accessCode.easAlarm, [], () => true);
        if (alarm.ok) return { ok: true, value: true };
        if (alarm.failure !== 'no-tag' && alarm.failure !== 'weak') return alarm;
        // A tag without the bit and a tag that is gone answer alike: with nothing.
        const there = await systemInfo(access);
        return there.ok ? { ok: true, value: false } : there;
      }),

    writeDsfid: () => Promise.resolve(failed('unsupported')),
    lockBlocks: () => Promise.resolve(failed('unsupported')),
  };
}

function nothing(result: AirResult<Uint8Array>): AirResult<null> {
  return result.ok ? { ok: true, value: null } : result;
}
