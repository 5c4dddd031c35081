import { inflateSync } from 'node:zlib';
import type { Bitmap } from '../bitmap.ts';

export interface ReadPdf {
  /** Width and height of each page in points. */
  readonly boxes: readonly (readonly [number, number])[];
  readonly pictures: readonly Bitmap[];
}

/** Reads a PDF as viewers do, from the table at its end; throws where the table or a length is wrong. */
export function readPdf(pdf: Uint8Array): ReadPdf {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const [, count = '0'] = /^xref\n0 (\d+)\n0000000000 65535 f \n/.exec(text.slice(table)) ?? [];
  const rows = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) => Number(at));
  if (rows.length + 1 !== Number(count)) throw new Error('the table is not as long as it says');
  const objects = rows.map((at, index) => {
    const head = `${index + 1} 0 obj\n`;
    if (!text.startsWith(head, at)) throw new Error(`object ${index + 1} is not where the table says`);
    const end = text.indexOf('\nendobj\n', at);
    return { text: text.slice(at + head.length, end), at: at + head.length };
  });
  const boxes = objects.flatMap((object) => {
    const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(object.text);
    return box ? [[Number(box[1]), Number(box[2])] as const] : [];
  });
  const pictures = objects.flatMap((object): readonly Bitmap[] => {
    const size = /\/Width (\d+) \/Height (\d+)/.exec(object.text);
    if (!size) return [];
    const start = object.at + object.text.indexOf('stream\n') + 'stream\n'.length;
    const length = Number(/\/Length (\d+)/.exec(object.text)?.[1]);
    if (!text.startsWith('\nendstream', start + length)) throw new Error('a stream has another length');
    const bits = new Uint8Array(inflateSync(bytes.subarray(start, start + length)));
    const picture = { width: Number(size[1]), height: Number(size[2]), bits };
    if (bits.length !== (picture.width / 8) * picture.height) throw new Error('a picture has another size');
    return [picture];
  });
  return { boxes, pictures };
}

/** A part of a picture; `left` and `width` in whole bytes. */
export function partOf(picture: Bitmap, left: number, top: number, width: number, height: number): Bitmap {
  const [from, stride] = [left >> 3, width >> 3];
  const bits = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const at = (top + y) * (picture.width >> 3) + from;
    bits.set(picture.bits.subarray(at, at + stride), y * stride);
  }
  return { width: stride * 8, height, bits };
}
