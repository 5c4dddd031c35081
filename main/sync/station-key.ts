import type { KeyObject } from 'node:crypto';
import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { z } from 'zod';
import { contentDigest, signatureBase, signatureHeaders } from '../../contract/sync/signature.ts';

/** What a station proves itself with: an Ed25519 key that never leaves it. */
export interface StationKey {
  /** 32 bytes, base64url: what the province may know. */
  readonly publicKey: string;
  /** The headers that carry the signature of a request made at `at`, ms of the province's clock. */
  readonly sign: (request: SignedRequest, at: number) => Readonly<Record<string, string>>;
}

interface SignedRequest {
  readonly method: string;
  /** Path with query. */
  readonly target: string;
  readonly body: string;
}

/** The private key as it is kept: a JSON Web Key (RFC 8037). */
const secretSchema = z.object({ x: z.string().length(43), d: z.string().length(43) });

/** Makes a key. The text is the secret: it goes into a keystore and nowhere else. */
export function makeStationSecret(): string {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return JSON.stringify({ x, d });
}

/** The key in a secret text; null when it is none. */
export function stationKey(secret: string): StationKey | null {
  const parts = secretSchema.safeParse(jsonOf(secret));
  if (!parts.success) return null;
  const { x, d } = parts.data;
  const key = privateKey(x, d);
  return key && { publicKey: x, sign: signer(key, keyIdOf(x)) };
}

function signer(key: KeyObject, keyId: string): StationKey['sign'] {
  return ({ method, target, body }, at) => {
    const digest = contentDigest(createHash('sha256').update(body).digest('base64'));
    const nonce = randomBytes(16).toString('base64url');
    const parameters = { created: Math.floor(at / 1000), nonce, keyId };
    const text = Buffer.from(signatureBase({ method, target, digest }, parameters));
    return signatureHeaders(digest, parameters, sign(null, text, key).toString('base64'));
  };
}

function privateKey(x: string, d: string): KeyObject | null {
  try {
    return createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x, d }, format: 'jwk' });
  } catch {
    // A damaged secret is no key.
    return null;
  }
}

function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('base64url');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
