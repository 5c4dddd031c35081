import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key of a library: seals what identifies its readers, and finds a reader again by a paper. */
export interface LibraryKey {
  /** Encrypts a text for storage and for the wire. */
  seal(text: string): string;
  /** Null when it was sealed by another key or has been changed. */
  unseal(sealed: string): string | null;
  /** Keyed hash under which a reader is found by a code that must not be kept: `type:hash`. */
  alias(type: 'citizen-id' | 'old-card', code: string): string;
}

const keyFile = 'library.key';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
/** First part of a sealed text: AES-256-GCM, nonce, tag and ciphertext in base64url. */
const sealedAs = 'g1.';

/**
 * Reads the library's key from the station's folder, or makes one. Mode 0600 on Linux; on Windows the folder's own
 * permissions decide. All stations of a library have to hold the same key: enrolment will bring it, until then it
 * is copied.
 */
export function openLibraryKey(folder: string): LibraryKey {
  const path = join(folder, keyFile);
  if (!existsSync(path)) writeFileSync(path, randomBytes(keyBytes).toString('base64url'), { mode: 0o600 });
  return libraryKey(Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url'));
}

/** Puts a given key into a station's folder, for a library with several stations. */
export function writeLibraryKey(folder: string, key: Uint8Array): void {
  writeFileSync(join(folder, keyFile), Buffer.from(key).toString('base64url'), { mode: 0o600 });
}

export function libraryKey(master: Uint8Array): LibraryKey {
  if (master.length !== keyBytes) throw new Error('A library key has 32 bytes.');
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', master, '', `luu-thong/${purpose}`, keyBytes));
  const sealing = derive('seal');
  const finding = derive('alias');
  return {
    seal(text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return sealedAs + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    unseal(sealed) {
      if (!sealed.startsWith(sealedAs)) return null;
      const bytes = Buffer.from(sealed.slice(sealedAs.length), 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, nonceBytes));
        decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        const text = decipher.update(bytes.subarray(nonceBytes + tagBytes));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        // A tag that does not fit is the answer, not a failure.
        return null;
      }
    },
    alias: (type, code) =>
      `${type}:${createHmac('sha256', finding).update(`${type}:${code}`).digest('base64url')}`,
  };
}
