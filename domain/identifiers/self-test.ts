/**
 * A barcode that a scanner set up rightly gives back unchanged, and that comes out changed by whatever else may change
 * a code on its way: an input method, a keyboard layout, Caps Lock, a prefix or suffix of the scanner.
 */

/**
 * `DD001` is changed by Telex and Simple Telex, `TE100512` by VNI without a sound (`reference/vietnam.md` §3.6,
 * measured); `Z`, `y`, `/` and `|` lie elsewhere on other keyboards; capital and small letters tell of Caps Lock.
 */
export const selfTestCode = 'DD001-TE100512.Zy/|';

/**
 * `ime`: a Vietnamese input method · `caps-lock` · `layout`: the scanner and the computer mean different keyboards ·
 * `cut`: some of it is missing · `extra`: the scanner adds characters.
 */
export type SelfTestFault = 'ime' | 'caps-lock' | 'layout' | 'cut' | 'extra';

export type SelfTestReading =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly fault: SelfTestFault;
      /** What stood before and behind the code; both empty unless `extra`. */
      readonly before: string;
      readonly behind: string;
    };

/** Keys that type something else, as pairs `US key → what comes`. Sources: the layouts of Windows, digits unshifted. */
const layouts: readonly Readonly<Record<string, string>>[] = [
  // German: Y and Z change places.
  { Z: 'Y', y: 'z', '-': 'ß', '/': '-', '|': "'" },
  // French: the row of digits needs Shift, A Q and Z W change places.
  { 0: 'à', 1: '&', 2: 'é', 5: '(', '-': ')', '.': ':', Z: 'W', '/': '!', '|': 'µ' },
  // British.
  { '|': '~' },
];

/** Fewer characters than this of the code could be anybody's. */
const leastLength = 10;

/** What became of the self-test code; null when the text does not come from it. */
export function readSelfTest(text: string): SelfTestReading | null {
  if (text === selfTestCode) return { ok: true };
  const at = text.indexOf(selfTestCode);
  if (at >= 0)
    return fault('extra', { before: text.slice(0, at), behind: text.slice(at + selfTestCode.length) });
  if (text === swapCase(selfTestCode)) return fault('caps-lock');
  if (layouts.some((layout) => text === typedOn(layout))) return fault('layout');
  const isPiece = selfTestCode.startsWith(text) || selfTestCode.endsWith(text);
  if (isPiece && text.length >= leastLength) return fault('cut');
  const plain = withoutMarks(text);
  if (plain.length < leastLength || !isWithin(plain, withoutMarks(selfTestCode)))
    return differsInPlaces(text) ? fault('layout') : null;
  // Digits or letters are gone from the middle, or have become letters with marks: that is what input methods do.
  return fault('ime');
}

function fault(
  what: SelfTestFault,
  { before, behind }: { readonly before: string; readonly behind: string } = { before: '', behind: '' },
): SelfTestReading {
  return { ok: false, fault: what, before, behind };
}

function swapCase(text: string): string {
  return [...text]
    .map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()))
    .join('');
}

function typedOn(layout: Readonly<Record<string, string>>): string {
  return [...selfTestCode].map((letter) => layout[letter] ?? letter).join('');
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/gu, 'd').toUpperCase();
}

/** Whether all of `part` stands in `whole`, in order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of part) {
    at = whole.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** As long as the code, and most of it in its place: a layout that is not in the list. */
function differsInPlaces(text: string): boolean {
  const letters = [...text];
  const same = letters.filter((letter, place) => letter === selfTestCode[place]).length;
  return letters.length === selfTestCode.length && same >= selfTestCode.length / 2;
}
