import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createAnswerReader, type ModbusCarriage } from './answer.ts';
import { modbusCrc, readRtuFrame, readTcpFrame, writeRtuFrame, writeTcpFrame } from './frame.ts';

const numRuns = Number(process.env['LUU_THONG_FUZZ'] ?? 2_000);

/** Copied from the shared vectors; each names where it was published. */
const { vectors } = z
  .object({
    vectors: z.array(
      z.object({
        description: z.string(),
        source: z.string(),
        hex_in: z.string(),
        hex_out: z.string().optional(),
        crc: z.number().optional(),
        check: z.object({ algo: z.string(), ok: z.boolean() }).optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('modbus.vectors.json', import.meta.url), 'utf8')));

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

describe('published frames', () => {
  const rtu = vectors.filter(({ check }) => check?.algo === 'CRC-16/MODBUS LE');
  test.each(rtu)('$description $hex_in ($source)', ({ hex_in, check }) => {
    const frame = readRtuFrame(hex(hex_in));
    const again = frame === null ? null : Buffer.from(writeRtuFrame(frame)).toString('hex').toUpperCase();
    expect(again).toBe(check?.ok === true ? hex_in : null);
  });

  test.each(vectors.filter(({ crc }) => crc !== undefined))('CRC of $hex_in ($source)', ({ hex_in, crc }) => {
    expect(modbusCrc(hex(hex_in))).toBe(crc);
  });

  test.each(vectors.filter(({ hex_out }) => hex_out !== undefined))(
    'Modbus TCP $hex_in ($source)',
    ({ hex_in, hex_out }) => {
      const request = readTcpFrame(hex(hex_in));
      expect(request).not.toBeNull();
      if (request === null) return;
      expect(writeTcpFrame(request.transaction, request)).toEqual(hex(hex_in));
      expect(readTcpFrame(hex(hex_out ?? ''))).toMatchObject({
        transaction: request.transaction,
        unit: request.unit,
      });
    },
  );

  test('the counts are those of the file: none was passed over', () => {
    expect(rtu.filter(({ check }) => check?.ok === true)).toHaveLength(8);
    expect(rtu.filter(({ check }) => check?.ok === false)).toHaveLength(1);
  });
});

/** A request and its good answer. */
const exchange = fc.record({
  unit: fc.integer({ min: 1, max: 247 }),
  code: fc.constantFrom(1, 2, 3, 4, 5, 6),
  address: fc.integer({ min: 0, max: 0xffff }),
  value: fc.integer({ min: 1, max: 8 }),
  data: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  refused: fc.boolean(),
});
type Exchange = typeof exchange extends fc.Arbitrary<infer Value> ? Value : never;

function pdus({ code, address, value, data, refused }: Exchange): {
  request: Uint8Array;
  answer: Uint8Array;
} {
  const high = code === 5 ? 0xff : 0;
  const request = Uint8Array.of(code, address >> 8, address & 0xff, high, code === 5 ? 0 : value);
  if (refused) return { request, answer: Uint8Array.of(code | 0x80, 2) };
  if (code > 4) return { request, answer: request };
  const body = data.subarray(0, code < 3 ? 1 : value * 2);
  return { request, answer: Uint8Array.of(code, body.length, ...body) };
}

describe.each(['rtu', 'tcp'] as const)('answers over %s', (carriage: ModbusCarriage) => {
  const framed = (unit: number, pdu: Uint8Array, transaction = 1): Uint8Array =>
    carriage === 'rtu' ? writeRtuFrame({ unit, pdu }) : writeTcpFrame(transaction, { unit, pdu });

  test('are found behind noise and false starts, in whatever pieces', () => {
    fc.assert(
      fc.property(
        exchange,
        fc.uint8Array({ maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        (talk, noise, pieces) => {
          const reader = createAnswerReader(carriage);
          const { request, answer } = pdus(talk);
          reader.ask({ unit: talk.unit, pdu: request });
          const start = Uint8Array.of(talk.unit, talk.code, talk.unit);
          const bytes = Buffer.concat([noise, start, framed(talk.unit, answer)]);
          const found = [];
          for (let at = 0; at < bytes.length; at += pieces) {
            const frame = reader.push(bytes.subarray(at, at + pieces));
            if (frame !== null) found.push(frame);
          }
          expect(found).toEqual([{ unit: talk.unit, pdu: answer }]);
          expect(reader.push(bytes)).toBeNull();
        },
      ),
      { numRuns },
    );
  });

  test('of another unit or with a flipped bit are passed over, and the next good one is found', () => {
    fc.assert(
      fc.property(exchange, fc.nat(), (talk, at) => {
        const reader = createAnswerReader(carriage);
        const { request, answer } = pdus(talk);
        reader.ask({ unit: talk.unit, pdu: request });
        const good = framed(talk.unit, answer);
        const bad = Uint8Array.from(good);
        const place = at % (carriage === 'rtu' ? bad.length : 8);
        bad[place] = (bad[place] ?? 0) ^ 0x10;
        // Modbus TCP has no checksum: only its header and the function code can be seen to be wrong.
        expect(reader.push(bad)).toBeNull();
        expect(reader.push(framed(talk.unit ^ 1, answer))).toBeNull();
        expect(reader.push(good)).toEqual({ unit: talk.unit, pdu: answer });
      }),
      { numRuns },
    );
  });

  test('random bytes throw nothing and are not kept', () => {
    const reader = createAnswerReader(carriage);
    fc.assert(
      fc.property(exchange, fc.uint8Array({ maxLength: 600 }), (talk, noise) => {
        const { request, answer } = pdus(talk);
        const sent = reader.ask({ unit: talk.unit, pdu: request });
        reader.push(noise);
        const transaction = carriage === 'tcp' ? (sent[0] ?? 0) * 256 + (sent[1] ?? 0) : 0;
        reader.push(framed(talk.unit, answer, transaction));
      }),
      { numRuns },
    );
    const next = reader.ask({ unit: 1, pdu: Uint8Array.of(5, 0, 1, 0xff, 0) });
    expect(reader.push(next)).toEqual({ unit: 1, pdu: Uint8Array.of(5, 0, 1, 0xff, 0) });
  });

  test('an echo that differs from what was written is no answer', () => {
    const reader = createAnswerReader(carriage);
    reader.ask({ unit: 1, pdu: Uint8Array.of(5, 0, 1, 0xff, 0) });
    expect(reader.push(framed(1, Uint8Array.of(5, 0, 1, 0, 0)))).toBeNull();
  });
});

test('a mock whose byte count contradicts its length is not taken for an answer', () => {
  const reader = createAnswerReader('tcp');
  expect(reader.ask({ unit: 0x11, pdu: hex('03006B0003') })).toEqual(hex('0001000000061103006B0003'));
  expect(reader.push(hex('000100000006110366778899'))).toBeNull();
});
