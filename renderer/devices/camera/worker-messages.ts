import type { Decoded } from './decode.ts';

/** Page → worker: one picture of the camera. The bitmap is handed over, not copied. */
export interface PictureMessage {
  readonly bitmap: ImageBitmap;
}

/** Worker → page: what the picture showed. One answer for every picture, in order. */
export interface DecodedMessage {
  readonly decoded: Decoded | null;
}
