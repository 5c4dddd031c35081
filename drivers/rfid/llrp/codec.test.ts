import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LlrpCodec } from './codec.ts';
import { loadLlrpCodec } from './codec.ts';
import { createLlrpFramer } from './framer.ts';
import published from './llrp.vectors.json' with { type: 'json' };
import {
  connectionAttempt,
  endsRound,
  merged,
  resultFailure,
  resultsOf,
  statusOf,
  tagsOf,
} from './reports.ts';
import { textAt } from './values.ts';

let codec: LlrpCodec;
const vectors = published.vectors.map((vector) =>
  Object.assign(vector, { bytes: Buffer.from(vector.hex_in, 'hex') }),
);
const runs = Number(process.env['LUU_THONG_FUZZ'] ?? 2_000);

beforeAll(async () => {
  const loaded = await loadLlrpCodec();
  if (loaded === null) throw new Error('llrpjs cannot be loaded');
  codec = loaded;
});

describe('the published LLRP messages', () => {
  it.each(vectors)('$description ($source)', ({ bytes, fields }) => {
    expect(createLlrpFramer().push(bytes)).toEqual([Uint8Array.from(bytes)]);
    const message = codec.decode(bytes);
    if (message === null) throw new Error('not decoded');
    const [tag] = tagsOf(message);
    const told = {
      ver: (bytes.readUInt16BE() >> 10) & 0x07,
      type: bytes.readUInt16BE() & 0x03ff,
      id: message.id,
      name: message.type,
      ...(tag && { epc96: tag.address, antenna: tag.antenna, peak_rssi: tag.rssi }),
      ...timesOf(message.data),
    };
    expect(told).toMatchObject(Object.fromEntries(Object.entries(fields).filter(([name]) => name in told)));
    expect(connectionAttempt(message)).toBe(fields.connection_attempt ?? null);
    expect(codec.encode(message.type, message.id, Object(message.data))).toEqual(bytes);
  });
});

/** Microseconds since 1970, as the vectors write them. */
function timesOf(data: unknown) {
  const at = textAt(data, 'ReaderEventNotificationData', 'UTCTimestamp', 'Microseconds');
  const seen = textAt(data, 'TagReportData', 'FirstSeenTimestampUTC', 'Microseconds');
  const micros = (time: string): number => Date.parse(time) * 1_000 + Number(time.slice(-4, -1));
  return {
    ...(at !== null && { utc_us: micros(at) }),
    ...(seen !== null && { first_seen_utc_us: micros(seen) }),
  };
}

const report = (data: object) => {
  const bytes = codec.encode('RO_ACCESS_REPORT', 9, data);
  const message = bytes && codec.decode(bytes);
  if (!message) throw new Error('no report');
  return message;
};

describe('reports', () => {
  it('give EPCs of any length, each tag once with its best antenna', () => {
    const EPCData = { EPC: '00112233445566778899AABBCCDDEEFF0011' };
    const message = report({
      TagReportData: [
        { EPCData, AntennaID: { AntennaID: 1 }, PeakRSSI: { PeakRSSI: -70 } },
        { EPCData, AntennaID: { AntennaID: 2 }, PeakRSSI: { PeakRSSI: -50 } },
        { EPC_96: { EPC: '3005FB63AC1F3841EC880467' }, C1G2_PC: { PC_Bits: 0x3000 } },
      ],
    });
    expect(merged(tagsOf(message))).toEqual([
      { address: EPCData.EPC, dsfid: null, pc: null, rssi: -50, antenna: 2 },
      { address: '3005FB63AC1F3841EC880467', dsfid: null, pc: 0x3000, rssi: null, antenna: null },
    ]);
    expect(tagsOf(report({}))).toEqual([]);
  });

  it('tell what became of reads and writes', () => {
    const message = report({
      TagReportData: {
        EPCData: { EPC: '1234' },
        C1G2ReadOpSpecResult: { Result: 'Success', OpSpecID: 7, ReadData: '00FF' },
      },
    });
    expect(resultsOf(message)).toEqual([
      { op: 7, epc: '1234', result: 'Success', read: '00FF', written: null },
    ]);
    expect(resultFailure('Success')).toBeNull();
    expect(resultFailure('Tag_Memory_Locked_Error')).toBe('locked');
    expect(resultFailure('')).toBe('refused');
  });

  it('are not seen in other messages', () => {
    const message = { type: 'KEEPALIVE', id: 1, data: { TagReportData: { EPCData: { EPC: '1234' } } } };
    expect([tagsOf(message), resultsOf(message)]).toEqual([[], []]);
    expect([statusOf(message), connectionAttempt(message), endsRound(message, 1)]).toEqual([
      null,
      null,
      false,
    ]);
  });
});

