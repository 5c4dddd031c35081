import type { SlipDocument } from '../../contract/devices/slip.ts';
import { encodePng } from './png.ts';
import { drawSlip } from './raster.ts';

/**
 * A slip as it would come out on paper of `dots`, as a PNG in base64; null when it is too tall to be meant. Rejects
 * when the native canvas or its fonts cannot be loaded. Import this file for the first picture only, as `prepare.ts`.
 */
export async function drawPng(document: SlipDocument, dots: 576 | 384): Promise<string | null> {
  const slip = await drawSlip(document, dots);
  return slip === null ? null : encodePng(slip).toString('base64');
}
