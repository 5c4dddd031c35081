import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

/** How long the opening address may wait for its page (ms). */
const tokenLifetime = 10 * 60_000;

/** Who may talk to the loopback host. */
export interface Access {
  /** A new address path that opens the program once. */
  newOpeningPath(): string;
  /** Takes an opening path's token; gives the `Set-Cookie` value, or null when it was used, wrong or too old. */
  redeem(token: string): string | null;
  /** True when the request carries a cookie this host has given. */
  isKnown(request: IncomingMessage): boolean;
}

export const openingPrefix = '/open/';

/** Sessions remembered: a desk has a page or two, and every opening makes one. */
const sessionsKept = 20;

/**
 * One-time tokens, exchanged for a cookie that scripts cannot read and other sites cannot send. Only hashes are
 * kept, in `file`, so that an open page finds its way back after the core was started again. The cookie's name
 * has the port in it: browsers share cookies between the ports of one host, and two stations on one computer must
 * not overwrite each other's. A file that cannot be written costs only that: `onFailure` is told.
 */
export function createAccess(file: string, port: () => number, onFailure: (error: unknown) => void): Access {
  const cookieName = (): string => `luu-thong-${port()}`;
  const tokens = new Map<string, number>();
  const sessions = new Set(readSessions(file));
  return {
    newOpeningPath: () => {
      const token = secret();
      tokens.set(digest(token), Date.now() + tokenLifetime);
      return openingPrefix + token;
    },
    redeem: (token) => {
      const expires = tokens.get(digest(token));
      tokens.delete(digest(token));
      if (expires === undefined || expires < Date.now()) return null;
      const session = secret();
      sessions.add(digest(session));
      for (const oldest of [...sessions].slice(0, -sessionsKept)) sessions.delete(oldest);
      try {
        writeFileSync(file, JSON.stringify([...sessions]), { mode: 0o600 });
      } catch (error) {
        onFailure(error);
      }
      return `${cookieName()}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isKnown: (request) => {
      const session = cookieOf(request.headers.cookie ?? '', cookieName());
      return session !== null && sessions.has(digest(session));
    },
  };
}

/**
 * True when `Host` names this loopback server itself. A page of another site whose name was rebound to
 * 127.0.0.1 still says its own name here.
 */
export function isOwnHost(request: IncomingMessage, port: number): boolean {
  const { host } = request.headers;
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

/** True when the request does not come from a page of another origin. Upgrades must name their origin. */
export function isOwnOrigin(request: IncomingMessage, port: number, upgrade: boolean): boolean {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return false;
  if (origin === undefined) return !upgrade;
  return origin === `http://127.0.0.1:${port}` || origin === `http://localhost:${port}`;
}

function readSessions(file: string): string[] {
  if (!existsSync(file)) return [];
  try {
    return z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // A file cut short by a power failure costs a new opening address, nothing else.
    return [];
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function digest(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

function cookieOf(header: string, cookieName: string): string | null {
  for (const part of header.split(';')) {
    const [name, ...value] = part.trim().split('=');
    if (name === cookieName) return value.join('=');
  }
  return null;
}
