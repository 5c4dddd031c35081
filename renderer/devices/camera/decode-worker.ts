/** The worker that looks for codes: a picture takes tens of milliseconds, in which the page must go on. */
import type { Decoded } from './decode.ts';
import { createDecoder, greyOf } from './decode.ts';
import type { DecodedMessage, PictureMessage } from './worker-messages.ts';

/** Longer side in px: more makes reading slower and finds no more codes at arm's length. */
const longestSide = 1_280;

const decode = createDecoder();
const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext('2d', { willReadFrequently: true });

function read(bitmap: ImageBitmap): Decoded | null {
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height, 1));
  const width = Math.round(bitmap.width * scale);
  const height = Math.round(bitmap.height * scale);
  if (!context || width < 1 || height < 1) return null;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.drawImage(bitmap, 0, 0, width, height);
  return decode(greyOf(context.getImageData(0, 0, width, height).data, width, height));
}

addEventListener('message', ({ data: { bitmap } }: MessageEvent<PictureMessage>) => {
  const answer: DecodedMessage = { decoded: read(bitmap) };
  bitmap.close();
  postMessage(answer);
});
