import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { contentDigest, signatureBase, signatureHeaders } from '../../contract/sync/signature.ts';
import { keyIdOf } from '../stations/public-key.ts';

/** A key pair of a test station, and the headers that it signs requests with. */
export interface TestKey {
  readonly publicKey: string;
  readonly keyId: string;
  /** `at` in ms; `more` replaces parts of what is signed or said. */
  readonly headers: (
    request: { readonly method: string; readonly target: string; readonly body?: string | Buffer },
    at: number,
    nonce?: string,
  ) => Readonly<Record<string, string>>;
}

export function testKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const x = publicKey.export({ format: 'jwk' }).x ?? '';
  return { publicKey: x, keyId: keyIdOf(x), headers: headersOf(privateKey, keyIdOf(x)) };
}

function headersOf(privateKey: KeyObject, keyId: string): TestKey['headers'] {
  return ({ method, target, body = '' }, at, nonce = randomBytes(16).toString('base64url')) => {
    const digest = contentDigest(createHash('sha256').update(body).digest('base64'));
    const parameters = { created: Math.floor(at / 1000), nonce, keyId };
    const text = Buffer.from(signatureBase({ method, target, digest }, parameters));
    return signatureHeaders(digest, parameters, sign(null, text, privateKey).toString('base64'));
  };
}
