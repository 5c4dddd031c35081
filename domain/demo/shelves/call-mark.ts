import { rimeCodes } from './rime-codes.ts';

const consonants = /^(?:ngh|ng|nh|gh|gi(?=[aăâeêioôơuưy])|kh|ph|qu|th|tr|ch|[bcdđfghjklmnpqrstvwxz])/u;
/** The first word, and the next one that is not a figure. */
const firstWords = /([\p{L}\p{N}]+)(?:[^\p{L}]+(\p{L}[\p{L}\p{N}]*))?/u;
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Titles that begin with a figure are filed as the figure is read. */
const spokenFigures: Readonly<Record<string, string>> = {
  '20': 'Hai mươi',
  '50': 'Năm mươi',
  '100': 'Một trăm',
  '101': 'Một trăm',
  '200': 'Hai trăm',
  '365': 'Ba trăm',
  '500': 'Năm trăm',
  '1001': 'Một nghìn',
};

/** Code of an acronym and of what has no vowel. */
const noRime = '000';

/**
 * The call number of a title: Dewey number and title mark, for example `895.922332 D250M` for
 * «Dế Mèn phiêu lưu ký»: initial consonant, code of the rime, first letter of the second word
 * (`reference/vietnam.md` §4.2). A word that is not Vietnamese takes the code of the rime it begins like.
 */
export function callNumber(ddc: string, title: string): string {
  return `${ddc} ${titleMark(title)}`;
}

function titleMark(title: string): string {
  const [, first = '', second = ''] = firstWords.exec(spoken(title)) ?? [];
  const syllable = withoutTone(first.toLocaleLowerCase('vi'));
  const initial = consonants.exec(syllable)?.[0] ?? '';
  const rime = rimeAfter(initial, syllable.slice(initial.length));
  const workLetter = withoutTone(second).charAt(0).toLocaleUpperCase('vi');
  // A lone vowel would read as a figure (I, O): a hyphen keeps them apart.
  const head = initial === '' ? vowelHead(rime) : initial.toLocaleUpperCase('vi');
  return `${head}${isAcronym(first) ? noRime : rimeCode(rime)}${workLetter}`;
}

/** The letter that `gi` and `qu` share with the rime goes back to it: giếng has the rime iêng, quyển uyên. */
function rimeAfter(initial: string, rest: string): string {
  if (initial === 'gi' && rest.startsWith('ê')) return `i${rest}`;
  if (initial === 'qu' && /^y./u.test(rest)) return `u${rest}`;
  return rest.replace(/^[^aăâeêioôơuưy]+/u, '');
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word);
}

function spoken(title: string): string {
  const figure = /^\d+/.exec(title)?.[0] ?? '';
  const words = spokenFigures[figure];
  return words === undefined ? title : words + title.slice(figure.length);
}

function vowelHead(rime: string): string {
  const letter = rime.charAt(0).toLocaleUpperCase('vi');
  return /[IOÔƠ]/u.test(letter) ? `${letter}-` : letter;
}

function rimeCode(rime: string): string {
  for (let length = rime.length; length > 0; length -= 1) {
    const code = rimeCodes.get(rime.slice(0, length));
    if (code !== undefined) return code;
  }
  return noRime;
}

function withoutTone(text: string): string {
  return text.normalize('NFD').replaceAll(toneMarks, '').normalize('NFC');
}
