/** Entry: makes the province of a million in a process of its own and sends its parent what was made. */
import { z } from 'zod';
import { makeMillionProvince } from './million.ts';

const [folder, copies, name, publicKey] = z
  .tuple([z.string(), z.coerce.number(), z.string(), z.string()])
  .parse(process.argv.slice(2));
const made = await makeMillionProvince(folder, copies, { name, publicKey });
process.send?.(made);
process.disconnect();
