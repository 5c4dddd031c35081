import type { AirLine, AirResult, AirSettings, HfAir, HfTagInfo } from '../air.ts';
import { failed } from '../exchange.ts';
import { isWholeBlocks } from '../whole-blocks.ts';
import { hex, readBlocks, readSoftwareVersion, readSystemInfo, turnBlocks } from './answers.ts';
import type { FeigFrame } from './codec.ts';
import { feigInventory } from './inventory.ts';
import { feigCommand, feigStatus, isoCommand, nxp } from './numbers.ts';
import { defaultFeigSettings } from './settings.ts';
import { createFeigTalk, isUnheard } from './talk.ts';

/** MODE of a command to one tag: by UID. */
const addressed = 0x01;

/** Blocks that one byte can name. More take an extended address, which library tags do not need. */
const mostBlocks = 256;

/** Blocks in one read: the answer of a reader with a transmit buffer of 256 bytes holds 49 of 4 bytes. */
const blocksPerRead = 32;

/** Bytes in one write (FEIG manuals, "Write Multiple Blocks"). */
const bytesPerWrite = 128;

/** Mode of Reader Info that tells the device id. */
const deviceIdMode = 0x80;

/**
 * FEIG readers (ISO Host over serial or TCP port 10001). Questions that change nothing are put a second time after
 * silence or a garbled answer; writes never, because a write whose answer was lost may have been done: whoever wrote
 * reads again and decides.
 */
export function createFeigAir(line: AirLine, settings: AirSettings): HfAir {
  const { blockBytes, writesDsfid } = settings.feig ?? defaultFeigSettings;
  const talk = createFeigTalk(line, settings);

  const toTag = (sub: number, uid: string, rest: readonly number[] = []): readonly number[] => [
    sub,
    addressed,
    ...Buffer.from(uid, 'hex'),
    ...rest,
  ];
  const read = (
    data: readonly number[],
    fits: (data: Uint8Array) => boolean,
  ): Promise<AirResult<FeigFrame>> => talk.ask({ command: feigCommand.iso15693, data, fits, twice: true });
  const write = async (
    data: readonly number[],
    command: number = feigCommand.iso15693,
  ): Promise<AirResult<null>> => {
    const result = await talk.ask({ command, data, fits: ({ length }) => length === 0, twice: false });
    return result.ok ? { ok: true, value: null } : result;
  };
  const tagInfo = async (uid: string): Promise<AirResult<HfTagInfo>> => {
    const result = await read(toTag(isoCommand.systemInfo, uid), (data) => readSystemInfo(data)?.uid === uid);
    if (!result.ok) return result;
    const info = readSystemInfo(result.value.data);
    const { dsfid = null, afi = null, blockSize = null, blockCount = null } = info ?? {};
    return { ok: true, value: { dsfid, afi, blockSize, blockCount } };
  };

  return {
    technology: 'hf',
    timeoutMs: settings.timeoutMs,
    receive: (bytes) => talk.receive(bytes),
    lost: () => talk.lost(),
    tagInfo,
    inventory: () => feigInventory(talk),

    async identify() {
      const version = await talk.ask({
        command: feigCommand.softwareVersion,
        data: [],
        fits: (data) => readSoftwareVersion(data) !== null,
        twice: true,
        good: [feigStatus.ok, feigStatus.rfWarning],
      });
      if (!version.ok) return version;
      const { firmware = '', type = '' } = readSoftwareVersion(version.value.data) ?? {};
      // Older readers do not know the question; they stay without a serial number.
      const id = await talk.ask({
        command: feigCommand.readerInfo,
        data: [deviceIdMode],
        fits: ({ length }) => length >= 4,
        twice: true,
      });
      if (!id.ok && isUnheard(id)) return id;
      const serial = id.ok ? hex(id.value.data.subarray(0, 4)) : '';
      return { ok: true, value: { model: `FEIG OBID ${type}`, firmware, serial } };
    },

    async readBlocks(uid, first, count) {
      if (first + count > mostBlocks) return failed('unsupported');
      const parts: Uint8Array[] = [];
      for (let at = first; at < first + count; at += blocksPerRead) {
        const wanted = Math.min(blocksPerRead, first + count - at);
        const request = toTag(isoCommand.readMultiple, uid, [at, wanted]);
        const answer = await read(request, (data) => readBlocks(data)?.count === wanted);
        if (!answer.ok) return answer;
        const blocks = readBlocks(answer.value.data);
        if (blocks === null) return failed('no-answer');
        parts.push(blockBytes === 'reversed' ? turnBlocks(blocks.bytes, blocks.size) : blocks.bytes);
      }
      return { ok: true, value: Uint8Array.from(Buffer.concat(parts)) };
    },

    async writeBlocks(uid, first, blockSize, bytes) {
      if (!isWholeBlocks(bytes, blockSize, bytesPerWrite)) return failed('refused');
      if (first + bytes.length / blockSize > mostBlocks) return failed('unsupported');
      const atOnce = Math.floor(bytesPerWrite / blockSize) * blockSize;
      const wire = blockBytes === 'reversed' ? turnBlocks(bytes, blockSize) : bytes;
      for (let at = 0; at < wire.length; at += atOnce) {
        const part = wire.subarray(at, at + atOnce);
        const where = [first + at / blockSize, part.length / blockSize, blockSize];
        const result = await write(toTag(isoCommand.writeMultiple, uid, [...where, ...part]));
        if (!result.ok) return result;
      }
      return { ok: true, value: null };
    },

    writeAfi: (uid, afi) => write(toTag(isoCommand.writeAfi, uid, [afi])),
    async writeDsfid(uid, dsfid) {
      return writesDsfid ? write(toTag(isoCommand.writeDsfid, uid, [dsfid])) : failed('unsupported');
    },
    writeEas: (uid, on) =>
      write([nxp.manufacturer, ...toTag(on ? nxp.setEas : nxp.resetEas, uid)], feigCommand.iso15693Custom),

    async readEas(uid) {
      const alarm = await talk.ask({
        command: feigCommand.iso15693Custom,
        data: [nxp.manufacturer, ...toTag(nxp.easAlarm, uid)],
        fits: () => true,
        twice: true,
      });
      if (alarm.ok) return { ok: true, value: true };
      if (alarm.failure !== 'no-tag') return alarm;
      // A tag without the bit and a tag that is gone answer alike: with nothing.
      const there = await tagInfo(uid);
      return there.ok ? { ok: true, value: false } : there;
    },

    async lockBlocks(uid, blocks) {
      for (const block of blocks) {
        const result = await write(toTag(isoCommand.lockMultiple, uid, [block, 1]));
        if (!result.ok) return result;
      }
      return { ok: true, value: null };
    },
  };
}
