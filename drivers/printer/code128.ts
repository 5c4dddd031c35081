/**
 * Element widths of Code 128 (ISO/IEC 15417), symbol values 0 to 105 and the stop pattern at 106:
 * bar, space, bar … in modules; a symbol is 11 modules wide, the stop 13.
 */
const patterns = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 ' +
  '113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 ' +
  '212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 ' +
  '113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 ' +
  '314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 ' +
  '241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 ' +
  '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 ' +
  '211232 2331112'
).split(' ');

const startB = 104;
const startC = 105;
const toC = 99;
const toB = 100;
const stop = 106;

/** Modules of white that ISO/IEC 15417 asks for on either side. */
export const code128QuietModules = 10;

/**
 * Element widths (bar first, in modules) of a complete symbol for given symbol values, start character
 * included: the check symbol and the stop are added.
 */
export function code128Elements(values: readonly number[]): readonly number[] {
  const [start = startB, ...rest] = values;
  const check = rest.reduce((sum, value, index) => sum + value * (index + 1), start) % 103;
  return [...values, check, stop].flatMap((value) => [...(patterns[value] ?? '')].map(Number));
}

/**
 * Symbol values for printable ASCII, start character first. Runs of digits go two to a symbol (set C) where
 * that is shorter; null when the text is empty or holds anything but 0x20 to 0x7E.
 */
export function code128Values(text: string): readonly number[] | null {
  if (!/^[ -~]+$/.test(text)) return null;
  const values: number[] = [];
  let set: 'B' | 'C' | null = null;
  let at = 0;
  while (at < text.length) {
    const digits = /^\d*/.exec(text.slice(at))?.[0].length ?? 0;
    const atEdge = at === 0 || at + digits === text.length;
    const worthC =
      set === 'C' ? digits >= 2 : digits >= (atEdge ? 4 : 6) || (digits === text.length && digits === 2);
    // An odd run keeps its first digit in set B so that the rest pairs up.
    if (worthC && (set === 'C' || digits % 2 === 0)) {
      if (set !== 'C') values.push(set === null ? startC : toC);
      set = 'C';
      values.push(Number(text.slice(at, at + 2)));
      at += 2;
    } else {
      if (set !== 'B') values.push(set === null ? startB : toB);
      set = 'B';
      values.push(text.charCodeAt(at) - 32);
      at += 1;
    }
  }
  return values;
}
