/** The page as the WHATWG encoding standard defines it: what each byte of 0x80 and more reads as. */
const bytes: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 0x80 }, (_, at) => 0x80 + at).map((byte) => [
    new TextDecoder('windows-1258').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

/** Grave, hook above, tilde, acute, dot below: the five tones, which this page has as marks of their own. */
const tones = /[\u0300\u0309\u0303\u0301\u0323]/u;

/**
 * The bytes of one composed letter on Windows-1258: the letter itself where the page has it (à, ê), else the letter
 * without its tone and then the tone (ế is ê and an acute). Null for what the page lacks. Converters that look
 * composed letters up one by one print "?" for these (iconv-lite, codepage-encoder: `reference/devices.md` §6.2).
 */
export function windows1258Bytes(letter: string): readonly number[] | null {
  const code = letter.charCodeAt(0);
  if (letter.length === 1 && code >= 0x20 && code < 0x7f) return [code];
  const whole = bytes.get(letter);
  if (whole !== undefined && whole >= 0xa0) return [whole];
  const apart = letter.normalize('NFD');
  const tone = tones.exec(apart)?.[0];
  // The standard fills unused places with control characters; neither is a letter.
  if (tone === undefined) return whole !== undefined && !/\p{C}/u.test(letter) ? [whole] : null;
  const base = windows1258Base(apart.replace(tone, '').normalize('NFC'));
  const mark = bytes.get(tone);
  return base === null || mark === undefined ? null : [base, mark];
}

function windows1258Base(letter: string): number | null {
  const code = letter.charCodeAt(0);
  if (/^[A-Za-z]$/.test(letter)) return code;
  return bytes.get(letter) ?? null;
}
