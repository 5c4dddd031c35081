import { toBuffer } from 'bwip-js/node';
import { PNG } from 'pngjs';

/** A label that lies before the camera for a while. */
export interface FilmedLabel {
  /** As bwip-js names it. */
  readonly symbology: 'code128' | 'qrcode';
  readonly text: string;
}

const width = 640;
const height = 480;
const framesPerSecond = 5;
const secondsEach = 2;
/** Y of white paper and of a desk in the dark; the labels are black on white. */
const desk = 90;
/** No colour. */
const neutral = 128;

/**
 * A film for Chromium's fake camera: one label after the other, two seconds each, over and over. YUV4MPEG2 with 4:2:0
 * planes (man page yuv4mpeg(5)).
 */
export async function labelFilm(labels: readonly FilmedLabel[]): Promise<Buffer> {
  const parts: Buffer[] = [
    Buffer.from(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`),
  ];
  const colours = Buffer.alloc(width * height * 0.5, neutral);
  for (const label of labels) {
    const luminance = await picture(label);
    for (let frame = 0; frame < framesPerSecond * secondsEach; frame += 1)
      parts.push(Buffer.from('FRAME\n'), luminance, colours);
  }
  return Buffer.concat(parts);
}

async function picture({ symbology, text }: FilmedLabel): Promise<Buffer> {
  const size = symbology === 'qrcode' ? { scale: 6 } : { scale: 2, height: 20 };
  const drawn = await toBuffer({
    bcid: symbology,
    text,
    ...size,
    paddingwidth: 10,
    paddingheight: 10,
    backgroundcolor: 'ffffff',
  });
  const label = PNG.sync.read(drawn);
  const luminance = Buffer.alloc(width * height, desk);
  const left = Math.floor((width - label.width) / 2);
  const top = Math.floor((height - label.height) / 2);
  for (let y = 0; y < label.height; y += 1)
    for (let x = 0; x < label.width; x += 1)
      luminance[(top + y) * width + left + x] = label.data[(y * label.width + x) * 4] ?? 255;
  return luminance;
}
