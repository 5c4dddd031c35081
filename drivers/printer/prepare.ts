import type { SlipDocument } from '../../contract/devices/slip.ts';
import { resyncCommands, slipCommands } from './codec.ts';
import type { Job } from './job.ts';
import { drawSlip } from './raster.ts';

/**
 * A slip as a print job; null when it is too tall to be meant. Rejects when the native canvas or its fonts cannot
 * be loaded. Import this file on the first print only: the canvas costs some 25 MB.
 */
export async function prepareJob(document: SlipDocument, dots: 576 | 384): Promise<Job | null> {
  const slip = await drawSlip(document, dots);
  if (slip === null) return null;
  return { commands: slipCommands(slip), rows: slip.height, resync: resyncCommands(dots) };
}
