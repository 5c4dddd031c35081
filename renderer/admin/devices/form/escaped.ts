const named: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n', '\t': '\\t', '\\': '\\\\' };
const meant: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t', '\\': '\\' };

/** Characters that nobody can type, as `\r`, `\n`, `\t` and `\x02`. */
export function escaped(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const isControl = code < 0x20 || code === 0x7f;
      return named[character] ?? (isControl ? `\\x${code.toString(16).padStart(2, '0')}` : character);
    })
    .join('');
}

/** The other way; a backslash that means nothing stays one. */
export function unescaped(text: string): string {
  return text.replaceAll(
    /\\(?:x([0-9A-Fa-f]{2})|([rnt\\]))/gu,
    (whole: string, hex?: string, letter?: string) =>
      hex === undefined ? (meant[letter ?? ''] ?? whole) : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
