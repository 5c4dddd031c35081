import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from './ime-unikey.vectors.json' with { type: 'json' };
import type { WedgeEffect } from './machine.ts';
import type { Stroke } from './stroke.ts';
import { burst, options, play, printable, scan, stroke } from './test-strokes.ts';

/** The keys UniKey lets through or makes up, from what was scanned and what came of it. */
function throughInputMethod(scanned: string, result: string, place: Stroke['place'], start = 0): Stroke[] {
  if (scanned === result) return burst(scanned, start, 8, 'Enter', { place });
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
  return keys.map(([key, more], index) => stroke(key, start + index * 9, { ...more, place }));
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

  it.each(vectors.cases)('$scanned in another field: never looked up by a damaged text', (vector) => {
    const own = { ...options, prefix: '~' };
    for (const result of [vector.telex, vector.vni, vector.simpleTelex]) {
      const isDamaged = result !== vector.scanned;
      const keyed = [...'VV1234'].map((key, index) => stroke(key, index * 9, { place: 'field' }));
      const later = throughInputMethod(vector.scanned, result, 'field', keyed.length * 9);
      // Enough keys of the scanner's own came through: the form does not get its Enter.
      const { effects, seen } = play([...keyed, ...later]);
      expect(effects).toEqual(isDamaged ? [{ type: 'rejected', problem: 'ime', place: 'field' }] : []);
      expect(seen.includes('Enter')).toBe(!isDamaged);
      const behind = throughInputMethod(vector.scanned, result, 'field', 9);
      const marked = play([stroke('~', 0, { place: 'field' }), ...behind], own);
      const texts = marked.effects.filter((effect) => effect.type === 'scan').map(({ text }) => text);
      expect(texts).toEqual(isDamaged ? [] : [vector.scanned]);
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
