import { afterEach, describe, expect, it } from 'vitest';
import { emulatedLine, type EmulatedLine } from '../../testing/emulated-line.ts';
import { openLine } from '../../transport/open.ts';
import type { SeenTag } from '../air.ts';
import { defaultAirSettings } from '../air.ts';
import { createTagField, uhfTag } from '../emulator/field.ts';
import { createTslAir } from './air.ts';
import { createTslEmulator } from './emulator.ts';

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const epc = '3005FB63AC1F3841EC880467';
const bookTag = () =>
  uhfTag(Buffer.from(`3000${epc}`, 'hex'), Buffer.from('0641424344454647'.repeat(12), 'hex'));

/** A handheld on a real line, one book in front of it. */
async function handheld(
  kind: 'serial' | 'tcp' = 'tcp',
  settings = { password: '00000000', own: '00000000' },
) {
  const field = createTagField();
  const tag = bookTag();
  field.put(tag);
  const line: EmulatedLine = await emulatedLine(kind, (bytes) => emulator.receive(bytes));
  const emulator = createTslEmulator(field, line.wire, settings.own);
  const tags = Promise.withResolvers<readonly SeenTag[]>();
  const barcode = Promise.withResolvers<string>();
  const opened = await openLine(line.transport, {
    onData: (bytes) => air.receive(bytes),
    onClose: () => air.lost(),
  });
  const air = createTslAir(
    {
      write: (bytes) => opened.write(bytes),
      onTags: tags.resolve,
      onBarcode: barcode.resolve,
    },
    { ...defaultAirSettings, accessPassword: settings.password, timeoutMs: 150 },
  );
  closers.push(() => {
    opened.close();
    line.close();
  });
  return { field, tag, line, emulator, air, tags: tags.promise, barcode: barcode.promise };
}

