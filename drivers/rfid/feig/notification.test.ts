import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNotification, type BufferedTag } from './build-records.ts';
import { createFeigFramer, type FeigFrame } from './codec.ts';
import { buildNotificationAck, parseBufferRecords, readNotification } from './notification.ts';

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const frameOf = (status: number, data: string): FeigFrame => ({
  address: 0,
  command: 0x22,
  status,
  data: bytesOf(data),
  advanced: true,
});

const tag: BufferedTag = { idd: 'E004010012345678', transponderType: 3, antenna: 1, time: [9, 30, 15_250] };

describe('notifications', () => {
  it('are read from the line, whatever the cut', () => {
    const framer = createFeigFramer();
    const bytes = buildNotification([tag, { ...tag, antenna: 2 }]);
    const frames = [...bytes].flatMap((byte) => framer.push(Uint8Array.of(byte)));
    expect(frames.map(readNotification)).toMatchObject([
      [
        { idd: 'E004010012345678', transponderType: 3, antenna: 1, time: '09:30:15.250', direction: null },
        { antenna: 2 },
      ],
    ]);
  });

  it('tell the direction where the gate does', () => {
    const [frame] = createFeigFramer().push(buildNotification([{ ...tag, direction: 2 }]));
    expect(frame && readNotification(frame)).toMatchObject([{ idd: tag.idd, direction: 2 }]);
  });

  it('are acknowledged as the published frame does', () => {
    expect(Buffer.from(buildNotificationAck(0xff)).toString('hex').toUpperCase()).toBe('020007FF325447');
  });

  it.each([
    ['an empty buffer', frameOf(0x92, ''), []],
    ['another command', { ...frameOf(0, '01 0000'), command: 0x6e }, null],
    ['an error', frameOf(0x81, ''), null],
    ['no data', frameOf(0, ''), null],
    ['more promised than there is', frameOf(0, '01 0002 000D 03 00 08 E004010012345678'), null],
    ['bytes left over', frameOf(0, '01 0001 000D 03 00 08 E004010012345678 00'), null],
    ['a record that is shorter than its parts', frameOf(0, '21 0001 000D 03 00 08 E004010012345678'), null],
    ['a record without length', frameOf(0, '01 0001 0000'), null],
  ])('%s', (_name, frame, records) => {
    expect(readNotification(frame)).toEqual(records);
  });

  it('carry every part that the manual names', () => {
    // TR-DATA1: all but the extension; TR-DATA2: input, MAC, direction.
    const parts =
      '03 00 08 E004010012345678 0002 04 11010131 30303030 091E3B92 14 1A 0B 19 07 03 01 00 02 0011223344AA';
    const length = parts.replaceAll(' ', '').length / 2 + 2;
    const data = bytesOf(`F3 23 0001 00${length.toString(16).padStart(2, '0')} ${parts}`);
    expect(parseBufferRecords(data)).toEqual([
      {
        idd: 'E004010012345678',
        transponderType: 3,
        blocks: bytesOf('11010131 30303030'),
        blockSize: 4,
        time: '09:30:15.250',
        date: '141A0B1907',
        antenna: 3,
        input: 1,
        direction: 2,
        mac: '0011223344AA',
      },
    ]);
  });

  it('skip what is not published by the record’s own length', () => {
    const data = bytesOf(
      '91 10 0002 0010 84 00 04 3000ABCD 01 01 02 03 04 05 06 000F 84 00 04 3000ABCE 02 00 00 00 00 00',
    );
    expect(parseBufferRecords(data)).toMatchObject([
      { idd: '3000ABCD', antenna: 1 },
      { idd: '3000ABCE', antenna: 2 },
    ]);
  });

  it('survive any data', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (data) => {
        expect(() => parseBufferRecords(data)).not.toThrow();
      }),
      { numRuns: Number(process.env['LUU_THONG_FUZZ'] ?? 2_000) },
    );
  });
});
