import { deflateSync } from 'node:zlib';
import type { Bitmap } from '../bitmap.ts';

/** Points of a millimetre. */
const point = 72 / 25.4;

/** Millimetres. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/**
 * A PDF (ISO 32000-1, the 1.4 subset that every printer and viewer knows) of one picture a page, each over its whole
 * page. Pictures carry their letters as dots, so no font is missing anywhere.
 */
export function pdfOf(pages: readonly Bitmap[], { width, height }: PaperSize): Uint8Array {
  const [w, h] = [(width * point).toFixed(3), (height * point).toFixed(3)];
  // 1 is the catalogue, 2 the list of pages; each page takes three more.
  const numbers = pages.map((_, index) => 3 + index * 3);
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(
      `<< /Type /Pages /Count ${pages.length} /Kids [${numbers.map((n) => `${n} 0 R`).join(' ')}] >>`,
    ),
  ];
  pages.forEach((page, index) => {
    const first = numbers[index] ?? 0;
    const box = `/MediaBox [0 0 ${w} ${h}] /Resources << /XObject << /P ${first + 2} 0 R >> >>`;
    objects.push(
      Buffer.from(`<< /Type /Page /Parent 2 0 R ${box} /Contents ${first + 1} 0 R >>`),
      stream('', Buffer.from(`q ${w} 0 0 ${h} 0 0 cm /P Do Q`)),
      picture(page),
    );
  });
  return assembled(objects);
}

/** In PDF a 1 is white; `Decode` turns that round. */
function picture({ width, height, bits }: Bitmap): Buffer {
  const size = `/Width ${width} /Height ${height} /BitsPerComponent 1`;
  const kind = `/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /Decode [1 0]`;
  return stream(`${kind} ${size} /Filter /FlateDecode `, deflateSync(bits));
}

function stream(entries: string, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${entries}/Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

/** Objects 1, 2, 3 … with the table that says where each begins. */
function assembled(objects: readonly Buffer[]): Uint8Array {
  // The second line tells programs that this is not text.
  const parts = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  const places = objects.map((object, index) => {
    const at = length;
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    length += whole.length;
    return at;
  });
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${rows}`;
  const end = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table + end)]);
}
