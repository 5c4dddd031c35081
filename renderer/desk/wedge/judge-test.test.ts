import { describe, expect, it } from 'vitest';
import { selfTestCode } from '../../../domain/identifiers/self-test.ts';
import { createDecoder } from '../../devices/camera/decode.ts';
import { judgeTest } from './judge-test.ts';
import { quietModules, selfTestBars } from './self-test-bars.ts';
import type { Stroke } from './stroke.ts';

const options = { gap: 50, minLength: 4, prefix: '' };

function typed(text: string, { gap = 8, end = 'Enter' } = {}): readonly Stroke[] {
  return [...text, ...(end === '' ? [] : [end])].map((key, index) => ({
    at: index * gap,
    key,
    code: 'KeyA',
    keyCode: 65,
    isComposing: false,
    repeat: false,
    chord: false,
    place: 'page',
  }));
}

const made = { code: '', keyCode: 231 } as const;

describe('a scanner’s keys', () => {
  it.each([
    ['right', typed(selfTestCode)],
    ['right', typed(selfTestCode, { end: 'Tab' })],
    ['no-end', typed(selfTestCode, { end: '' })],
    ['slow', typed(selfTestCode, { gap: 70 })],
    ['extra', typed(`~${selfTestCode}`)],
    ['cut', typed(selfTestCode.slice(4))],
    ['caps-lock', typed('dd001-te100512.zY/|')],
    ['layout', typed('DD001-TE100512.Zy/~')],
    ['other', typed('VV.004512')],
    ['other', []],
  ])('are %s', (verdict, strokes) => {
    expect(judgeTest(strokes, options).verdict).toBe(verdict);
  });

  it('say that an input method is at work even where the text came out right', () => {
    const keys = typed(selfTestCode);
    const [fifth] = keys.slice(4, 5);
    const strokes = [...keys.slice(0, 4), ...(fifth ? [{ ...fifth, ...made }] : []), ...keys.slice(5)];
    expect(judgeTest(strokes, options)).toMatchObject({
      verdict: 'ime',
      typed: selfTestCode,
    });
  });

  it('name the prefix to set, and are right once it is', () => {
    const strokes = typed(`~${selfTestCode}`);
    expect(judgeTest(strokes, options).before).toBe('~');
    expect(judgeTest(strokes, { ...options, prefix: '~' }).verdict).toBe('right');
    expect(judgeTest(typed(`${selfTestCode}#`), options)).toMatchObject({ verdict: 'extra', before: '' });
  });
});

it('the drawn bars are the code, as a reader of Code 128 has it', () => {
  const quiet = '0'.repeat(quietModules);
  const modules = [...selfTestBars].map((width, index) =>
    (index % 2 === 0 ? '1' : '0').repeat(Number(width)),
  );
  const row = [...(quiet + modules.join('') + quiet)].flatMap((one) =>
    [one, one].map((dark) => (dark === '1' ? 0 : 255)),
  );
  const height = 40;
  const pixels = Uint8ClampedArray.from(Array.from({ length: height }, () => row).flat());
  expect(createDecoder()({ pixels, width: row.length, height })?.text).toBe(selfTestCode);
});
