import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { freshConfig, writeConfig } from '../../main/config.ts';
import { testFolder } from '../../main/testing/folders.ts';
import { openPage, startWebStation } from '../../main/testing/web-station.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request with exactly these headers: `fetch` would not let a test lie about `Host`. */
function ask(url: URL, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    asking.on('error', reject);
    asking.end();
  });
}

/** Status of an upgrade that was refused, or 101. */
function upgrade(url: string, headers: Readonly<Record<string, string>>, origin?: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { headers, ...(origin === undefined ? {} : { origin }) });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });
}

async function started() {
  const folder = testFolder();
  writeConfig(folder, freshConfig('ST-1'));
  const result = await startWebStation(folder);
  if (!result.ok) throw new Error(result.sentence);
  const address = new URL(result.station.address);
  return { folder, address, origin: address.origin, station: result.station };
}

const cookieOf = (answer: Answer): string => String(answer.headers['set-cookie']).split(';')[0] ?? '';

describe('the web host', () => {
  it('opens once: the address is spent, the cookie is HttpOnly and same-site only', async () => {
    const { address, origin } = await started();
    const opened = await ask(address);
    expect(opened.status).toBe(303);
    expect(opened.headers['location']).toBe('/');
    expect(String(opened.headers['set-cookie'])).toMatch(
      /^luu-thong-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    expect((await ask(address)).status).toBe(403);
    expect((await ask(new URL('/', origin))).status).toBe(401);
    expect((await ask(new URL('/', origin), { cookie: `luu-thong-${address.port}=guess` })).status).toBe(401);
    expect((await ask(new URL('/', origin), { cookie: cookieOf(opened) })).status).toBe(404);
    expect((await ask(new URL('/open/guess', origin))).body).toContain('LT-5101');
  });

  it('answers only under its own name, whatever a rebound site calls it', async () => {
    const { address, origin } = await started();
    const cookie = cookieOf(await ask(address));
    const url = new URL('/', origin);
    for (const host of ['evil.example', `evil.example:${address.port}`, '127.0.0.1', '127.0.0.1:1']) {
      expect((await ask(url, { cookie, host })).status).not.toBe(404);
      expect(await upgrade(`ws://${address.host}/rpc`, { cookie, host }, origin)).not.toBe(101);
    }
    expect((await ask(url, { cookie, host: `localhost:${address.port}` })).status).toBe(404);
  });

  it('refuses pages of other origins, for requests and for upgrades', async () => {
    const { address, origin } = await started();
    const cookie = cookieOf(await ask(address));
    for (const other of ['http://evil.example', 'null', `http://127.0.0.1:${Number(address.port) + 1}`]) {
      expect((await ask(new URL('/', origin), { cookie, origin: other })).status).toBe(403);
      expect(await upgrade(`ws://${address.host}/rpc`, { cookie }, other)).toBe(403);
    }
    expect((await ask(new URL('/', origin), { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(await upgrade(`ws://${address.host}/rpc`, { cookie })).toBe(403);
    expect(await upgrade(`ws://${address.host}/rpc`, {}, origin)).toBe(403);
    expect(await upgrade(`ws://${address.host}/other`, { cookie }, origin)).toBe(403);
    expect(await upgrade(`ws://${address.host}/rpc`, { cookie }, origin)).toBe(101);
  });

  it('sends the policy of the page with every answer and takes nothing but reads', async () => {
    const { address, origin } = await started();
    const answers = [
      await ask(new URL('/x', origin)),
      await ask(address),
      await ask(new URL('/', origin), {}, 'POST'),
    ];
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['content-security-policy']).toContain(`ws://127.0.0.1:${address.port}`);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    expect(answers[2]?.status).toBe(405);
  });

  it('listens on the loopback address only', async () => {
    const { address } = await started();
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((network) => network !== undefined && !network.internal && network.family === 'IPv4');
    const reachable = await Promise.all(
      outside.map(
        (network) =>
          new Promise<boolean>((resolve) => {
            const socket = connect(Number(address.port), network?.address ?? '');
            socket.on('connect', () => {
              socket.destroy();
              resolve(true);
            });
            socket.on('error', () => resolve(false));
          }),
      ),
    );
    expect(reachable).toStrictEqual(outside.map(() => false));
  });

  it('survives a page that sends nonsense, and serves the next one', async () => {
    const { address, origin } = await started();
    const cookie = cookieOf(await ask(address));
    for (const nonsense of [
      '',
      '{',
      'null',
      '{"i":"1","p":{"u":"/desk/scan","b":{"json":{"text":5}}}}',
      'x'.repeat(300_000),
    ]) {
      const socket = new WebSocket(`ws://${address.host}/rpc`, { headers: { cookie }, origin });
      await new Promise((resolve) => socket.once('open', resolve));
      socket.on('error', () => {});
      socket.send(nonsense);
      socket.send(Buffer.from([0, 255, 1]));
      socket.close();
    }
    expect(await upgrade(`ws://${address.host}/rpc`, { cookie }, origin)).toBe(101);
  });

  it('survives programs that ask for an upgrade and reset the line when refused', async () => {
    const { address, origin } = await started();
    for (let asked = 0; asked < 300; asked += 1) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(address.port), '127.0.0.1', () => {
          socket.write(
            'GET /rpc HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
            () => socket.resetAndDestroy(),
          );
        });
        socket.on('error', () => {});
        socket.on('close', () => resolve());
      });
    }
    expect((await ask(new URL('/', origin))).status).toBe(401);
  });

  it('opens for a page although the disk takes no more', async () => {
    const folder = testFolder();
    writeConfig(folder, freshConfig('ST-1'));
    // A folder in the file's place: every write to it fails, as on a full disk.
    mkdirSync(join(folder, 'web-sessions.json'));
    const result = await startWebStation(folder);
    if (!result.ok) throw new Error(result.sentence);
    const page = await openPage(result.station.address);
    expect(await page.api.station.info()).toMatchObject({ station: 'ST-1' });
    page.close();
  });
});

