import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { noKeystore, openKeyFile, writeKeyFile } from '../../sync/key-file.ts';
import { makeStationSecret } from '../../sync/station-key.ts';
import { testFolder } from '../../testing/folders.ts';
import { systemKeystore } from './keystore.ts';
import { MockSafeStorage } from './mocks/safe-storage.ts';

const textIn = (folder: string): string => readFileSync(join(folder, 'station.key'), 'utf8');

it('a key that the command line left open goes into the keystore at the first start of the program', async () => {
  const folder = testFolder();
  const secret = makeStationSecret();
  expect(await writeKeyFile(folder, secret, noKeystore)).toBe(true);
  const mode = statSync(join(folder, 'station.key')).mode & 0o777;
  expect(process.platform === 'win32' ? 0o600 : mode).toBe(0o600);
  expect(await openKeyFile(folder, noKeystore)).toStrictEqual({ secret, exposed: true });
  const keystore = systemKeystore(new MockSafeStorage(), 'linux');
  expect(await openKeyFile(folder, keystore)).toStrictEqual({ secret, exposed: false });
  expect(textIn(folder)).not.toContain(secret);
  expect(await openKeyFile(folder, keystore)).toStrictEqual({ secret, exposed: false });
});

it('an encrypted key is no key without its keystore, and is not touched', async () => {
  const folder = testFolder();
  await writeKeyFile(folder, makeStationSecret(), systemKeystore(new MockSafeStorage(), 'win32'));
  const before = textIn(folder);
  expect(await openKeyFile(folder, noKeystore)).toBeNull();
  const other = new MockSafeStorage();
  other.decryptStringAsync = () => Promise.reject(new Error('another user'));
  expect(await openKeyFile(folder, systemKeystore(other, 'win32'))).toBeNull();
  expect(textIn(folder)).toBe(before);
});

it.each([
  ['there is no encryption', false, 'gnome_libsecret'],
  ['Linux has no keyring', true, 'basic_text'],
] as const)('nothing is encrypted where %s', async (_what, available, backend) => {
  const storage = Object.assign(new MockSafeStorage(), { available, backend });
  expect(await systemKeystore(storage, 'linux').encrypt('x')).toBeNull();
});
