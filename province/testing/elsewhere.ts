import { enrolStation } from '../stations/enrol.ts';
import type { TestProvince } from './province.ts';
import { testKey } from './signing.ts';
import type { TestStation } from './station.ts';
import { testStation } from './station.ts';

/** A station of another library than `lib-1`, to which everything in the tests belongs. */
export async function elsewhere(
  { app, db, now }: TestProvince,
  name: string,
  library = 'lib-2',
): Promise<TestStation> {
  const key = testKey();
  const proof = { publicKey: key.publicKey };
  await enrolStation(db, { station: name, library, desk: 'Quầy 1', proof });
  return testStation(app, { name, inc: 'inc-1', key, now });
}