describe('what is no LLRP', () => {
  it('is not decoded', () => {
    expect(codec.decode(Buffer.alloc(0))).toBeNull();
    expect(codec.decode(Buffer.from('043D0000000E00000001FFFF0004', 'hex'))).toBeNull();
    // Version 2 (LLRP 1.1) is beyond llrpjs.
    expect(codec.decode(Buffer.from('083E0000000A00000007', 'hex'))).toBeNull();
    expect(codec.encode('ADD_ROSPEC', 1, {})).toBeNull();
    expect(codec.encode('NO_SUCH', 1, {})).toBeNull();
  });

  it.each([
    ['a reserved bit', '243E0000000A00000001'],
    ['version 0', '003E0000000A00000001'],
    ['type 0', '04000000000A00000001'],
    ['an unknown type', '04650000000A00000001'],
    ['a length below a header', '043E0000000900000001'],
    ['a length beyond 1 MiB', '043E0010000100000001'],
  ])('ends the stream: %s', (_, hex) => {
    const framer = createLlrpFramer();
    const keepalive = Buffer.from('043E0000000A00000001', 'hex');
    expect(framer.push(Buffer.concat([keepalive, Buffer.from(hex, 'hex')]))).toHaveLength(1);
    expect(framer.broken).toBe(true);
    expect(framer.push(keepalive)).toEqual([]);
  });
});

describe('fuzzed', () => {
  const mutated = fc
    .tuple(fc.nat(vectors.length - 1), fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 4 }))
    .map(([which, changes]) => {
      const bytes = Buffer.from(vectors[which]?.bytes ?? []);
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      return bytes;
    });

  it('the codec never throws and always ends', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 80 })), (bytes) => {
        const message = codec.decode(bytes);
        if (message === null) return;
        for (const tag of tagsOf(message)) expect(tag.address).toMatch(/^[0-9A-F]*$/u);
        resultsOf(message);
        connectionAttempt(message);
        endsRound(message, 1);
      }),
      { numRuns: runs },
    );
  });

  it('the framer gives every good message before anything broken, in any pieces, and nothing after', () => {
    const piece = fc.oneof(mutated, fc.uint8Array({ maxLength: 30 }));
    fc.assert(
      fc.property(fc.nat(4), piece, fc.nat(50), (count, tail, size) => {
        const good = Array.from({ length: count }, (_, at) => vectors[at % vectors.length]?.bytes ?? []);
        const all = Buffer.concat([...good.map((bytes) => Buffer.from(bytes)), tail]);
        const framer = createLlrpFramer();
        const messages: Uint8Array[] = [];
        for (let at = 0; at < all.length; at += size + 1)
          messages.push(...framer.push(all.subarray(at, at + size + 1)));
        expect(messages.length).toBeGreaterThanOrEqual(count);
        expect(Buffer.concat(messages)).toEqual(all.subarray(0, Buffer.concat(messages).length));
        for (const message of messages) expect(Buffer.from(message).readUInt32BE(2)).toBe(message.length);
      }),
      { numRuns: runs },
    );
  });
});