describe('a TSL handheld', () => {
  it('says who it is and how full its battery is, over a serial port', async () => {
    const { air } = await handheld('serial');
    expect(await air.identify()).toEqual({
      ok: true,
      value: { model: 'TSL 1128', firmware: '1.4.5', serial: '1128-EU-000001' },
    });
    expect(await air.battery()).toEqual({ ok: true, value: { percent: 87, charging: 'Off' } });
  });

  it('lists the tags with PC word and signal, and an empty field as empty', async () => {
    const { air, field } = await handheld();
    expect(await air.inventory()).toEqual({
      ok: true,
      value: [{ address: epc, dsfid: null, pc: 0x3000, rssi: -61, antenna: null }],
    });
    field.clear();
    expect(await air.inventory()).toEqual({ ok: true, value: [] });
  });

  it('reads and writes in pieces of 32 words', async () => {
    const { air, tag } = await handheld();
    expect(await air.readWords(epc, 3, 0, 40)).toEqual({
      ok: true,
      value: Buffer.from(tag.banks[3].subarray(0, 80)),
    });
    const bytes = Buffer.from('55AA'.repeat(40), 'hex');
    expect(await air.writeWords(epc, 3, 2, bytes)).toEqual({ ok: true, value: null });
    expect(Buffer.from(tag.banks[3].subarray(4, 84))).toEqual(bytes);
  });

  it('finds the tag under its new EPC after writing one', async () => {
    const { air } = await handheld();
    expect(await air.writeWords(epc, 1, 2, Buffer.from('9005', 'hex'))).toEqual({ ok: true, value: null });
    expect(await air.readWords(epc, 1, 2, 1)).toMatchObject({ ok: false, failure: 'no-tag' });
    expect(await air.readWords(`9005${epc.slice(4)}`, 1, 2, 1)).toMatchObject({ ok: true });
  });

  it('tells what went wrong on air', async () => {
    const { air, tag, field } = await handheld();
    expect(await air.readWords(epc, 3, 200, 1)).toEqual({ ok: false, failure: 'refused', detail: 'EB003' });
    tag.faults = { ...tag.faults, weak: true };
    expect(await air.readWords(epc, 3, 0, 1)).toEqual({ ok: false, failure: 'weak', detail: 'EA003' });
    tag.faults = { ...tag.faults, weak: false, leavesAfter: 1 };
    expect(await air.readWords(epc, 3, 0, 1)).toMatchObject({ ok: true });
    expect(await air.writeWords(epc, 3, 0, Buffer.alloc(2))).toMatchObject({ ok: false, failure: 'no-tag' });
    field.clear();
    expect(await air.writeEas(epc, true)).toMatchObject({ ok: false, failure: 'unsupported' });
    expect(await air.writeWords(epc, 3, 0, Buffer.alloc(3))).toMatchObject({ failure: 'refused' });
    expect(await air.readWords('12\r\n', 3, 0, 1)).toMatchObject({ failure: 'no-tag' });
  });

  it('needs the access password of the tag', async () => {
    const wrong = await handheld('tcp', { password: '00000000', own: 'CAFE0001' });
    expect(await wrong.air.writeWords(epc, 3, 0, Buffer.alloc(2))).toEqual({
      ok: false,
      failure: 'locked',
      detail: 'EA004',
    });
    const right = await handheld('tcp', { password: 'CAFE0001', own: 'CAFE0001' });
    expect(await right.air.writeWords(epc, 3, 0, Buffer.alloc(2))).toMatchObject({ ok: true });
  });

  it('tells tags of the trigger and barcodes of its own scanner, between question and answer too', async () => {
    const { air, emulator, tags, barcode, line } = await handheld();
    line.wire.next({ kind: 'hold' });
    emulator.pullTrigger();
    emulator.scanBarcode('B.001\r\n2', true);
    expect(await tags).toMatchObject([{ address: epc, rssi: -61 }]);
    expect(await barcode).toBe('B.001\r\n2');
    line.wire.next({
      kind: 'before',
      bytes: Buffer.from('CS: .bc\r\nBR: 893\r\nOK:\r\n\r\nCS: .iv\r\nEP: 12'),
    });
    expect(await air.identify()).toMatchObject({ ok: true });
  });

  it('reads an answer in pieces, and the next one after a torn or silent one', async () => {
    const { air, line } = await handheld();
    line.wire.next({ kind: 'split', bytes: 3 });
    expect(await air.inventory()).toMatchObject({ ok: true, value: [{ address: epc }] });
    line.wire.next({ kind: 'flip', at: 0 }, { kind: 'silence' });
    expect(await air.identify()).toMatchObject({ failure: 'no-answer' });
    expect(await air.identify()).toMatchObject({ failure: 'no-answer' });
    expect(await air.identify()).toMatchObject({ ok: true });
  });

  it('ends what is under way when it is unplugged in the middle of an answer', async () => {
    const { air, line } = await handheld('serial');
    line.wire.next({ kind: 'cut', after: 20 });
    const failure = { ok: false, failure: 'line-lost', detail: null };
    expect(await Promise.all([air.inventory(), air.identify()])).toEqual([failure, failure]);
    expect(await air.identify()).toEqual(failure);
  });

  it('keeps an answer that comes too late to itself', async () => {
    const { air, line, emulator, tags, field } = await handheld();
    line.wire.next({ kind: 'hold' });
    expect(await air.inventory()).toMatchObject({ failure: 'no-answer' });
    field.clear();
    field.put(uhfTag(Buffer.from('1000AABBCCDD', 'hex')));
    emulator.pullTrigger();
    // The first tags that are told are those of the trigger.
    expect(await tags).toMatchObject([{ address: 'AABBCCDD' }]);
  });

  it('takes the answer of the very tag, when the mask finds another one too', async () => {
    const { air, field, tag } = await handheld();
    field.clear();
    field.put(uhfTag(Buffer.from(`4000${epc}AABBCCDD`, 'hex'), Buffer.from('9999', 'hex')), tag);
    expect(await air.readWords(epc, 3, 0, 1)).toEqual({ ok: true, value: Buffer.from('0641', 'hex') });
  });
});
