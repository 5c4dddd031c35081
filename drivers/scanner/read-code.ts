import type { ScannerFraming } from '../../contract/devices/config.ts';
import type { ScanFrame } from '../../contract/devices/drivers.ts';
import { restoreMisread } from '../../domain/identifiers/misread.ts';
import { hasControlCharacters, maxScanLength } from '../../domain/identifiers/scan.ts';
import { normaliseText } from '../../domain/text/fold.ts';

/**
 * Most bytes a code of `maxScanLength` characters can take. A Vietnamese letter with its two marks apart (NFD) is
 * five bytes of UTF-8; eight leaves room for other scripts.
 */
export const maxCodeBytes = maxScanLength * 8;

/** ISO/IEC 15424: `]`, a code character for the symbology, a modifier. */
const aimIdentifier = /^\]([A-Za-z][0-9A-Za-z])/u;
const byteOrderMark = /^\ufeff/u;

export const aimLength = 3;

/** What comes before the code, as this scanner is set up. */
export type CodeWrapping = Pick<ScannerFraming, 'prefix' | 'aim'>;

/**
 * The code in one complete message of a scanner, its suffix already gone.
 * - LT-1103: not UTF-8; or the configured prefix is missing, or nothing follows it. Such a line is half of a read
 *   or another device's, and the cure is the same: look at the cable and the configuration.
 * - LT-1104: more than `maxScanLength` characters.
 * - LT-1105: control or invisible characters inside the code.
 */
export function readCode(message: Uint8Array, wrapping: CodeWrapping): ScanFrame {
  const refuse = (code: 'LT-1103' | 'LT-1104' | 'LT-1105'): ScanFrame => ({
    ok: false,
    code,
    bytes: message.length,
  });

  const decoded = decodeUtf8(message);
  if (decoded === null) return refuse('LT-1103');
  const unwrapped = unwrap(decoded, wrapping);
  if (unwrapped === null || unwrapped.text.trim() === '') return refuse('LT-1103');

  const text = normaliseText(unwrapped.text);
  if ([...text].length > maxScanLength) return refuse('LT-1104');
  // A scanner that reads UTF-8 as Latin-1 makes controls of letters; who reads the code takes that back.
  if (hasControlCharacters(restoreMisread(text) ?? text)) return refuse('LT-1105');
  return { ok: true, text, symbology: unwrapped.symbology };
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Scanners send prefix, AIM identifier, code; some can be set to put the identifier first. Both are read. */
function unwrap(
  message: string,
  { prefix, aim }: CodeWrapping,
): { readonly text: string; readonly symbology: string | null } | null {
  let rest = message;
  let symbology: string | null = null;
  const takeAim = (): void => {
    const found = aim === 'auto' && symbology === null ? aimIdentifier.exec(rest) : null;
    if (found?.[1] === undefined) return;
    symbology = found[1];
    rest = rest.slice(aimLength);
  };

  if (!rest.startsWith(prefix)) takeAim();
  if (!rest.startsWith(prefix)) return null;
  rest = rest.slice(prefix.length);
  takeAim();
  // A QR code may carry a byte order mark of its own, behind the identifier.
  return { text: rest.replace(byteOrderMark, ''), symbology };
}
