import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PaperSlip } from '../../../contract/devices/drivers.ts';
import type { Bitmap } from '../bitmap.ts';
import { encodePng } from '../png.ts';

/** A slip as the emulator knows it: not on which device. */
export type KeptSlip = Omit<PaperSlip, 'device'>;

/** Writes beside and renames: whoever lists the folder never sees half a slip. */
export async function keepSlip(slip: Bitmap, paperDir: string): Promise<KeptSlip> {
  const id = randomUUID();
  const at = new Date().toISOString();
  const file = `${at.replaceAll(/[:.]/g, '-')}-${id.slice(0, 8)}.png`;
  await mkdir(paperDir, { recursive: true });
  await writeFile(join(paperDir, `${file}.part`), encodePng(slip));
  await rename(join(paperDir, `${file}.part`), join(paperDir, file));
  return { id, file, width: slip.width, height: slip.height, at };
}
