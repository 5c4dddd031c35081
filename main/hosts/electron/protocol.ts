import { readFile, realpath } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import type { CustomScheme } from 'electron';
import { SHELL_ORIGIN } from '../../../contract/workstation/page-port.ts';
import { securityHeaders } from '../content-security-policy.ts';
import { CRASH_PATH, crashPage } from './crash-page.ts';
import { isOurAddress } from './navigation.ts';

/** To be registered before the app is ready. No `bypassCSP`, no service workers, no CORS: nothing else is needed. */
export const pageScheme: CustomScheme = {
  scheme: new URL(SHELL_ORIGIN).protocol.slice(0, -1),
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** The desk's page. */
export const DESK_ADDRESS = `${SHELL_ORIGIN}/index.html`;

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * Answers `app://luu-thong/…` with the files below `root` (the built page; may be inside `app.asar`) and nothing
 * else: a path that leaves `root`, by `..` in any spelling or by a symbolic link, is not found.
 */
export function servePage(root: string): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    if (!isOurAddress(url)) return answer(404);
    if (method !== 'GET' && method !== 'HEAD') return answer(405);
    const path = new URL(url).pathname;
    if (path === CRASH_PATH) return answer(200, crashPage, '.html');
    const file = await fileInside(root, path === '/' ? '/index.html' : path);
    if (file === null) return answer(404);
    const body = await readFile(file).catch(notAFile);
    return body === null ? answer(404) : answer(200, new Uint8Array(body), extname(file));
  };
}

function answer(status: number, body: string | Uint8Array<ArrayBuffer> = '', extension = '.txt'): Response {
  const type = contentTypes[extension] ?? 'application/octet-stream';
  return new Response(body, { status, headers: { ...securityHeaders(''), 'Content-Type': type } });
}

async function fileInside(root: string, path: string): Promise<string | null> {
  const segments = decode(path).slice(1).split('/');
  if (segments.some(isUnsafe)) return null;
  const real = await realpath(join(root, ...segments)).catch(notAFile);
  if (real === null) return null;
  const inside = relative(await realpath(root), real);
  return inside.startsWith(`..${sep}`) || inside === '..' || isAbsolute(inside) ? null : real;
}

/** A path that is not UTF-8 stays as it is: it is then no file name of ours either. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A segment with a separator, a drive or stream colon or NUL in it is never one of our file names. */
function isUnsafe(segment: string): boolean {
  return segment === '..' || /[\\:\0]/.test(segment);
}

const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP']);

/** Only what says "there is no such file" is a 404; a disk that fails is an error Chromium must see. */
function notAFile(error: NodeJS.ErrnoException): null {
  if (absent.has(error.code ?? '')) return null;
  throw error;
}
