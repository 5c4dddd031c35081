import { expect, it } from 'vitest';
import { protocolVersion } from '../contract/sync/protocol.ts';
import { describeProvince } from './testing/province.ts';

describeProvince('the address of a request', (province) => {
  it.each(['localhost', 'LOCALHOST:8080', '127.0.0.1:1', '[::1]', '[::1]:65535', 'thu-vien.example:443'])(
    'may be %s',
    async (host) => {
      const answer = await province().app.inject({ url: '/health', headers: { host } });
      expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok', protocol: protocolVersion }]);
    },
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example:80@localhost',
    '127.0.0.1.evil.example',
    '[::1].evil.example',
    '192.168.1.5',
    '[::1',
  ])('may not be %s, at any door', async (host) => {
    for (const url of ['/health', '/', '/sync/v1/changes', '/nowhere']) {
      const answer = await province().app.inject({ url, headers: { host } });
      expect([answer.statusCode, answer.json()]).toEqual([421, { problem: 'unknown-host' }]);
    }
  });

  it('opens the overview to this machine only', async () => {
    const here = { url: '/', headers: { host: 'localhost' } };
    for (const remoteAddress of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect((await province().app.inject({ ...here, remoteAddress })).statusCode).toBe(200);
    for (const remoteAddress of ['192.168.1.20', '::ffff:10.0.0.1', '128.0.0.1'])
      expect((await province().app.inject({ ...here, remoteAddress })).json()).toEqual({
        problem: 'not-here',
      });
    const named = { url: '/', headers: { host: 'thu-vien.example' }, remoteAddress: '127.0.0.1' };
    expect((await province().app.inject(named)).statusCode).toBe(403);
  });
});
