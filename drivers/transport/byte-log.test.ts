import { describe, expect, it } from 'vitest';
import { createByteLog, type ByteLog } from './byte-log.ts';
import type { LineHandlers } from './line.ts';

const at = '2026-11-25T20:00:00.000Z';

/** A log on a line that a test speaks on. */
async function watched() {
  const log = createByteLog(() => at);
  const heard: string[] = [];
  let device: LineHandlers | null = null;
  const line = await log.watch((_, handlers) => {
    device = handlers;
    return Promise.resolve({ write: () => Promise.resolve(), close: () => handlers.onClose() });
  })(
    { kind: 'tcp', host: '127.0.0.1', port: 1 },
    { onData: (bytes) => heard.push(Buffer.from(bytes).toString('utf8')), onClose: () => undefined },
  );
  const say = (...pieces: readonly (string | Uint8Array)[]): void => {
    for (const piece of pieces) device?.onData(Buffer.from(piece));
  };
  return { log, line, say, heard };
}
const shown = (log: ByteLog): string =>
  log
    .after(0)
    .map(({ text }) => text)
    .join('');
const hexShown = (log: ByteLog): string =>
  Buffer.from(
    log
      .after(0)
      .map(({ hex }) => hex)
      .join(''),
    'hex',
  ).toString('latin1');

describe('the last bytes of a line', () => {
  it('keeps what travelled in both directions, numbered, and hands it on whole', async () => {
    const { log, line, say, heard } = await watched();
    say('VV.004512\r');
    await line.write(Uint8Array.of(0x02, 0x00, 0x07));
    expect(log.after(0)).toEqual([
      { seq: 1, at, direction: 'in', length: 10, hex: '56562E3030343531320D', text: 'VV.004512·' },
      { seq: 2, at, direction: 'out', length: 3, hex: '020007', text: '···' },
    ]);
    expect(log.after(1)).toHaveLength(1);
    expect(heard).toEqual(['VV.004512\r']);
  });

  it('is bounded: pieces, and bytes of each', async () => {
    const { log, say } = await watched();
    for (let index = 0; index < 1_000; index += 1) say('x'.repeat(10_000));
    const pieces = log.after(0);
    expect(pieces).toHaveLength(200);
    expect(pieces.at(-1)).toMatchObject({ seq: 1_000, length: 10_000, hex: '78'.repeat(64) });
  });
});

const card = '024090001234|121234567|BẠN ĐỌC THỬ|01011990|Nam|Xã Thử, Bắc Giang|15042021\r';
const secrets = ['024090001', '121234', 'THỬ', 'TH', '01011990', 'Nam', 'Giang', '15042021'];

describe('persons in the bytes', () => {
  it.each([
    ['a citizen number', '024090001234\r', '*********234·'],
    ['an old identity card', 'CMND 121234567\r', 'CMND ******567·'],
    ['a health card', 'GD4010000000001|4e67|01/01/1990\r', 'GD**********001|****|**********·'],
    ['a copy with eight digits', 'VV12345678\r', 'VV12345678·'],
  ])('%s', async (_, sent, text) => {
    const { log, say } = await watched();
    say(sent);
    expect(shown(log)).toBe(text);
  });

  it.each([1, 2, 3, 5, 8, 12, 13, 14, 25, 40, 64])('a citizen card in pieces of %i bytes', async (size) => {
    const { log, say } = await watched();
    const bytes = Buffer.from(card);
    for (let from = 0; from < bytes.length; from += size) say(bytes.subarray(from, from + size));
    for (const secret of secrets) {
      expect(shown(log)).not.toContain(secret);
      expect(hexShown(log)).not.toContain(secret);
    }
    // Nothing but the card is hidden.
    say('VV.004512\r');
    expect(shown(log)).toMatch(/VV\.004512·$/u);
  });

  it('a number that begins where the shown bytes end', async () => {
    const { log, say } = await watched();
    say(`${'x'.repeat(56)}024090001234\r`);
    expect(shown(log)).toBe(`${'x'.repeat(56)}********`);
  });

  it('a number between frames of the other direction', async () => {
    const { log, line, say } = await watched();
    say('02409');
    await line.write(Buffer.from('ok\r'));
    say('0001234\r');
    expect(shown(log)).not.toMatch(/\d{4}/u);
    expect(shown(log)).toContain('ok');
  });

  it('bars in the frames of a reader hide nothing', async () => {
    const { log, say } = await watched();
    say(Uint8Array.of(0x02, 0x7c, 0x41, 0x42, 0x7c), Uint8Array.of(0x43, 0x44, 0x7c, 0x45));
    expect(hexShown(log)).toBe('\u0002|AB|CD|E');
  });

  it('of a card that never ends, hides some hundred bytes and no more', async () => {
    const { log, say } = await watched();
    say('024090001234|BẠN ĐỌC THỬ');
    say('x'.repeat(1_000), 'VV.000001 ');
    expect(shown(log)).toMatch(/VV\.000001 $/u);
  });
});
