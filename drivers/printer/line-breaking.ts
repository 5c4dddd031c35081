/** Letters with the marks that belong to them: what may never be torn apart at the end of a line. */
const clusters = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * Breaks a text into lines no wider than `width`, between words where possible; a word wider than a line is
 * broken between letters, never between a letter and its tone mark. A single letter wider than the line
 * stands alone on it.
 */
export function breakText(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = measure(word) <= width ? [word] : breakWord(word, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** As `breakText`, with the lines as equal as the same number of lines allows: no word alone under a title. */
export function breakEvenly(
  text: string,
  width: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines = breakText(text, width, measure);
  let even = lines;
  for (let narrower = width * 0.95; lines.length > 1 && narrower > width / 2; narrower -= width * 0.05) {
    const narrow = breakText(text, narrower, measure);
    if (narrow.length > lines.length) break;
    even = narrow;
  }
  return even;
}

function breakWord(word: string, width: number, measure: (text: string) => number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const cluster of word.match(clusters) ?? []) {
    if (piece !== '' && measure(piece + cluster) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += cluster;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}
