/**
 * Initials for an avatar: family name and given name, which in Vietnamese are the first and the last word.
 * `Nguyễn Văn An` → `NA`. Split by code point, so a letter never loses its mark.
 */
export function initials(name: string): string {
  const words = name.trim().normalize('NFC').split(/\s+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase('vi');
}
