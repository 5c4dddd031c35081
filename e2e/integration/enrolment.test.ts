import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createTcpServer } from 'node:net';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import pino from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { shortFingerprint } from '../../contract/sync/enrolment.ts';
import { genesisHash } from '../../domain/facts/fact.ts';
import { readConfig } from '../../main/config.ts';
import { httpNet } from '../../main/sync/http-net.ts';
import { noKeystore, openKeyFile } from '../../main/sync/key-file.ts';
import type { ProvinceNet } from '../../main/sync/ports.ts';
import { provinceLine } from '../../main/sync/province-line.ts';
import { stationKey } from '../../main/sync/station-key.ts';
import { testFolder } from '../../main/testing/folders.ts';
import { openPage, startWebStation } from '../../main/testing/web-station.ts';
import { here, smallLibrary } from '../../main/testing/small-library.ts';
import { publishRows } from '../../province/catalogue/publish.ts';
import { createServer } from '../../province/server.ts';
import { revokeStation } from '../../province/stations/enrol.ts';
import { makeCode } from '../../province/stations/enrolment-codes.ts';
import { createHeadSignal } from '../../province/sync/head-signal.ts';
import { databaseKinds } from '../../province/testing/databases.ts';
import type { Certificate } from '../../province/tls/certificate.ts';
import { readCertificate } from '../../province/tls/certificate.ts';

const threeDays = 3 * 24 * 3_600_000;
const certificates = resolve(import.meta.dirname, '../../province/testing/certificates');

function certificate(name: string): Certificate {
  return readCertificate(join(certificates, `${name}.cert.pem`), join(certificates, `${name}.key.pem`));
}

/** A province over HTTPS whose clock shows `ahead` ms more than this computer's. */
async function province({ ahead = 0, tls = certificate('test-only') } = {}) {
  const [kind] = databaseKinds;
  if (!kind) throw new Error('There is no kind of database to test with.');
  const { db, close } = await kind.open();
  await publishRows(db, smallLibrary);
  const now = (): number => Date.now() + ahead;
  const serve = async (shown: Certificate, port: number) => {
    const logger = pino({ level: 'silent' });
    const services = { db, signal: createHeadSignal(), now, hosts: [], bearerKeys: false, logger };
    const app = createServer({ ...services, tls: shown });
    return { app, url: await app.listen({ host: '127.0.0.1', port }) };
  };
  let running = await serve(tls, 0);
  onTestFinished(async () => {
    await running.app.close();
    await close();
  });
  const { url } = running;
  return {
    db,
    now,
    url,
    fingerprint: shortFingerprint(tls.spki),
    code: async () => (await makeCode(db, { library: here, desk: 'Quầy Thử', station: null }, now())).code,
    showAnother: async (shown: Certificate) => {
      await running.app.close();
      running = await serve(shown, Number(new URL(url).port));
    },
  };
}

