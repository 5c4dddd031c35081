import type { KeyObject } from 'node:crypto';
import { createHash, createPublicKey, verify } from 'node:crypto';
import type { SignatureParameters, SignedParts } from '../../contract/sync/signature.ts';
import { signatureBase } from '../../contract/sync/signature.ts';

/** The id under which a signature names its key (`SignatureParameters`). */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('base64url');
}

/** True when `signature` (base64) over these parts was made with the private half of `publicKey` (base64url). */
export function isSignedBy(
  publicKey: string,
  parts: SignedParts,
  parameters: SignatureParameters,
  signature: string,
): boolean {
  const text = Buffer.from(signatureBase(parts, parameters));
  const key = keyObject(publicKey);
  return key !== null && verify(null, text, key, Buffer.from(signature, 'base64'));
}

function keyObject(publicKey: string): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  } catch {
    // 32 bytes that are no key are an answer about who brought them.
    return null;
  }
}