describe('a folder that is no station', () => {
  it('is refused with the file and the field that are wrong, and nothing is made in it', async () => {
    const folder = testFolder();
    const file = join(folder, 'station.json');
    const right = freshConfig('ST-1');
    const wrong: readonly (readonly [string, string])[] = [
      ['{ "station": ', 'JSON'],
      ['[]', 'JSON'],
      [JSON.stringify({ ...right, timeZone: 'Asia/Ha_Noi' }), 'timeZone'],
      [JSON.stringify({ ...right, library: { id: 'bn' } }), 'library.name'],
    ];
    for (const [text, field] of wrong) {
      writeFileSync(file, text);
      const result = await startWebStation(folder);
      expect(result).toMatchObject({ ok: false, code: 'LT-3106' });
      expect(result.ok ? '' : result.sentence).toContain(`${file} sai ở mục “${field}”`);
      expect(readdirSync(folder)).toStrictEqual(['station.json']);
    }
  });

  it('is refused when it was only mistyped, and is not made', async () => {
    const folder = join(testFolder(), 'tram-1');
    const result = await startWebStation(folder);
    expect(result).toMatchObject({ ok: false, code: 'LT-3107' });
    expect(result.ok ? '' : result.sentence).toContain(`Thư mục ${folder} chưa có trạm nào`);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('one folder, one core', () => {
  it('refuses the second with a sentence, and lets it in when the first was killed', async () => {
    const { folder, station } = await started();
    const second = await startWebStation(folder);
    expect(second).toMatchObject({ ok: false, code: 'LT-3101' });
    expect(second.ok ? '' : second.sentence).toContain(
      `Thư mục dữ liệu ${folder} đang được một chương trình Lưu Thông khác dùng`,
    );
    await station.kill('SIGKILL');
    const third = await startWebStation(folder);
    if (!third.ok) throw new Error(third.sentence);
    const page = await openPage(third.station.address);
    expect(await page.api.station.info()).toMatchObject({ station: 'ST-1', training: false, host: 'web' });
    page.close();
  });
});
