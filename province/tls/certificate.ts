import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What the server serves HTTPS with, PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** SHA-256 of the public key (SubjectPublicKeyInfo), hexadecimal: what stations pin. */
  readonly spki: string;
}

/** Reads a certificate with its private key. Throws an `Error` for the person who named the files. */
export function readCertificate(certFile: string, keyFile: string): Certificate {
  const cert = readFileSync(certFile, 'utf8');
  const key = readFileSync(keyFile, 'utf8');
  const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return { cert, key, spki: createHash('sha256').update(spki).digest('hex') };
}
