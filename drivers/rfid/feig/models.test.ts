import { afterEach, describe, expect, it } from 'vitest';
import { defaultAirSettings, type AirSettings, type HfAir } from '../air.ts';
import { hfTag } from '../emulator/field.ts';
import { connectReader, type TestedReader } from '../testing/hf-line.ts';
import { createFeigAir } from './air.ts';
import { buildNotification } from './build-records.ts';
import { createFeigEmulator, type FeigEmulatorOptions } from './emulator.ts';
import { defaultFeigSettings } from './settings.ts';

const uids = Array.from({ length: 30 }, (_, index) =>
  `E00401001234${(0x5600 + index).toString(16)}`.toUpperCase(),
);
const [uid = ''] = uids;
const content = Uint8Array.from({ length: 256 }, (_, index) => index);

let reader: TestedReader<HfAir>;
/** Frames as they went over the line, in hex. */
let asked: string[];
let answered: string[];
afterEach(() => reader.close());

async function connect(
  settings: Partial<AirSettings> = {},
  options: Partial<FeigEmulatorOptions> = {},
): Promise<HfAir> {
  asked = [];
  answered = [];
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
  reader = await connectReader(
    'tcp',
    {
      create: (line, all) =>
        createFeigAir({ ...line, write: (bytes) => (asked.push(hex(bytes)), line.write(bytes)) }, all),
      emulator: (field, send) =>
        createFeigEmulator(field, (bytes) => (answered.push(hex(bytes)), send(bytes)), options),
    },
    { timeoutMs: 250, ...settings },
  );
  return reader.air;
}

const standard = { feig: { ...defaultFeigSettings, frames: 'standard' } } as const;

describe('frames', () => {
  it('asks as the published frames do', async () => {
    const air = await connect();
    await air.inventory();
    await air.writeAfi('E004010012345678', 0x07);
    await air.writeEas('E004010012345678', false);
    expect(asked).toContain('020009FFB001001843');
    expect(asked).toContain('020012FFB02701E00401001234567807FE31');
    expect(asked).toContain('020012FFB104A301E004010012345678FD78');
  });

  it('takes an advanced answer to a standard question when it is long', async () => {
    const air = await connect(standard);
    reader.field.put(hfTag(uid));
    await air.inventory();
    expect(asked.at(-1)).toMatch(/^07FFB00100/u);
    expect(answered.at(-1)).toMatch(/^11/u);
    reader.field.put(...uids.slice(1).map((each) => hfTag(each)));
    const listed = await air.inventory();
    expect(answered.at(-1)).toMatch(/^020135/u);
    expect(listed.ok && listed.value).toHaveLength(30);
  });

  it('hears only the reader it was told to', async () => {
    const air = await connect({ address: 5 }, { address: 5 });
    expect(await air.identify()).toMatchObject({ ok: true, value: { serial: '17E33DD0', firmware: '3.10' } });
    reader.close();
    const other = await connect({ address: 5 }, { address: 6 });
    expect(await other.identify()).toMatchObject({ failure: 'no-answer' });
  });
});

describe('piles', () => {
  it('asks for what did not fit, and starts anew when a part was lost', async () => {
    const air = await connect({}, { tagsPerAnswer: 7 });
    reader.field.put(...uids.map((each) => hfTag(each)));
    expect(await air.inventory()).toMatchObject({ ok: true, value: { length: 30 } });
    for (const lost of [1, 2, 3]) {
      const faults = Array.from({ length: lost }, () => ({ kind: 'split', bytes: 64 }) as const);
      reader.wire.next(...faults, { kind: 'silence' });
      const listed = await air.inventory();
      expect(listed.ok && listed.value.map(({ address }) => address)).toEqual(uids);
    }
  });

  it('does not take the late answer to an inventory for the blocks of a tag', async () => {
    const air = await connect();
    reader.field.put(hfTag(uid, content));
    const late = Uint8Array.from(Buffer.from('02001300B0000105710000000053511071D7F0', 'hex'));
    reader.wire.next({ kind: 'before', bytes: late });
    expect(await air.readBlocks(uid, 0, 2)).toEqual({ ok: true, value: content.slice(0, 8) });
    reader.wire.next({ kind: 'before', bytes: late });
    expect(await air.writeAfi(uid, 0xc2)).toEqual({ ok: true, value: null });
  });

  it('tells the tags of a notification that comes between', async () => {
    const air = await connect();
    reader.field.put(hfTag(uid));
    const tag = { idd: uids[3] ?? '', transponderType: 3, antenna: 2, time: [8, 0, 0] } as const;
    reader.wire.next({ kind: 'before', bytes: buildNotification([tag, { ...tag, transponderType: 0x84 }]) });
    expect(await air.inventory()).toMatchObject({ ok: true, value: [{ address: uid }] });
    expect(reader.told).toEqual([{ address: uids[3], dsfid: null, pc: null, rssi: null, antenna: 2 }]);
  });
});

