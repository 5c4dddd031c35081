/** What a code read by a handheld is: an EPC or a UID in hex, or the text of a barcode. */
type TypedKind = 'epc' | 'uid' | 'barcode';

/** How one handheld types, set by the site: its program decides, and no text tells (`reference/devices.md` §4). */
export interface TypedTagSettings {
  /** Characters in front of every code; empty when there are none. */
  readonly prefix: string;
  /** `auto` only where the text is certain. `uid-reversed`: least significant byte first. */
  readonly types: 'auto' | TypedKind | 'uid-reversed';
}

export type TypedTag =
  | { readonly ok: true; readonly kind: TypedKind; /** Hex in upper case. */ readonly code: string }
  /** It could be several things; the settings have to say which. */
  | { readonly ok: false; readonly fault: 'ambiguous'; readonly candidates: readonly TypedKind[] }
  /** `shape`: not what the settings promise. `rounded`: a spreadsheet made a number of it and lost digits. */
  | { readonly ok: false; readonly fault: 'empty' | 'prefix' | 'shape' | 'rounded' };

export const plainTyping: TypedTagSettings = { prefix: '', types: 'auto' };

/** EPCs of 96 and 128 bits are certain by their length; other lengths of whole words exist. */
const usualEpc = /^(?:[0-9A-F]{24}|[0-9A-F]{32})$/u;
const anyEpc = /^(?:[0-9A-F]{4}){2,31}$/u;
/** ISO 15693: eight bytes, the first of them E0. */
const uid = /^E0[0-9A-F]{14}$/u;
const uidReversed = /^[0-9A-F]{14}E0$/u;
/** `8.9348E+12`, with the decimal comma of a Vietnamese computer too. */
const rounded = /^\d(?:[.,]\d+)?E\+\d+$/iu;

/**
 * Reads what a keyboard-wedge handheld typed, or a file of one holds, for one tag or barcode. What could be two
 * things is said to be so: digits alone may be an EPC or a barcode, and a UID may come byte-reversed.
 */
export function readTypedTag(text: string, settings: TypedTagSettings = plainTyping): TypedTag {
  const typed = text.trim();
  if (typed === '') return { ok: false, fault: 'empty' };
  if (!typed.startsWith(settings.prefix)) return { ok: false, fault: 'prefix' };
  const code = typed.slice(settings.prefix.length).trim();
  if (code === '') return { ok: false, fault: 'empty' };
  if (rounded.test(code)) return { ok: false, fault: 'rounded' };
  const hex = hexOf(code);
  switch (settings.types) {
    case 'barcode':
      return { ok: true, kind: 'barcode', code };
    case 'epc':
      return anyEpc.test(hex) ? { ok: true, kind: 'epc', code: hex } : { ok: false, fault: 'shape' };
    case 'uid':
      return uid.test(hex) ? { ok: true, kind: 'uid', code: hex } : { ok: false, fault: 'shape' };
    case 'uid-reversed':
      return uidReversed.test(hex)
        ? { ok: true, kind: 'uid', code: reversed(hex) }
        : { ok: false, fault: 'shape' };
    case 'auto':
      return certain(code, hex);
  }
}

function certain(code: string, hex: string): TypedTag {
  const hasLetters = /[A-F]/u.test(hex);
  if (uid.test(hex) && !uidReversed.test(hex)) return { ok: true, kind: 'uid', code: hex };
  if (uid.test(hex) || uidReversed.test(hex)) return ambiguous('uid', 'epc', 'barcode');
  if (usualEpc.test(hex))
    return hasLetters ? { ok: true, kind: 'epc', code: hex } : ambiguous('epc', 'barcode');
  // Long hex with letters is hardly a barcode, and not surely an EPC.
  if (hasLetters && hex.length >= 16 && anyEpc.test(hex)) return ambiguous('epc', 'barcode');
  return { ok: true, kind: 'barcode', code };
}

function ambiguous(...candidates: readonly TypedKind[]): TypedTag {
  return { ok: false, fault: 'ambiguous', candidates };
}

/** Some programs write `E2 00 34 …`, `0xE200…` or `E2-00-34`. */
function hexOf(code: string): string {
  const upper = code.toUpperCase().replace(/^0X/u, '');
  return /^[0-9A-F]{2,4}(?:[\s:-][0-9A-F]{2,4})+$/u.test(upper) ? upper.replace(/[\s:-]/gu, '') : upper;
}

function reversed(hex: string): string {
  return (hex.match(/../gu) ?? []).toReversed().join('');
}
