import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WedgeOptions } from './run.ts';
import { burst, options, play, printable, scan, stroke } from './test-strokes.ts';

describe('another text field', () => {
  const inField = { place: 'field' } as const;
  const marked: WedgeOptions = { ...options, prefix: '~' };

  it('keeps every key of a scanner without a prefix: whoever put the focus there wants the code there', () => {
    fc.assert(
      fc.property(printable, fc.integer({ min: 1, max: 50 }), (code, gap) => {
        const { effects, seen } = play(burst(code, 0, gap, 'Enter', inField));
        expect(effects).toEqual([]);
        expect(seen).toEqual([...code, 'Enter']);
      }),
    );
  });

  it('loses to the scan what came behind the prefix, however short, and keeps the Enter from the form', () => {
    fc.assert(
      fc.property(
        printable.filter((code) => !code.startsWith('~')),
        fc.constantFrom('~', '#!', 'LT:'),
        fc.integer({ min: 1, max: 50 }),
        (code, prefix, gap) => {
          const own = { ...options, prefix };
          const { effects, seen } = play(burst(prefix + code, 0, gap, 'Enter', inField), own);
          expect(effects).toEqual([scan(code, 'field')]);
          expect(seen.join('')).toBe(prefix);
        },
      ),
    );
    expect(play(burst('~7', 0, 8, 'Enter', inField), marked).effects).toEqual([scan('7', 'field')]);
  });

  it('gets back what a person typed fast behind the prefix', () => {
    const strokes = [stroke('~', 0, inField), stroke('a', 30, inField), stroke('b', 400, inField)];
    expect(play(strokes, marked)).toEqual({
      effects: [{ type: 'typed', text: 'a', place: 'field' }],
      seen: ['~', 'b'],
    });
  });

  it('never loses a key that a person types, prefix or not', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ key: fc.constantFrom('~', 'a', '1', 'Enter'), gap: fc.integer({ min: 52, max: 400 }) }),
        ),
        (typed) => {
          let at = 0;
          const strokes = typed.map(({ key, gap }) => stroke(key, (at += gap), inField));
          expect(play(strokes, marked)).toEqual({ effects: [], seen: typed.map(({ key }) => key) });
        },
      ),
    );
  });

  it('says that a code behind the prefix broke off', () => {
    const head = [...'~VV.00'].map((key, index) => stroke(key, index * 8, inField));
    expect(play(head, marked).effects).toEqual([{ type: 'rejected', problem: 'torn', place: 'field' }]);
  });

  it('typed into in Vietnamese is left alone', () => {
    const made = { code: '', keyCode: 231, ...inField } as const;
    const word = [
      stroke('n', 0, inField),
      stroke('g', 90, inField),
      stroke('u', 180, inField),
      stroke('o', 270, inField),
      stroke('Backspace', 360, { ...inField, code: '' }),
      stroke('Backspace', 361, { ...inField, code: '' }),
      stroke('ư', 362, made),
      stroke('ơ', 363, made),
      stroke('Enter', 440, inField),
    ];
    expect(play(word)).toEqual({ effects: [], seen: word.map(({ key }) => key) });
  });
});

describe('a configured prefix', () => {
  it('is taken off wherever the code is typed, and a scanner without it still works', () => {
    const own = { ...options, prefix: '~' };
    for (const place of ['page', 'box'] as const) {
      expect(play(burst('~VV.004512', 0, 8, 'Enter', { place }), own).effects).toEqual([
        scan('VV.004512', place),
      ]);
      expect(play(burst('VV.004512', 0, 8, 'Enter', { place }), own).effects).toEqual([
        scan('VV.004512', place),
      ]);
    }
    expect(play(burst('~12', 0, 8), own).effects).toEqual([scan('12')]);
  });
});

describe('any keys at all', () => {
  /** `LUU_THONG_FUZZ=100000` for all that the issue asks for. */
  const fuzzRuns = Number(import.meta.env['LUU_THONG_FUZZ'] ?? 2_000);
  const keys = fc.constantFrom(
    ...'~AV.1đ',
    'Enter',
    'Tab',
    'Backspace',
    'Shift',
    'F1',
    'Process',
    'Escape',
    '',
  );
  const strokes = fc.array(
    fc.record({
      key: keys,
      gap: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 700 })),
      code: fc.constantFrom('KeyA', 'KeyA', ''),
      keyCode: fc.constantFrom(65, 65, 229, 231),
      isComposing: fc.boolean(),
      repeat: fc.boolean(),
      chord: fc.boolean(),
      place: fc.constantFrom('page', 'page', 'box', 'field'),
    }),
    { maxLength: 60 },
  );

  it('never throw, leave nothing waiting, and the next good code is one scan', () => {
    fc.assert(
      fc.property(strokes, fc.constantFrom('', '~'), (made, prefix) => {
        const own = { ...options, prefix };
        let at = 0;
        const dirt = made.map(({ gap, ...rest }) => ({ ...rest, at: (at += gap) }));
        // A second of silence: whatever was begun is over.
        const good = burst('VV.004512', at + 1_200);
        const alone = play(dirt, own);
        const { effects, seen } = play([...dirt, ...good], own);
        expect(effects).toEqual([...alone.effects, scan('VV.004512')]);
        expect(seen).toEqual(alone.seen);
      }),
      { numRuns: fuzzRuns },
    );
  });
});
