import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burst, play, printable, scan, stroke } from './test-strokes.ts';

describe('a scanner', () => {
  it('is heard wherever the focus is, and none of its keys gets through', () => {
    expect(play(burst('VV.004512'))).toEqual({ effects: [scan('VV.004512')], seen: [] });
  });

  it('may end a code with Tab, which then moves no focus', () => {
    expect(play(burst('BN0000451', 0, 5, 'Tab'))).toEqual({ effects: [scan('BN0000451')], seen: [] });
  });

  it('may send a line feed after the return: the second terminator presses nothing', () => {
    const strokes = [...burst('VV.004512'), stroke('Enter', 90)];
    expect(play(strokes)).toEqual({ effects: [scan('VV.004512')], seen: [] });
  });

  it('holds Shift for capitals', () => {
    const strokes = ['Shift', 'V', 'Shift', 'V', '.', '1', '2', 'Enter'].map((key, at) =>
      stroke(key, at * 10),
    );
    expect(play(strokes).effects).toEqual([scan('VV.12')]);
  });

  it('any code, any speed up to the gap, any number of times: each is one scan with exactly its text', () => {
    fc.assert(
      fc.property(fc.array(printable, { maxLength: 6 }), fc.integer({ min: 1, max: 50 }), (codes, gap) => {
        let start = 0;
        const strokes = codes.flatMap((code) => {
          const keys = burst(code, start, gap);
          start += (code.length + 1) * gap + 1;
          return keys;
        });
        expect(play(strokes)).toEqual({ effects: codes.map((code) => scan(code)), seen: [] });
      }),
    );
  });

  it('may hiccup once in the middle of a code', () => {
    const head = [...'VV.00'].map((key, index) => stroke(key, index * 8));
    const tail = burst('4512', 32 + 140);
    expect(play([...head, ...tail]).effects).toEqual([scan('VV.004512')]);
  });

  it('never has the end of a torn code taken for a code', () => {
    const head = [...'VV.00'].map((key, index) => stroke(key, index * 8));
    const tail = burst('4512', 32 + 400);
    expect(play([...head, ...tail]).effects).toEqual([{ type: 'rejected', problem: 'torn', place: 'page' }]);
  });

  it('without a terminator is told so, and its late Enter presses nothing', () => {
    const head = [...'VV.004512'].map((key, index) => stroke(key, index * 8));
    const { effects, seen } = play([...head, stroke('Enter', 64 + 400)]);
    expect(effects).toEqual([{ type: 'rejected', problem: 'torn', place: 'page' }]);
    expect(seen).toEqual([]);
  });

  it('that sends a control character is refused, and no shortcut runs', () => {
    const strokes = [...'0100']
      .map((key, index) => stroke(key, index * 8))
      .concat(stroke(']', 40, { chord: true }), burst('21AB', 48));
    expect(play(strokes)).toEqual({
      effects: [{ type: 'rejected', problem: 'control', place: 'page' }],
      seen: [],
    });
  });
});

describe('a person', () => {
  it('can press a focused button with Enter or Space', () => {
    expect(play([stroke('Enter', 0), stroke(' ', 900), stroke('Tab', 1800)]).seen).toEqual([
      'Enter',
      ' ',
      'Tab',
    ]);
  });

  it('typing without a field loses nothing: it goes to the scan box, in order', () => {
    fc.assert(
      fc.property(printable, fc.integer({ min: 52, max: 400 }), (text, gap) => {
        const { effects } = play([...text].map((key, index) => stroke(key, index * gap)));
        const typed = effects.map((effect) => (effect.type === 'typed' ? effect.text : `<${effect.type}>`));
        expect(typed.join('')).toBe(text);
      }),
    );
  });

  it('holding a key down is no scanner', () => {
    const held = Array.from({ length: 30 }, (_, index) => stroke('a', 500 + index * 30, { repeat: true }));
    const { effects } = play([stroke('a', 0), ...held, stroke('Enter', 1_500)]);
    expect(effects).toEqual([{ type: 'typed', text: 'a', place: 'page' }]);
  });

  it('typing in the scan box is left alone, and Enter there is the box’s own', () => {
    const strokes = [...'0045'].map((key, index) => stroke(key, index * 180, { place: 'box' }));
    const { effects, seen } = play([...strokes, stroke('Enter', 900, { place: 'box' })]);
    expect(effects).toEqual([]);
    expect(seen).toEqual(['0', '0', '4', '5', 'Enter']);
  });

  it('typing Vietnamese in the scan box is not mistaken for a scanner with an input method', () => {
    const made = { code: '', keyCode: 231, place: 'box' } as const;
    const word = [
      stroke('d', 0, { place: 'box' }),
      stroke('e', 200, { place: 'box' }),
      stroke('Backspace', 400, { place: 'box', code: '' }),
      stroke('ế', 404, made),
      stroke('Enter', 700, { place: 'box' }),
    ];
    expect(play(word)).toEqual({ effects: [], seen: ['d', 'e', 'Backspace', 'ế', 'Enter'] });
  });
});

describe('the scan box', () => {
  it('takes a burst as a scan and keeps its Enter from the box', () => {
    const { effects, seen } = play(burst('VV.004512', 0, 8, 'Enter', { place: 'box' }));
    expect(effects).toEqual([scan('VV.004512', 'box')]);
    expect(seen).not.toContain('Enter');
  });

  it('lets the box send the whole of a code whose start came slowly', () => {
    const slow = [stroke('V', 0), stroke('V', 70, { place: 'box' })];
    const { effects, seen } = play([...slow, ...burst('.004512', 140, 8, 'Enter', { place: 'box' })]);
    expect(effects).toEqual([{ type: 'typed', text: 'V', place: 'page' }]);
    expect(seen).toContain('Enter');
  });
});
