import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WedgeEffect, WedgeState } from './machine.ts';
import { idleWedge, wedgeStroke, wedgeWake } from './machine.ts';
import type { Stroke } from './stroke.ts';
import vectors from './vectors/ime-unikey.json' with { type: 'json' };

const options = { gap: 50, minLength: 4 };

interface Played {
  readonly effects: readonly WedgeEffect[];
  /** Keys that the page would still see. */
  readonly seen: readonly string[];
}

/** Plays strokes with the wake-ups that a page would make between them and after the last. */
function play(strokes: readonly Stroke[]): Played {
  let state: WedgeState = idleWedge;
  let wakeAt: number | null = null;
  const effects: WedgeEffect[] = [];
  const seen: string[] = [];
  const wakeUntil = (time: number): void => {
    while (wakeAt !== null && wakeAt <= time) {
      const answer = wedgeWake(options, state, wakeAt);
      ({ state, wakeAt } = answer);
      effects.push(...answer.effects);
    }
  };
  for (const stroke of strokes) {
    wakeUntil(stroke.at - 1);
    const answer = wedgeStroke(options, state, stroke);
    ({ state, wakeAt } = answer);
    effects.push(...answer.effects);
    if (!answer.swallow) seen.push(stroke.key);
  }
  wakeUntil(Infinity);
  return { effects, seen };
}

const plain = { repeat: false, isComposing: false, chord: false, place: 'page' } as const;

function stroke(key: string, at: number, more: Partial<Stroke> = {}): Stroke {
  return { ...plain, key, at, code: `Key${key.toUpperCase()}`, keyCode: key.charCodeAt(0), ...more };
}

/** A code as a scanner types it, `gap` ms between the keys, with its terminator. */
function burst(code: string, start = 0, gap = 8, end = 'Enter', more: Partial<Stroke> = {}): Stroke[] {
  return [...code, end].map((key, index) => stroke(key, start + index * gap, more));
}

const scan = (text: string, place: Stroke['place'] = 'page'): WedgeEffect => ({ type: 'scan', text, place });
const printable = fc
  .array(fc.integer({ min: 0x21, max: 0x7e }), { minLength: 4, maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes));

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
    expect(effects).toEqual([{ type: 'typed', text: 'a' }]);
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
    expect(effects).toEqual([{ type: 'typed', text: 'V' }]);
    expect(seen).toContain('Enter');
  });
});

/** The keys UniKey lets through or makes up, from what was scanned and what came of it. */
function throughInputMethod(scanned: string, result: string, place: Stroke['place']): Stroke[] {
  if (scanned === result) return burst(scanned, 0, 8, 'Enter', { place });
  const shorter = Math.min(scanned.length, result.length);
  let head = 0;
  while (head < shorter && scanned[head] === result[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && scanned.at(-1 - tail) === result.at(-1 - tail)) tail += 1;
  const made = { code: '', keyCode: 231 } as const;
  const changed = Array.from(result.slice(head, result.length - tail));
  const untouched = (part: string) => [...part].map((key) => [key, {}] as const);
  const keys: (readonly [string, Partial<Stroke>])[] = [
    // A letter at the very start is typed by the input method first, and erased for a better one.
    ...(head === 0 ? [[result.slice(0, 1), made] as const] : untouched(result.slice(0, head))),
    ['Backspace', { code: '', keyCode: 8 }],
    ...changed.map((key) => [key, made] as const),
    ...untouched(result.slice(result.length - tail)),
    ['Enter', {}],
  ];
  return keys.map(([key, more], index) => stroke(key, index * 9, { ...more, place }));
}

describe('a Vietnamese input method', () => {
  const longEnough = vectors.cases.filter(({ scanned }) => scanned.length >= options.minLength);

  const places = ['page', 'box'] as const;

  it.each(longEnough)('$scanned: a code it changed is refused, an unchanged one is a scan', (vector) => {
    for (const place of places) {
      for (const result of [vector.telex, vector.vni, vector.simpleTelex]) {
        const { effects, seen } = play(throughInputMethod(vector.scanned, result, place));
        const expected: WedgeEffect =
          result === vector.scanned
            ? scan(vector.scanned, place)
            : { type: 'rejected', problem: 'ime', place };
        expect(effects).toEqual([expected]);
        expect(seen).not.toContain('Enter');
      }
    }
  });

  const marks: readonly Partial<Stroke>[] = [
    { key: 'Backspace', code: 'Backspace', keyCode: 8 },
    { key: 'Process', keyCode: 229 },
    { key: 'ậ', code: '', keyCode: 231 },
    { key: 'A', keyCode: 231 },
    { key: 'A', isComposing: true },
    { key: 'đ', code: 'KeyD' },
    { key: 'A', code: '' },
  ];

  it('at work anywhere inside a burst means that no code is sent, however harmless the result looks', () => {
    fc.assert(
      fc.property(
        printable,
        fc.nat(),
        fc.constantFrom(...marks),
        fc.constantFrom<Stroke['place']>('page', 'box'),
        (code, where, mark, place) => {
          const keys = burst(code, 0, 8, 'Enter', { place });
          const at = 1 + (where % (keys.length - 1));
          const strokes = [
            ...keys.slice(0, at),
            stroke('', (at - 1) * 8 + 4, { ...mark, place }),
            ...keys.slice(at),
          ];
          expect(play(strokes).effects).toEqual([{ type: 'rejected', problem: 'ime', place }]);
        },
      ),
    );
  });
});
