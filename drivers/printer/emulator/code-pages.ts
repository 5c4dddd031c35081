const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ';

/** TCVN-3 (`vectors/tcvn3-table.json`: two independent tables agree): first byte of a run, its letters. */
const tcvn3Runs: readonly (readonly [number, string])[] = [
  [0xa8, 'ăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];
const tcvn3Capitals = 'ĂÂÊÔƠƯĐ';

/** VISCII 1.1 (RFC 1456), as glibc's `iconv` gives it. */
const viscii =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ' +
  'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';

/**
 * `ESC t n` as printers sold in Vietnam number their pages (`reference/devices.md` §6.2). Where makers disagree on
 * a number, Epson's meaning wins; an unknown page is read as Windows-1252.
 */
const pages: ReadonlyMap<number, (byte: number) => string> = new Map([
  [0, (byte) => cp437[byte - 0x80] ?? '?'],
  [30, (byte) => tcvn3(byte, false)],
  [31, (byte) => tcvn3(byte, true)],
  [49, (byte) => tcvn3(byte, false)],
  [50, (byte) => tcvn3(byte, true)],
  [51, (byte) => viscii[byte - 0x80] ?? '?'],
  ...[27, 32, 35, 41, 52, 94].map((page) => [page, windowsReader('windows-1258')] as const),
]);

/**
 * The character of a byte of 0x20 or more on a code page. Tone marks of Windows-1258 come as combining marks, to be
 * joined to the letter before.
 */
export function characterOf(page: number, byte: number): string {
  if (byte < 0x80) return String.fromCharCode(byte);
  return (pages.get(page) ?? windowsReader('windows-1252'))(byte);
}

function tcvn3(byte: number, capitals: boolean): string {
  if (byte >= 0xa1 && byte <= 0xa7) return tcvn3Capitals[byte - 0xa1] ?? '?';
  for (const [first, letters] of tcvn3Runs) {
    const letter = letters[byte - first];
    if (letter !== undefined) return capitals ? letter.toUpperCase() : letter;
  }
  return '?';
}

function windowsReader(encoding: 'windows-1252' | 'windows-1258'): (byte: number) => string {
  return (byte) => new TextDecoder(encoding).decode(Uint8Array.of(byte));
}
