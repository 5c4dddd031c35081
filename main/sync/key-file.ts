import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The keystore of the operating system, as far as it is needed here. */
export interface Keystore {
  /** Null where there is no keystore that deserves the name. */
  encrypt(text: string): Promise<string | null>;
  /** Null when another computer or another user encrypted it. */
  decrypt(encrypted: string): Promise<string | null>;
}

/** The secret itself, readable by this user only, or encrypted by the keystore. */
type KeyFile = { readonly plain: string } | { readonly encrypted: string };

export const keyFile = 'station.key';

/** Said wherever a key lies open, to the person who can do something about it. */
export const exposedKey =
  'Máy này không có kho khóa của hệ điều hành: khóa của trạm nằm trong tệp station.key, ai đăng nhập được tài khoản này đều đọc được. ' +
  'Đừng chép tệp này; nếu lộ, báo tỉnh thu hồi trạm. (The key of this station lies in a file of mode 0600.)';

/** A computer without a keystore: the web host, or Linux without a keyring. */
export const noKeystore: Keystore = {
  encrypt: () => Promise.resolve(null),
  decrypt: () => Promise.resolve(null),
};

/** The station's secret, and whether it lies in a file that anyone with this user's rights can read. */
export interface KeptSecret {
  readonly secret: string;
  readonly exposed: boolean;
}

/**
 * The station's secret, or null when the folder has none that this computer can read. One that lies open is put under
 * the keystore's protection where there is one: the command line, which enrols, has none.
 */
export async function openKeyFile(folder: string, keystore: Keystore): Promise<KeptSecret | null> {
  const kept = readKeyFile(folder);
  if (!kept) return null;
  if ('encrypted' in kept) {
    const secret = await keystore.decrypt(kept.encrypted);
    return secret === null ? null : { secret, exposed: false };
  }
  return { secret: kept.plain, exposed: await writeKeyFile(folder, kept.plain, keystore) };
}

/** Keeps a secret, encrypted if possible. True when it lies open: mode 0600, and on Windows as the folder is. */
export async function writeKeyFile(folder: string, secret: string, keystore: Keystore): Promise<boolean> {
  const encrypted = await keystore.encrypt(secret);
  const text = encrypted === null ? `plain:${secret}` : `keystore:${encrypted}`;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, keyFile);
  if (existsSync(path) && readFileSync(path, 'utf8') === `${text}\n`) return encrypted === null;
  writeFileSync(`${path}.new`, `${text}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return encrypted === null;
}

function readKeyFile(folder: string): KeyFile | null {
  const path = join(folder, keyFile);
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8').trim();
  if (text.startsWith('plain:')) return { plain: text.slice('plain:'.length) };
  if (text.startsWith('keystore:')) return { encrypted: text.slice('keystore:'.length) };
  return null;
}
