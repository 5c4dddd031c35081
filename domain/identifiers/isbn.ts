/**
 * ISBN and ISSN: the numbers that books and serials already carry when they reach the library.
 * Sources: ISBN Users' Manual, 7th edition; ISSN manual §2; EAN prefixes 978, 979 (books) and 977 (serials).
 */

export type IsbnReading =
  | {
      readonly ok: true;
      readonly isbn13: string;
      /** None for a number of the 979 block. */ readonly isbn10: string | null;
    }
  | { readonly ok: false; readonly fault: 'not-an-isbn' | 'check-digit' };

export type IssnReading =
  | { readonly ok: true; /** With its hyphen: `0028-0836`. */ readonly issn: string }
  | { readonly ok: false; readonly fault: 'not-an-issn' | 'check-digit' };

/** Hyphens of all sorts and spaces; one between two digits, none at the ends. */
const joint = '[-\\u2010-\\u2015\\u2212\\s]';
const joints = new RegExp(joint, 'u');
const isbnShape = new RegExp(`^(?:ISBN(?:${joint}?1[03])?:?\\s*)?((?:\\d${joint}?){9,12}[\\dX])`, 'iu');
const issnShape = new RegExp(`^(?:ISSN:?\\s*)?(\\d{4}${joint}?\\d{3}[\\dX])$`, 'iu');
/** Behind an EAN-13 some scanners send the add-on: two digits of an issue, five of a price. */
const eanShape = /^(97[789]\d{10})(?:\s?(?:\d{2}|\d{5}))?$/u;

/** Reads a text that is an ISBN as a whole: plain, hyphenated, spaced, labelled, or as an EAN-13 barcode. */
export function readIsbn(text: string): IsbnReading {
  const ean = eanShape.exec(text)?.[1];
  if (ean !== undefined) return fromDigits(ean);
  const found = isbnShape.exec(text);
  return found?.[1] !== undefined && found[0].length === text.length
    ? fromGroups(found[1])
    : { ok: false, fault: 'not-an-isbn' };
}

/** Reads the ISBN that a catalogue field begins with; cataloguers add `(pbk.) :` and the like behind it. */
export function readIsbnField(text: string): IsbnReading {
  const found = isbnShape.exec(text.trim());
  const next = found ? text.trim()[found[0].length] : undefined;
  return found?.[1] !== undefined && (next === undefined || /[^\p{L}\p{N}-]/u.test(next))
    ? fromGroups(found[1])
    : { ok: false, fault: 'not-an-isbn' };
}

/** An ISBN has four groups, five with the EAN prefix, the last of one character; people leave hyphens out. */
function fromGroups(text: string): IsbnReading {
  const [first = '', ...others] = text.split(joints);
  const groups = /^97[89]$/u.test(first) ? others : [first, ...others];
  const isGrouped = groups.length > 1;
  if (groups.length > 4 || (isGrouped && groups.at(-1)?.length !== 1))
    return { ok: false, fault: 'not-an-isbn' };
  return fromDigits(compact(text));
}

function fromDigits(number: string): IsbnReading {
  if (number.length === 10) {
    if (isbn10Check(number.slice(0, 9)) !== number[9]) return { ok: false, fault: 'check-digit' };
    return { ok: true, isbn13: isbn10To13(number), isbn10: number };
  }
  // 979-0 is printed music (ISMN), which has no place in a book field.
  if (!/^97(?:8\d|9[1-9])\d{9}$/u.test(number)) return { ok: false, fault: 'not-an-isbn' };
  if (eanCheck(number.slice(0, 12)) !== number[12]) return { ok: false, fault: 'check-digit' };
  const core = number.slice(3, 12);
  return { ok: true, isbn13: number, isbn10: number.startsWith('978') ? core + isbn10Check(core) : null };
}

/** Reads an ISSN: `0028-0836`, eight characters without the hyphen, labelled, or an EAN-13 that begins with 977. */
export function readIssn(text: string): IssnReading {
  const ean = eanShape.exec(text)?.[1];
  if (ean?.startsWith('977') === true) {
    if (eanCheck(ean.slice(0, 12)) !== ean[12]) return { ok: false, fault: 'check-digit' };
    // The barcode drops the ISSN's own check character: ten digits of 977 are seven of it and a price variant.
    return { ok: true, issn: hyphenated(ean.slice(3, 10) + issnCheck(ean.slice(3, 10))) };
  }
  const number = issnShape.exec(text)?.[1];
  if (number === undefined) return { ok: false, fault: 'not-an-issn' };
  const plain = compact(number);
  return issnCheck(plain.slice(0, 7)) === plain[7]
    ? { ok: true, issn: hyphenated(plain) }
    : { ok: false, fault: 'check-digit' };
}

function compact(text: string): string {
  return text.replaceAll(/[^\dxX]/gu, '').toUpperCase();
}

function hyphenated(issn: string): string {
  return `${issn.slice(0, 4)}-${issn.slice(4)}`;
}

function isbn10To13(isbn10: string): string {
  const core = `978${isbn10.slice(0, 9)}`;
  return core + eanCheck(core);
}

/** EAN-13: weights 1 and 3 by turns. */
function eanCheck(digits: string): string {
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}

/** ISBN-10: weights 10 down to 2, modulus 11. */
function isbn10Check(digits: string): string {
  return modulus11(digits, 10);
}

/** ISSN: weights 8 down to 2, modulus 11. */
function issnCheck(digits: string): string {
  return modulus11(digits, 8);
}

function modulus11(digits: string, firstWeight: number): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (firstWeight - index), 0);
  const value = (11 - (sum % 11)) % 11;
  return value === 10 ? 'X' : String(value);
}
