import { afterEach, describe, expect, it } from 'vitest';
import { emulatedLine, type EmulatedLine } from '../../testing/emulated-line.ts';
import { openLine } from '../../transport/open.ts';
import type { SeenTag } from '../air.ts';
import { defaultAirSettings } from '../air.ts';
import { createTagField, uhfTag } from '../emulator/field.ts';
import { createLlrpAir } from './air.ts';
import { createLlrpEmulator, type LlrpEmulatorOptions } from './emulator.ts';

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const epc = '3005FB63AC1F3841EC880467';
const longEpc = '00112233445566778899AABBCCDDEEFF';

/** An LLRP reader on a real connection, one book in front of it. */
async function reader(options: LlrpEmulatorOptions = {}, accessPassword = '00000000') {
  const field = createTagField();
  const tag = uhfTag(Buffer.from(`3000${epc}`, 'hex'), Buffer.from('0641424344454647'.repeat(12), 'hex'));
  field.put(tag);
  const line: EmulatedLine = await emulatedLine('tcp', (bytes) => emulator.receive(bytes));
  const emulator = createLlrpEmulator(field, line.wire, options);
  const tags = Promise.withResolvers<readonly SeenTag[]>();
  const closed = Promise.withResolvers<void>();
  const opened = await openLine(line.transport, {
    onData: (bytes) => air.receive(bytes),
    onClose: () => {
      air.lost();
      closed.resolve();
    },
  });
  const air = createLlrpAir(
    { write: (bytes) => opened.write(bytes), onTags: tags.resolve, close: () => opened.close() },
    { ...defaultAirSettings, accessPassword, timeoutMs: 200 },
  );
  closers.push(() => {
    opened.close();
    line.close();
  });
  return { field, tag, line, emulator, air, tags: tags.promise, closed: closed.promise };
}

/** One that has greeted us. */
async function ready(options: LlrpEmulatorOptions = {}, accessPassword = '00000000') {
  const made = await reader(options, accessPassword);
  await made.emulator.connected();
  return made;
}

