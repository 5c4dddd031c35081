import type { SafeStorage } from 'electron';
import type { Keystore } from '../../sync/key-file.ts';

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/**
 * Keychain, DPAPI or the keyring of the desktop. Linux without a keyring encrypts with a key that is in Electron's
 * source (`basic_text`): that is no keystore.
 */
export function systemKeystore(storage: Storage, platform: NodeJS.Platform): Keystore {
  const usable = async (): Promise<boolean> =>
    (await storage.isAsyncEncryptionAvailable()) &&
    (platform !== 'linux' || !['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend()));
  const attempt = async (act: () => Promise<string>): Promise<string | null> => {
    try {
      return (await usable()) ? await act() : null;
    } catch {
      // A keyring that is locked, or a text that another user encrypted, is the answer.
      return null;
    }
  };
  return {
    encrypt: (text) => attempt(async () => (await storage.encryptStringAsync(text)).toString('base64')),
    decrypt: (encrypted) =>
      attempt(async () => (await storage.decryptStringAsync(Buffer.from(encrypted, 'base64'))).result),
  };
}