describe('blocks', () => {
  const long = (): ReturnType<typeof hfTag> => hfTag(uid, content, { blocks: 64 });

  it('splits long reads and writes', async () => {
    const air = await connect();
    reader.field.put(long());
    expect(await air.readBlocks(uid, 0, 64)).toEqual({ ok: true, value: content });
    const turned = content.toReversed();
    expect(await air.writeBlocks(uid, 0, 4, turned)).toEqual({ ok: true, value: null });
    expect(await air.readBlocks(uid, 0, 64)).toEqual({ ok: true, value: turned });
    expect(asked.filter((frame) => frame.slice(6, 12) === 'FFB024').map((frame) => frame.length / 2)).toEqual(
      Array.from({ length: 2 }, () => 7 + 13 + 128),
    );
  });

  it('refuses what the commands cannot say', async () => {
    const air = await connect();
    expect(await air.readBlocks(uid, 250, 10)).toMatchObject({ failure: 'unsupported' });
    expect(await air.writeBlocks(uid, 255, 4, new Uint8Array(8))).toMatchObject({ failure: 'unsupported' });
    expect(await air.writeBlocks(uid, 0, 0, new Uint8Array(8))).toMatchObject({ failure: 'refused' });
    expect(await air.writeBlocks(uid, 0, 4, new Uint8Array(7))).toMatchObject({ failure: 'refused' });
    expect(asked).toEqual([]);
  });

  it('turns the bytes of each block round where the reader does', async () => {
    const feig = { ...defaultFeigSettings, blockBytes: 'reversed' } as const;
    const air = await connect({ feig }, { blockBytes: 'reversed' });
    const tag = long();
    reader.field.put(tag);
    expect(await air.readBlocks(uid, 2, 2)).toEqual({ ok: true, value: content.slice(8, 16) });
    expect(await air.writeBlocks(uid, 0, 4, Uint8Array.of(1, 2, 3, 4))).toEqual({ ok: true, value: null });
    expect([...tag.memory.subarray(0, 4)]).toEqual([1, 2, 3, 4]);
    reader.close();
    const naive = await connect({}, { blockBytes: 'reversed' });
    reader.field.put(tag);
    expect(await naive.readBlocks(uid, 0, 1)).toEqual({ ok: true, value: Uint8Array.of(4, 3, 2, 1) });
  });

  it('locks blocks, and writes the storage format only where it is allowed', async () => {
    const air = await connect();
    reader.field.put(long());
    expect(await air.writeDsfid(uid, 0x3e)).toEqual({ ok: false, failure: 'unsupported', detail: null });
    expect(await air.lockBlocks(uid, [0, 1, 5])).toEqual({ ok: true, value: null });
    expect(await air.writeBlocks(uid, 5, 4, new Uint8Array(4))).toEqual({
      ok: false,
      failure: 'locked',
      detail: '95 12',
    });
    reader.close();
    const allowed = await connect({ feig: { ...defaultFeigSettings, writesDsfid: true } });
    reader.field.put(long());
    expect(await allowed.writeDsfid(uid, 0x3e)).toEqual({ ok: true, value: null });
    expect(await allowed.tagInfo(uid)).toMatchObject({ value: { dsfid: 0x3e, blockCount: 64 } });
  });
});

it('has usual settings of its own', () => {
  expect(defaultAirSettings.feig).toBeUndefined();
  expect(defaultFeigSettings).toEqual({ frames: 'advanced', blockBytes: 'as-on-tag', writesDsfid: false });
});
