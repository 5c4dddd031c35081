/**
 * How a station signs its requests: a small part of HTTP message signatures (RFC 9421) with the digest field of
 * RFC 9530. One form only, so that both sides build the same text and nothing has to be negotiated. Text in, text
 * out: the cryptography is each side's own.
 */

/** What is signed, in this order: method, path with query, SHA-256 of the body. */
const covered = '("@method" "@request-target" "content-digest")';
/** Says what the signature is for: a signature made for anything else does not count here. */
const tag = 'luu-thong-sync';

/** A signature may be this much older or younger (s) than the province's clock. */
export const signatureWindow = 300;

export interface SignatureParameters {
  /** Seconds since the Unix epoch, by the province's clock as the station knows it. */
  readonly created: number;
  /** 22 characters of base64url at random: 128 bits, never used twice. */
  readonly nonce: string;
  /** SHA-256 of the 32 bytes of the public key, base64url. */
  readonly keyId: string;
}

export interface SignedParts {
  readonly method: string;
  /** Path with query, as it stands in the request line. */
  readonly target: string;
  /** Value of `Content-Digest`; that of no bytes when there is no body. */
  readonly digest: string;
}

/** The value of `Content-Digest` for a SHA-256 in base64. */
export function contentDigest(sha256: string): string {
  return `sha-256=:${sha256}:`;
}

/** The text whose bytes are signed (RFC 9421 §2.5). */
export function signatureBase(
  { method, target, digest }: SignedParts,
  parameters: SignatureParameters,
): string {
  return [
    `"@method": ${method}`,
    `"@request-target": ${target}`,
    `"content-digest": ${digest}`,
    `"@signature-params": ${parametersText(parameters)}`,
  ].join('\n');
}

/** The headers that carry a signature of 64 bytes, given in base64. */
export function signatureHeaders(
  digest: string,
  parameters: SignatureParameters,
  signature: string,
): Readonly<Record<'content-digest' | 'signature-input' | 'signature', string>> {
  return {
    'content-digest': digest,
    'signature-input': `lt=${parametersText(parameters)}`,
    signature: `lt=:${signature}:`,
  };
}

const inputForm =
  /^lt=\("@method" "@request-target" "content-digest"\);created=(\d{1,12});nonce="([\w-]{22})";keyid="([\w-]{43})";alg="ed25519";tag="luu-thong-sync"$/;
const signatureForm = /^lt=:([A-Za-z0-9+/]{86}==):$/;
const digestForm = /^sha-256=:[A-Za-z0-9+/]{43}=:$/;

/** What the headers of a request say, or null when they are not exactly of the form above. */
export function readSignature(headers: Readonly<Record<string, unknown>>): {
  readonly parameters: SignatureParameters;
  readonly digest: string;
  readonly signature: string;
} | null {
  const digest = headers['content-digest'];
  const [, created, nonce, keyId] = matched(inputForm, headers['signature-input']);
  const [, signature] = matched(signatureForm, headers['signature']);
  if (created === undefined || nonce === undefined || keyId === undefined || signature === undefined)
    return null;
  if (typeof digest !== 'string' || !digestForm.test(digest)) return null;
  return { parameters: { created: Number(created), nonce, keyId }, digest, signature };
}

function matched(form: RegExp, value: unknown): readonly (string | undefined)[] {
  return (typeof value === 'string' ? form.exec(value) : null) ?? [];
}

function parametersText({ created, nonce, keyId }: SignatureParameters): string {
  return `${covered};created=${created};nonce="${nonce}";keyid="${keyId}";alg="ed25519";tag="${tag}"`;
}
