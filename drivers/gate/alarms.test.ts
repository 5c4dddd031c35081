import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBufferRecords, type NotificationRecord } from '../rfid/feig/notification.ts';
import { createAlarms, type Alarms } from './alarms.ts';

const numRuns = Number(process.env['LUU_THONG_FUZZ'] ?? 2_000);

const seen = (idd: string | null, time: string | null = null): NotificationRecord => ({
  idd,
  transponderType: 0x84,
  blocks: null,
  blockSize: null,
  time,
  date: null,
  antenna: 1,
  input: null,
  direction: null,
  mac: null,
});

function at(quietMs: number): { readonly alarms: Alarms; later(ms: number): void } {
  let time = Date.parse('2026-11-25T19:00:00Z');
  const config = { directions: { record: null, antennas: [] }, quietMs };
  return { alarms: createAlarms({ config, now: () => new Date(time) }), later: (ms) => void (time += ms) };
}

test('a tag that lies beside the gate alarms once, and again after it was away', () => {
  const { alarms, later } = at(10_000);
  expect(alarms.take([seen('A')])).toHaveLength(1);
  for (let second = 0; second < 60; second += 1) {
    later(1_000);
    expect(alarms.take([seen('A')])).toEqual([]);
  }
  later(10_000);
  expect(alarms.take([seen('A')])).toMatchObject([{ items: [{ uid: 'A', technology: 'uhf' }] }]);
});

test("the same record by the gate's own clock is a repetition however late it comes", () => {
  const { alarms, later } = at(5_000);
  expect(alarms.take([seen('A', '19:00:00.100')])).toHaveLength(1);
  later(600_000);
  expect(alarms.take([seen('A', '19:00:00.100')])).toEqual([]);
  later(600_000);
  expect(alarms.take([seen('A', '19:20:00.000')])).toHaveLength(1);
});

test('a repetition after 5 s is one even where the site waits for less', () => {
  const { alarms, later } = at(0);
  alarms.take([seen('A')]);
  later(4_999);
  expect(alarms.take([seen('A')])).toEqual([]);
});

test('what was long ago is forgotten', () => {
  const { alarms, later } = at(5_000);
  for (let index = 0; index < 2_000; index += 1) {
    later(100);
    expect(alarms.take([seen(String(index), String(index))])).toHaveLength(1);
  }
  later(600_000);
  // The oldest were forgotten, so this one counts as new.
  expect(alarms.take([seen('0', '0')])).toHaveLength(1);
});

test('whatever stands in a record, nothing throws', () => {
  const { alarms } = at(5_000);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (data) => {
      const records = parseBufferRecords(data);
      expect(Array.isArray(alarms.take(records ?? []))).toBe(true);
    }),
    { numRuns },
  );
});
