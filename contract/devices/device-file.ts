/** The file by which device settings go from one station to another. */
import { z } from 'zod';
import { mostDevices } from '../workstation/devices.ts';
import { deviceSchema } from './config.ts';

export const deviceFileSchema = z.object({
  format: z.literal('luu-thong-devices'),
  version: z.literal(1),
  devices: z.array(deviceSchema).max(mostDevices),
});
