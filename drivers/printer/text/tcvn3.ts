/**
 * TCVN 5712:1993 VN3 ("TCVN-3", "ABC"), the letters of the small page: first byte of a run and what follows. Two
 * independent tables agree (`reference/devices.md` §6.2, `tcvn3-table.vectors.json`).
 */
const runs: readonly (readonly [number, string])[] = [
  [0xa8, 'ăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];

/** On the page of capitals these three stand elsewhere; all others have the byte of their small letter. */
const capitalsApart: ReadonlyMap<string, number> = new Map([
  ['Ă', 0xa1],
  ['Â', 0xa2],
  ['Đ', 0xa7],
]);

const small: ReadonlyMap<string, number> = new Map(
  runs.flatMap(([first, letters]) => [...letters].map((letter, at) => [letter, first + at] as const)),
);
const capitals: ReadonlyMap<string, number> = new Map([
  ...[...small].map(([letter, byte]) => [letter.toUpperCase(), byte] as const),
  ...capitalsApart,
]);

/**
 * The byte of one composed letter, and which page it is on: ASCII is on both. Null for what TCVN-3 lacks. The tables
 * of printers know Đ as Ð (U+00D0, Icelandic), so both are the same letter here.
 */
export function tcvn3Byte(
  letter: string,
): { readonly byte: number; readonly page: 'small' | 'capitals' | 'both' } | null {
  const code = letter.charCodeAt(0);
  if (letter.length === 1 && code >= 0x20 && code < 0x7f) return { byte: code, page: 'both' };
  const low = small.get(letter);
  if (low !== undefined) return { byte: low, page: 'small' };
  const high = capitals.get(letter === 'Ð' ? 'Đ' : letter);
  return high === undefined ? null : { byte: high, page: 'capitals' };
}
