/**
 * A name as people write it: identity papers print `NGUYỄN VĂN AN`. Only a text without a small letter is changed;
 * what stands behind a hyphen or an apostrophe begins a name too (`H'HEN NIÊ` → `H'Hen Niê`).
 */
export function writtenName(name: string): string {
  const text = name.normalize('NFC').trim();
  if (text !== text.toLocaleUpperCase('vi')) return text;
  return text
    .toLocaleLowerCase('vi')
    .replaceAll(/(^|[\s'’-])(\p{L})/gu, (_whole, before: string, letter: string) => {
      return before + letter.toLocaleUpperCase('vi');
    });
}
