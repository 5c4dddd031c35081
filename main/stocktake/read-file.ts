import type { HandheldFileOptions, HandheldFileResult } from '../../domain/stocktake/handheld-file.ts';
import { readHandheldRows, readHandheldText } from '../../domain/stocktake/handheld-file.ts';
import { readXlsx } from './xlsx.ts';

/** `encoding`: neither UTF-8 nor UTF-16 with its mark. `workbook`: a ZIP file that is no Excel workbook. */
type FileResult = HandheldFileResult | { readonly ok: false; readonly fault: 'encoding' | 'workbook' };

/** Reads a file of a handheld: text in UTF-8 or in UTF-16 with a byte order mark, or an Excel workbook. */
export function readHandheldFile(bytes: Uint8Array, options: HandheldFileOptions): FileResult {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03) {
    const rows = readXlsx(bytes);
    return rows === null ? { ok: false, fault: 'workbook' } : readHandheldRows(rows, options);
  }
  const text = textOf(bytes);
  return text === null ? { ok: false, fault: 'encoding' } : readHandheldText(text, options);
}

function textOf(bytes: Uint8Array): string | null {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // UTF-16 without its mark passes for UTF-8.
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
