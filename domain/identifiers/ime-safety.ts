import type { CodePattern } from './code-pattern.ts';

/**
 * A scanner that types like a keyboard types through the Vietnamese input method, which may change the code into
 * another one without a sound: in VNI `TE100512` becomes `TE0512`. Rules measured on the UniKey engine
 * (`reference/vietnam.md` §3.6); where it depends on the word whether the engine acts, this says that it does.
 */

export type InputMethod = 'telex' | 'vni';

/** A word as an input method sees it: letters and the digits behind them, not joined to a digit before. */
const word = /(?<![\dA-Z])([A-Z]+)(\d?)/gu;
/** `aa ee oo dd`, also apart; `w` anywhere; a tone key behind a vowel. */
const telexKeys = /A[A-Z]*A|E[A-Z]*E|O[A-Z]*O|D[A-Z]*D|W|[AEIOUY][A-Z]*[SFRXJZ]/u;
const vniLetters: Readonly<Record<string, RegExp>> = {
  1: /[AEIOUY]/u,
  2: /[AEIOUY]/u,
  3: /[AEIOUY]/u,
  4: /[AEIOUY]/u,
  5: /[AEIOUY]/u,
  6: /[AEO]/u,
  7: /[OU]/u,
  8: /A/u,
  9: /D/u,
};

/** The input methods that may change this text while a scanner types it. */
export function imeRisks(text: string): readonly InputMethod[] {
  const words = [...text.toUpperCase().matchAll(word)];
  const isTelexRisk = words.some(([, letters = '']) => telexKeys.test(letters));
  const isVniRisk = words.some(([, letters = '', digit = '']) => vniLetters[digit]?.test(letters) === true);
  return [...(isTelexRisk ? (['telex'] as const) : []), ...(isVniRisk ? (['vni'] as const) : [])];
}

/** The input methods that may change some number of this pattern, now or when the register has grown. */
export function imeSafe(pattern: CodePattern): {
  readonly safe: boolean;
  readonly risks: readonly InputMethod[];
} {
  const start = pattern.prefix + pattern.separator;
  const found = new Set(Array.from({ length: 10 }, (_, digit) => imeRisks(`${start}${digit}`)).flat());
  return { safe: found.size === 0, risks: [...found] };
}
