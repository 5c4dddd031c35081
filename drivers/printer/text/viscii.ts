/** VISCII 1.1 (RFC 1456), bytes 0x80 to 0xFF in order. */
const upperHalf =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ' +
  'ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
  'Õắằặấầẩậẽẹếềểễệố' +
  'ồổỗỠƠộờởịỰỨỪỬơớƯ' +
  'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ' +
  'ĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
  'àáâãảăữẫèéêẻìíĩỉ' +
  'đựòóôõỏọụùúũủýợỮ';

const bytes: ReadonlyMap<string, number> = new Map([...upperHalf].map((letter, at) => [letter, 0x80 + at]));

/**
 * The byte of one composed letter; null for what VISCII lacks. Also null for Ẳ Ẵ Ẫ Ỷ Ỹ Ỵ: the standard puts them on
 * control characters (02, 05, 06, 14, 19, 1E), which a printer obeys instead of printing.
 */
export function visciiByte(letter: string): number | null {
  const code = letter.charCodeAt(0);
  if (letter.length === 1 && code >= 0x20 && code < 0x7f) return code;
  return bytes.get(letter) ?? null;
}
