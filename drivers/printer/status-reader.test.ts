import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStatusReader } from './status-reader.ts';
import type { StatusEvent } from './status-reader.ts';
import type { StatusQuestion } from './status.ts';
import { portions } from './testing/documents.ts';

/** Bytes as the printer sends them, and what they mean. */
interface Sent {
  readonly bytes: readonly number[];
  readonly meaning: StatusEvent['kind'] | null;
}

const runs = Number(process.env['LUU_THONG_FUZZ'] ?? 2_000);

const question = fc.constantFrom<StatusQuestion>(1, 2, 3, 4);
const answerByte = fc.integer({ min: 0, max: 255 }).map((byte) => (byte & 0x6c) | 0x12);
const plainByte = fc.integer({ min: 0, max: 255 }).map((byte) => byte & 0x6f);
const automatic = fc
  .tuple(answerByte, plainByte, plainByte, plainByte)
  .map(([first, ...rest]): Sent => ({ bytes: [first & ~0x02, ...rest], meaning: 'automatic' }));
/** Flow control and line noise. */
const noise = fc.constantFrom(0x11, 0x13, 0xff, 0x80).map((byte): Sent => ({ bytes: [byte], meaning: null }));

describe('the status reader', () => {
  it('tells messages and an answer apart, however they are split', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(automatic, noise), { maxLength: 8 }),
        question,
        answerByte,
        fc.nat({ max: 40 }),
        fc.array(fc.nat({ max: 60 }), { maxLength: 10 }),
        (sent, asked, answer, where, cuts) => {
          const stream = sent.flatMap((part) => part.bytes);
          // An answer overtakes everything: it may land inside a message.
          stream.splice(where % (stream.length + 1), 0, answer);
          const reader = createStatusReader();
          reader.ask(asked);
          const events = portions(Uint8Array.from(stream), cuts).flatMap((part) => reader.push(part));
          const expected = sent.filter((part) => part.meaning === 'automatic').length;
          expect(events.filter((event) => event.kind === 'automatic')).toHaveLength(expected);
          const answers = events.flatMap((event) => (event.kind === 'answer' ? [event.answer.question] : []));
          expect(answers).toEqual([asked]);
        },
      ),
      { numRuns: runs },
    );
  });

  it('drops answers nobody waits for', () => {
    const reader = createStatusReader();
    expect(reader.push(Uint8Array.of(0x12, 0x12, 0x00))).toEqual([]);
    reader.ask(4);
    reader.giveUp();
    expect(reader.push(Uint8Array.of(0x72))).toEqual([]);
  });

  it('takes a plain byte as the turn only when the turn was asked for', () => {
    const reader = createStatusReader();
    reader.askTurn();
    expect(reader.push(Uint8Array.of(0x10, 0x00, 0x03, 0x00, 0x03))).toEqual([
      {
        kind: 'automatic',
        status: { online: true, paper: 'near-end', cover: 'closed', error: false, drawerHigh: false },
      },
      { kind: 'turn' },
    ]);
    expect(reader.push(Uint8Array.of(0x00))).toEqual([]);
  });

  it('accepts bit 7 of answer 1 from clones that report paper not torn off', () => {
    const reader = createStatusReader();
    reader.ask(1);
    expect(reader.push(Uint8Array.of(0x92))).toHaveLength(1);
    reader.ask(2);
    expect(reader.push(Uint8Array.of(0x92))).toHaveLength(0);
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), question, (bytes, asked) => {
        const reader = createStatusReader();
        reader.ask(asked);
        reader.askTurn();
        expect(reader.push(bytes).length).toBeLessThanOrEqual(bytes.length);
        // Whatever came before, a whole message after it is understood.
        const events = reader.push(Uint8Array.of(0x10, 0x00, 0x00, 0x00));
        expect(events).toContainEqual({
          kind: 'automatic',
          status: { online: true, paper: 'ok', cover: 'closed', error: false, drawerHigh: false },
        });
      }),
      { numRuns: runs },
    );
  });
});