async function enrolByCli(folder: string, ...more: readonly string[]) {
  const cli = resolve(import.meta.dirname, '../../main/cli/main.ts');
  const child = spawn(process.execPath, [cli, 'station', 'enrol', '--data', folder, ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  await once(child, 'exit');
  const [stdout, stderr] = await said;
  return { status: child.exitCode, stdout, stderr };
}

/** The enrolled folder's own line to its province. */
async function netOf(folder: string): Promise<{ net: ProvinceNet; station: string }> {
  const read = readConfig(folder);
  const kept = await openKeyFile(folder, noKeystore);
  const key = stationKey(kept?.secret ?? '');
  if (!read.ok || !read.config?.province || !key) throw new Error('the folder is not enrolled');
  const { station, province: address } = read.config;
  const line = provinceLine(address.url, address.spki ?? null);
  const proof = () => Promise.resolve({ key });
  return { net: httpNet(line, { station, proof }, new AbortController().signal), station };
}

async function greet(folder: string) {
  const { net, station } = await netOf(folder);
  const journal = { seq: 0, hash: genesisHash };
  const now = new Date().toISOString();
  return net.hello({ station, inc: 'i', app: 't', protocol: 1, epoch: null, cursor: 0, journal, now });
}

describe('enrolment over TLS', () => {
  it.each([0, threeDays, -threeDays])(
    'with a clock that is %i ms off: a code, a key, and in',
    async (ahead) => {
      const { url, code, fingerprint } = await province({ ahead });
      const folder = testFolder();
      const address = ['--province', url, '--code', await code(), '--fingerprint', fingerprint];
      const { status, stdout } = await enrolByCli(folder, ...address);
      expect([status, JSON.parse(stdout)]).toMatchObject([0, { station: 'ST-01', desk: 'Quầy Thử' }]);
      expect(await greet(folder)).toMatchObject({ ok: true, value: { acked: { seq: 0 } } });
      const secret = (await openKeyFile(folder, noKeystore))?.secret ?? '';
      expect(secret).not.toBe('');
      expect(readFileSync(join(folder, 'station.json'), 'utf8')).not.toContain(secret);
    },
  );

  it('tells a self-signed certificate to a person, and sends nothing before it is compared', async () => {
    const { url, code, fingerprint, db } = await province();
    const folder = testFolder();
    const unasked = await enrolByCli(folder, '--province', url, '--code', await code());
    expect([unasked.status, unasked.stdout]).toStrictEqual([1, '']);
    expect(unasked.stderr).toContain(fingerprint);
    const other = shortFingerprint(certificate('test-only-other').spki);
    const wrong = await enrolByCli(folder, '--province', url, '--code', await code(), '--fingerprint', other);
    expect([wrong.status, wrong.stderr]).toMatchObject([1, expect.stringContaining('Hỏi lại tỉnh')]);
    expect(await db.selectFrom('station').selectAll().execute()).toStrictEqual([]);
  });

  it('refuses another certificate later on, and ends with the key', async () => {
    const { url, code, fingerprint, db, now, showAnother } = await province();
    const folder = testFolder();
    await enrolByCli(folder, '--province', url, '--code', await code(), '--fingerprint', fingerprint);
    await showAnother(certificate('test-only-other'));
    expect(await greet(folder)).toStrictEqual({ ok: false, refusal: { kind: 'wrong-certificate' } });
    const seen = await db.selectFrom('station').select('inc').execute();
    expect(seen).toStrictEqual([{ inc: null }]);
    await showAnother(certificate('test-only'));
    expect(await greet(folder)).toMatchObject({ ok: true });
    await revokeStation(db, 'ST-01', now());
    expect(await greet(folder)).toStrictEqual({ ok: false, refusal: { kind: 'unauthorized' } });
  });

  it('says what is wrong with a code or an address', async () => {
    const { url, fingerprint } = await province();
    const folder = testFolder();
    const wrong = await enrolByCli(
      folder,
      '--province',
      url,
      '--code',
      'ACDEF-GHJKM',
      '--fingerprint',
      fingerprint,
    );
    expect([wrong.status, wrong.stderr]).toMatchObject([1, expect.stringContaining('Mã sai')]);
    const silent = createTcpServer();
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    silent.close();
    const port = typeof address === 'object' && address ? address.port : 0;
    const nobody = await enrolByCli(folder, '--province', `https://127.0.0.1:${port}`, '--code', 'A');
    expect([nobody.status, nobody.stderr]).toMatchObject([1, expect.stringContaining('Không nối được')]);
    const none = await enrolByCli(folder, '--province', 'tinh', '--code', 'A');
    expect(none.status).toBe(2);
  });
});

describe('a folder that is no station yet', () => {
  it('is enrolled by the page, compares the certificate, and becomes the station under the same address', async () => {
    const { url, code, fingerprint } = await province();
    const folder = testFolder();
    const started = await startWebStation(folder);
    if (!started.ok) throw new Error(started.sentence);
    const { station } = started;
    const page = await openPage(station.address);
    const setUp = await page.event((event) => event.type === 'set-up');
    expect(setUp).toStrictEqual({ type: 'set-up', folder });
    await expect(page.api.desk.state()).rejects.toThrow('Not Found');
    await page.api.setUp.begin();

    const typed = (await code()).toLowerCase();
    const wrong = await page.api.setUp.enrol({ province: url, code: 'ACDEF-GHJKM', fingerprint });
    expect(wrong).toMatchObject({ kind: 'refused', reason: { code: 'LT-4112' } });
    const other = shortFingerprint(certificate('test-only-other').spki);
    const input = { province: url, code: `${typed.slice(0, 5)}-${typed.slice(5)}` };
    expect(await page.api.setUp.enrol({ ...input, fingerprint: other })).toMatchObject({
      kind: 'refused',
      reason: { code: 'LT-4116', params: { shown: fingerprint } },
    });
    expect(await page.api.setUp.enrol({ ...input, fingerprint: null })).toStrictEqual({
      kind: 'compare',
      fingerprint,
    });
    expect(await page.api.setUp.enrol({ ...input, fingerprint })).toMatchObject({
      kind: 'enrolled',
      desk: 'Quầy Thử',
      exposed: true,
    });
    // The line breaks when the station comes in its place.
    await page.api.setUp.begin().catch(() => {});

    const told = once(station.process, 'message');
    const ask = setInterval(() => station.process.send('open'), 100);
    const [message]: unknown[] = await told;
    clearInterval(ask);
    const { address } = z.object({ address: z.string() }).parse(message);
    expect(new URL(address).port).toBe(new URL(station.address).port);
    const desk = await openPage(address);
    expect(await desk.api.station.info()).toMatchObject({ desk: 'Quầy Thử', keyExposed: true });
    desk.close();
  });
});
