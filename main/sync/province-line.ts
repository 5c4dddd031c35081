import { createHash } from 'node:crypto';
import type { Agent, ClientRequestArgs, IncomingMessage } from 'node:http';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import { PassThrough } from 'node:stream';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { connect } from 'node:tls';

/** A connection to one server. */
export interface ProvinceLine {
  /** Sends a request and gives the answer when its headers are here. Rejects when there is none. */
  send(request: LineRequest, signal: AbortSignal): Promise<IncomingMessage>;
}

interface LineRequest {
  readonly method: 'GET' | 'POST';
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The server showed another key than the one that was pinned. Nothing was sent to it. */
export class WrongCertificate extends Error {}

/** What a server showed of itself before anything was sent. */
export interface ShownCertificate {
  /** SHA-256 of its public key (SubjectPublicKeyInfo), hexadecimal. */
  readonly spki: string;
  /** True when this computer trusts whoever issued it, for this name and at this time. */
  readonly trusted: boolean;
}

/**
 * HTTP or HTTPS to an origin. With `pin`, the SHA-256 of the server's public key, that key decides and nothing else:
 * a certificate of the province's own making is as good as a bought one, and a bought one of somebody else is none.
 */
export function provinceLine(url: string, pin: string | null): ProvinceLine {
  const origin = new URL(url);
  const secure = origin.protocol === 'https:';
  const agent = secure ? pinnedAgent(pin) : new HttpAgent({ keepAlive: true });
  return {
    send: ({ method, target, headers, body }, signal) =>
      new Promise((resolve, reject) => {
        const options = { method, agent, signal, headers: { ...headers, ...lengthOf(method, body) } };
        const request = (secure ? httpsRequest : httpRequest)(new URL(target, origin), options);
        request.once('response', resolve).once('error', reject);
        request.end(body);
      }),
  };
}

/** Looks at the server's certificate without telling it anything. Rejects when it cannot be reached. */
export async function lookAtCertificate(url: string, signal: AbortSignal): Promise<ShownCertificate> {
  const { hostname, port } = new URL(url);
  const host = hostname.replaceAll(/[[\]]/g, '');
  const socket = await shaken({ host, port: Number(port || 443), ...nameFor(host) }, signal);
  const shown = { spki: spkiOf(socket), trusted: socket.authorized };
  socket.destroy();
  return shown;
}

function pinnedAgent(pin: string | null): Agent {
  if (pin === null) return new HttpsAgent({ keepAlive: true });
  const agent = new HttpsAgent({ keepAlive: true });
  // The socket is handed over only after the handshake and the look at the key: before that, what is written to it
  // would wait and be sent the moment the handshake is through.
  agent.createConnection = (
    options: ClientRequestArgs,
    onCreate?: (error: Error | null, socket: Duplex) => void,
  ) => {
    const host = options.host ?? 'localhost';
    const target = { host, port: Number(options.port ?? 443), ...nameFor(host) };
    const hand = async (): Promise<void> => {
      try {
        const socket = await shaken(target, AbortSignal.timeout(handshakeTimeout));
        if (spkiOf(socket) !== pin) {
          socket.destroy();
          throw new WrongCertificate('the server has another key');
        }
        onCreate?.(null, socket);
      } catch (error) {
        onCreate?.(error instanceof Error ? error : new Error(String(error)), new PassThrough());
      }
    };
    void hand();
    return undefined;
  };
  return agent;
}

/** Longest that reaching the server and agreeing on keys may take (ms). */
const handshakeTimeout = 15_000;

/** A TLS connection after its handshake. Whether its certificate is trusted is for the caller to judge. */
function shaken(target: ConnectionOptions, signal: AbortSignal): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...target, rejectUnauthorized: false, minVersion: 'TLSv1.2' });
    const giveUp = (): void => void socket.destroy(new Error('the server did not answer'));
    signal.addEventListener('abort', giveUp, { once: true });
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      signal.removeEventListener('abort', giveUp);
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

function spkiOf(socket: TLSSocket): string {
  const key = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
  return key === undefined ? '' : createHash('sha256').update(key).digest('hex');
}

/** A server is asked for by name; an address is no name (RFC 6066 §3). */
function nameFor(host: string): { readonly servername?: string } {
  return /^[\d.]+$|:/.test(host) ? {} : { servername: host };
}

function lengthOf(method: string, body: string): Readonly<Record<string, string>> {
  return method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
}
