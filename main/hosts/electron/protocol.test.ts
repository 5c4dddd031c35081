import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { securityHeaders } from '../content-security-policy.ts';
import { DESK_ADDRESS, pageScheme, servePage } from './protocol.ts';

let folder: string;
let serve: (request: Request) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lt-protocol-'));
  const root = join(folder, 'desk');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(folder, 'desk-other'));
  await writeFile(join(root, 'index.html'), '<!doctype html><title>Lưu Thông</title>');
  await writeFile(join(root, 'assets', 'main.js'), 'export {};');
  await writeFile(join(root, 'assets', 'chữ.woff2'), Uint8Array.of(0, 255, 10));
  await writeFile(join(root, 'assets', 'odd.xyz'), '');
  await writeFile(join(folder, 'journal.db'), 'precious');
  await writeFile(join(folder, 'desk-other', 'a.txt'), 'beside');
  // A junction needs no privilege on Windows; elsewhere it is an ordinary symbolic link.
  await symlink(folder, join(root, 'out'), 'junction');
  await symlink(join(root, 'assets'), join(root, 'in'), 'junction');
  serve = servePage(root);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const get = (url: string, method = 'GET'): Promise<Response> => serve(new Request(url, { method }));

describe('the scheme', () => {
  it('is standard, secure and fetchable, and has no other privilege', () => {
    expect(pageScheme).toStrictEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true },
    });
  });
});

describe('the page', () => {
  it.each(['app://luu-thong/', DESK_ADDRESS, `${DESK_ADDRESS}?x=1`])('is served at %s', async (address) => {
    const response = await get(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('Lưu Thông');
  });

  it.each([
    ['app://luu-thong/assets/main.js', 'text/javascript; charset=utf-8'],
    ['app://luu-thong/assets/ch%E1%BB%AF.woff2', 'font/woff2'],
    ['app://luu-thong/assets/odd.xyz', 'application/octet-stream'],
    ['app://luu-thong/in/main.js', 'text/javascript; charset=utf-8'],
  ])('has %s as %s', async (address, type) => {
    const response = await get(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });

  it('keeps bytes as they are', async () => {
    const response = await get('app://luu-thong/assets/ch%E1%BB%AF.woff2');
    expect(new Uint8Array(await response.arrayBuffer())).toStrictEqual(Uint8Array.of(0, 255, 10));
  });

  it('has a crash page that needs no file and runs no script', async () => {
    const response = await get('app://luu-thong/crash.html');
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).toContain('href="/index.html"');
    expect(text).not.toMatch(/<script|javascript:|\son\w+=/i);
  });
});

describe('everything else', () => {
  it.each([
    'app://luu-thong/missing.js',
    'app://luu-thong/assets',
    'app://luu-thong/assets/',
    'app://luu-thong/index.html/x',
    `app://luu-thong/${'a'.repeat(5000)}`,
    'app://luu-thong/%FF',
    'app://luu-thong/index.html%00.js',
    'app://luu-thong/assets%5Cmain.js',
    'app://luu-thong/index.html::$DATA',
    'app://luu-thong/..%2Fjournal.db',
    'app://luu-thong/%2e%2e%2fjournal.db',
    'app://luu-thong/..%5Cjournal.db',
    'app://luu-thong/assets/..%2Findex.html',
    'app://luu-thong/assets/..%2F..%2Fjournal.db',
    'app://luu-thong/..%2Fdesk-other%2Fa.txt',
    'app://luu-thong/out/journal.db',
    'app://luu-thong/out/desk-other/a.txt',
    'app://other/index.html',
    'https://luu-thong/index.html',
  ])('is not found: %s', async (address) => {
    expect((await get(address)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('is not allowed by %s', async (method) => {
    expect((await get(DESK_ADDRESS, method)).status).toBe(405);
  });
});

describe('every answer', () => {
  it.each(['app://luu-thong/', 'app://luu-thong/crash.html', 'app://luu-thong/missing', 'app://other/'])(
    'carries the security headers: %s',
    async (address) => {
      const { headers } = await get(address);
      for (const [name, value] of Object.entries(securityHeaders(''))) {
        expect(headers.get(name), name).toBe(value);
      }
    },
  );
});