describe('an LLRP reader', () => {
  it('says who it is after it has greeted', async () => {
    const { air, emulator } = await reader();
    const asked = air.identify();
    await emulator.connected();
    expect(await asked).toEqual({
      ok: true,
      value: { model: 'LLRP 25882/2001002', firmware: '5.12.0', serial: '0016250000000001' },
    });
  });

  it('that never greets does not answer, and one that is taken says so', async () => {
    const silent = await reader();
    expect(await silent.air.identify()).toMatchObject({ ok: false, failure: 'no-answer' });
    const taken = await reader();
    await taken.emulator.connected('Failed_A_Client_Initiated_Connection_Already_Exists');
    expect(await taken.air.inventory()).toEqual({
      ok: false,
      failure: 'refused',
      detail: 'Failed_A_Client_Initiated_Connection_Already_Exists',
    });
  });

  it.each([{ lateReports: false }, { lateReports: true }])(
    'lists every tag of a round (%o)',
    async (options) => {
      const { air, field } = await ready(options);
      field.put(uhfTag(Buffer.from(`4000${longEpc}`, 'hex')));
      expect(await air.inventory()).toEqual({
        ok: true,
        value: [
          { address: epc, dsfid: null, pc: 0x3000, rssi: -50, antenna: 1 },
          { address: longEpc, dsfid: null, pc: 0x4000, rssi: -50, antenna: 1 },
        ],
      });
      field.clear();
      expect(await air.inventory()).toEqual({ ok: true, value: [] });
    },
  );

  it('reads and writes in pieces of 32 words, whatever else is asked meanwhile', async () => {
    const { air, tag } = await ready();
    const bytes = Buffer.from('55AA'.repeat(40), 'hex');
    const [read, listed, written] = await Promise.all([
      air.readWords(epc, 3, 0, 40),
      air.inventory(),
      air.writeWords(epc, 3, 2, bytes),
    ]);
    expect(read).toMatchObject({ ok: true });
    expect(listed).toMatchObject({ ok: true, value: [{ address: epc }] });
    expect(written).toEqual({ ok: true, value: null });
    expect(Buffer.from(tag.banks[3].subarray(4, 84))).toEqual(bytes);
    expect(await air.readWords(epc, 3, 2, 2)).toEqual({ ok: true, value: Buffer.from('55AA55AA', 'hex') });
  });

  it('finds the tag under its new EPC after writing one', async () => {
    const { air } = await ready();
    expect(await air.writeWords(epc, 1, 2, Buffer.from('9005', 'hex'))).toEqual({ ok: true, value: null });
    expect(await air.readWords(epc, 1, 2, 1)).toMatchObject({ ok: false, failure: 'no-tag' });
    expect(await air.readWords(`9005${epc.slice(4)}`, 1, 2, 1)).toMatchObject({ ok: true });
  });

  it('tells what went wrong on air', async () => {
    const { air, tag } = await ready({ password: 0xcafe0001 });
    const locked = { ok: false, failure: 'locked', detail: 'Tag_Memory_Locked_Error' };
    expect(await air.writeWords(epc, 3, 0, Buffer.alloc(2))).toEqual(locked);
    const right = await ready({ password: 0xcafe0001 }, 'CAFE0001');
    expect(await right.air.writeWords(epc, 3, 0, Buffer.alloc(2))).toMatchObject({ ok: true });
    expect(await right.air.writeWords(epc, 3, 200, Buffer.alloc(2))).toMatchObject({ failure: 'refused' });
    right.tag.faults = { ...right.tag.faults, weak: true };
    expect(await right.air.readWords(epc, 3, 0, 1)).toMatchObject({ failure: 'weak' });
    right.tag.faults = { ...tag.faults, leavesAfter: 1 };
    expect(await right.air.readWords(epc, 3, 0, 1)).toMatchObject({ ok: true });
    expect(await right.air.writeWords(epc, 3, 0, Buffer.alloc(2))).toMatchObject({ failure: 'no-tag' });
    expect(await right.air.writeEas(epc, false)).toMatchObject({ failure: 'unsupported' });
    expect(await right.air.writeWords(epc, 3, 0, Buffer.alloc(1))).toMatchObject({ failure: 'refused' });
    expect(await right.air.readWords('no hex', 3, 0, 1)).toMatchObject({ failure: 'no-tag' });
  });

  it("gives the reader's own word for a refusal, and prepares it anew afterwards", async () => {
    const refuses = new Map([
      ['START_ROSPEC', 'M_FieldError'],
      ['GET_READER_CAPABILITIES', 'M_UnsupportedMessage'],
    ]);
    const { air } = await ready({ refuses });
    expect(await air.identify()).toEqual({
      ok: false,
      failure: 'unsupported',
      detail: 'M_UnsupportedMessage',
    });
    expect(await air.inventory()).toEqual({ ok: false, failure: 'refused', detail: 'M_FieldError' });
    refuses.clear();
    expect(await air.inventory()).toMatchObject({ ok: true, value: [{ address: epc }] });
  });

  it('answers that we are there, and tells reports nobody asked for', async () => {
    const { emulator, tags } = await ready();
    const acknowledged = emulator.acknowledged();
    await emulator.keepAlive();
    await acknowledged;
    await emulator.report();
    expect(await tags).toMatchObject([{ address: epc, rssi: -50 }]);
  });

  it('is heard in any pieces, and through a message that llrpjs cannot read', async () => {
    const { air, line } = await ready();
    line.wire.next(
      { kind: 'split', bytes: 3 },
      { kind: 'before', bytes: Buffer.from('043D0000000E00000001FFFF0004', 'hex') },
      { kind: 'hold' },
    );
    expect(await air.inventory()).toMatchObject({ ok: true, value: [{ address: epc }] });
  });

  it('is hung up on when its stream falls out of step', async () => {
    const { air, line, closed } = await ready();
    line.wire.next({ kind: 'before', bytes: Buffer.from('HTTP/1.1 400 Bad Request\r\n') });
    expect(await air.inventory()).toEqual({ ok: false, failure: 'line-lost', detail: null });
    await closed;
  });

  it('that falls silent does not answer, and unplugged in the middle of a message is lost', async () => {
    const { air, line } = await ready();
    await air.inventory();
    line.wire.next({ kind: 'silence' });
    expect(await air.identify()).toMatchObject({ failure: 'no-answer' });
    line.wire.next({ kind: 'cut', after: 7 });
    const lost = { ok: false, failure: 'line-lost', detail: null };
    expect(await Promise.all([air.inventory(), air.readWords(epc, 3, 0, 1)])).toEqual([lost, lost]);
  });
});
