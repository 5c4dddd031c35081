import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { frameHeadBytes, frameLength } from '../../contract/sync/snapshot-frames.ts';
import { paths } from '../../contract/sync/protocol.ts';
import { lookupOver } from '../../main/store/mirror/lookup.ts';
import { mirrorVersion } from '../../main/store/mirror/schema.ts';
import { searchOver } from '../../main/store/mirror/search.ts';
import { plainBiblio, plainItem, plainPatron } from '../../domain/world/plain-rows.ts';
import { publishRows } from '../catalogue/publish.ts';
import type { OpenDatabase } from '../database/open.ts';
import { createServer } from '../server.ts';
import { enrolStation } from '../stations/enrol.ts';
import { beginEpoch } from '../sync/epoch.ts';
import { createHeadSignal } from '../sync/head-signal.ts';
import { databaseKinds, emptyDatabase } from '../testing/databases.ts';
import { testKey } from '../testing/signing.ts';
import type { TestStation } from '../testing/station.ts';
import { testStation } from '../testing/station.ts';
import { fileMaker } from './file-maker.ts';
import type { OpenMaker } from './make.ts';
import type { Snapshots } from './offers.ts';
import { provinceSnapshots } from './offers.ts';

const clock = Date.parse('2026-11-22T15:00:00.000+07:00');
const day = 24 * 3_600_000;

/** Without a thread: starting one takes longer than all else here. */
const makerHere: OpenMaker = (folder, file) => {
  const maker = fileMaker(folder, file);
  let finished = false;
  return {
    take: async (lines) => maker.take(lines),
    finish: async (place) => {
      const made = maker.finish(place);
      finished = true;
      return made;
    },
    end: async () => {
      if (!finished) maker.abandon();
    },
  };
};

/** Every frame unpacked, one after another. */
function unpacked(sent: Buffer): Buffer {
  const raw: Buffer[] = [];
  for (let at = 0; at < sent.length;) {
    const length = frameLength(sent.subarray(at)) ?? 0;
    raw.push(zstdDecompressSync(sent.subarray(at + frameHeadBytes, at + frameHeadBytes + length)));
    at += frameHeadBytes + length;
  }
  return Buffer.concat(raw);
}

function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-snapshots-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe.each(databaseKinds)('snapshots ($name)', ({ open }) => {
  let opened: OpenDatabase;
  let folder = '';
  let snapshots: Snapshots;
  let app: ReturnType<typeof createServer>;
  let now = clock;

  const begin = async (openMaker: OpenMaker | null = makerHere): Promise<void> => {
    const logger = pino({ level: 'silent' });
    const distances = { behind: 50, empty: 5 };
    const maker = openMaker === null ? {} : { openMaker };
    snapshots = provinceSnapshots({ db: opened.db, folder, now: () => now, logger, distances, ...maker });
    const services = { db: opened.db, signal: createHeadSignal(), now: () => now, logger, snapshots };
    app = createServer({ ...services, hosts: [], bearerKeys: false });
    await snapshots.idle();
  };
  const end = async (): Promise<void> => {
    await app.close();
    await snapshots.close();
  };
  const station = async (name: string, library: string): Promise<TestStation> => {
    const key = testKey();
    await enrolStation(opened.db, {
      station: name,
      library,
      desk: 'Quầy 1',
      proof: { publicKey: key.publicKey },
    });
    return testStation(app, { name, inc: 'inc-1', key, now: () => now });
  };
  const titles = (from: number, to: number) =>
    publishRows(
      opened.db,
      Array.from({ length: to - from }, (_, index) => {
        const id = `b-${from + index}`;
        return [
          { entity: 'biblio' as const, row: plainBiblio({ id, title: `Đường rừng ${from + index}` }) },
          { entity: 'item' as const, row: plainItem({ id: `i-${from + index}`, biblio: id }, 'lib-1') },
        ];
      }).flat(),
    );
  const ask = (who: TestStation) => who.hello({ mirror: mirrorVersion });
  const made = async (who: TestStation) => {
    expect((await ask(who)).snapshotSoon).toBe(true);
    await snapshots.idle();
    const { snapshot } = await ask(who);
    if (!snapshot) throw new Error('no snapshot was offered');
    return snapshot;
  };
  const fetched = async (who: TestStation, id: string, headers = {}) =>
    who.request({ url: paths.snapshot(id), headers });

  beforeAll(async () => {
    opened = await open();
  }, 60_000);
  afterAll(() => opened.close());
  beforeEach(async () => {
    now = clock;
    folder = mkdtempSync(join(tmpdir(), 'luu-thong-snapshots-'));
    await emptyDatabase(opened.db);
    await begin();
  });
  afterEach(async () => {
    await end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes what a station would hold that had read the whole feed, and says where the feed goes on', async () => {
    const one = await station('ST-1', 'lib-1');
    await titles(0, 10);
    const offer = await made(one);
    const answer = await fetched(one, offer.id);
    expect([answer.statusCode, answer.headers['etag']]).toStrictEqual([200, `"${offer.sha256}"`]);
    const sent = answer.rawPayload;
    expect(createHash('sha256').update(sent).digest('hex')).toBe(offer.sha256);
    const file = join(folderForTest(), 'mirror.db');
    const raw = unpacked(sent);
    writeFileSync(file, raw);
    expect([sent.length, raw.length]).toStrictEqual([offer.bytes, offer.rawBytes]);
    const db = new Database(file, { readonly: true });
    onTestFinished(() => void db.close());
    expect(db.pragma('user_version', { simple: true })).toBe(mirrorVersion);
    expect(lookupOver(db).itemsByCode('I-3', 'lib-1')).toHaveLength(1);
    expect(searchOver(db).titles('duong rung 3')).toHaveLength(1);
    const { epoch, head } = await ask(one);
    expect(db.prepare('select epoch, cursor from feed_state').get()).toStrictEqual({
      epoch,
      cursor: offer.pos,
    });
    expect(offer.pos).toBe(head);
  });

  it('holds nothing of what was replaced or taken back while it was made, not in a free page either', async () => {
    const one = await station('ST-1', 'lib-1');
    await publishRows(opened.db, [
      { entity: 'biblio', row: plainBiblio({ id: 'b-x', title: 'Chimhoamixưa tên cũ' }) },
    ]);
    await publishRows(opened.db, [{ entity: 'biblio', row: plainBiblio({ id: 'b-x', title: 'Tên mới' }) }]);
    await titles(0, 10);
    const offer = await made(one);
    const raw = unpacked((await fetched(one, offer.id)).rawPayload);
    expect(raw.includes('Tên mới')).toBe(true);
    expect(raw.includes('Chimhoamixưa')).toBe(false);
    expect(raw.includes('chimhoamixua')).toBe(false);
  });

  it("holds nothing of another library's readers and restricted copies that its stations may not have", async () => {
    const one = await station('ST-1', 'lib-1');
    const hidden = ['Lýdokhoánay', '1987-06-05', 'MatThuChin', 'matthuchin', 'KHOKÍN.7'];
    await publishRows(opened.db, [
      {
        entity: 'patron',
        row: plainPatron(
          {
            id: 'p-2',
            name: 'Bạn đọc Thử Hai',
            birthDate: '1987-06-05',
            block: { until: 'endless', reason: 'Lýdokhoánay', at: '2026-11-01T08:00:00.000+07:00' },
          },
          'lib-2',
        ),
      },
      { entity: 'biblio', row: plainBiblio({ id: 'b-mat', title: 'MatThuChin' }) },
      { entity: 'item', row: plainItem({ id: 'KHOKÍN.7', biblio: 'b-mat', lending: 'restricted' }, 'lib-2') },
    ]);
    await titles(0, 10);
    const theirs = unpacked((await fetched(one, (await made(one)).id)).rawPayload);
    const two = await station('ST-2', 'lib-2');
    const own = unpacked((await fetched(two, (await made(two)).id)).rawPayload);
    expect(theirs.includes('Bạn đọc Thử Hai')).toBe(true);
    expect(hidden.filter((word) => theirs.includes(word))).toStrictEqual([]);
    expect(hidden.filter((word) => !own.includes(word))).toStrictEqual([]);
  });

  it('sends the range that is asked for, and all of it when the file is another', async () => {
    const one = await station('ST-1', 'lib-1');
    await titles(0, 10);
    const { id, sha256, bytes } = await made(one);
    const whole = (await fetched(one, id)).rawPayload;
    const range = { range: 'bytes=100-', 'if-range': `"${sha256}"` };
    const rest = await fetched(one, id, range);
    expect([rest.statusCode, rest.headers['content-range']]).toStrictEqual([
      206,
      `bytes 100-${bytes - 1}/${bytes}`,
    ]);
    expect(rest.rawPayload.equals(whole.subarray(100))).toBe(true);
    expect((await fetched(one, id, { ...range, 'if-range': '"other"' })).rawPayload.length).toBe(bytes);
    expect((await fetched(one, id, { range: `bytes=${bytes}-` })).statusCode).toBe(416);
    expect((await fetched(one, id, { range: 'bytes=5-9' })).rawPayload.equals(whole.subarray(5, 10))).toBe(
      true,
    );
  });

  it("offers none to a station that is near, has another version's mirror, or says nothing of its mirror", async () => {
    const one = await station('ST-1', 'lib-1');
    await titles(0, 10);
    const { pos } = await made(one);
    const { epoch } = await ask(one);
    for (const more of [
      {},
      { mirror: mirrorVersion + 1 },
      { mirror: mirrorVersion, epoch, cursor: pos - 10 },
    ])
      expect(await one.hello(more)).not.toHaveProperty('snapshot');
  });

  it("gives a library's file to no other library's station", async () => {
    const one = await station('ST-1', 'lib-1');
    const other = await station('ST-2', 'lib-2');
    await titles(0, 10);
    const { id } = await made(one);
    expect((await fetched(other, id)).statusCode).toBe(404);
    expect((await made(other)).id).not.toBe(id);
    expect((await fetched(one, 'nothing')).statusCode).toBe(404);
  });

  it('makes another when the newest is far behind or of a life that is over, and takes old ones away', async () => {
    const one = await station('ST-1', 'lib-1');
    await titles(0, 10);
    const first = await made(one);
    await titles(10, 40);
    expect((await ask(one)).snapshot?.id).toBe(first.id);
    await snapshots.idle();
    const second = (await ask(one)).snapshot;
    expect(second?.pos).toBeGreaterThan(first.pos);
    now += day;
    await end();
    await begin();
    expect(readdirSync(folder)).toHaveLength(1);
    await beginEpoch(opened.db, 'restored');
    const third = await made(await station('ST-3', 'lib-1'));
    expect(third.id).not.toBe(second?.id);
  });

  it('begins anew what a killed process left, and forgets rows whose file is gone', async () => {
    const one = await station('ST-1', 'lib-1');
    await titles(0, 10);
    const { id } = await made(one);
    await end();
    for (const file of readdirSync(folder)) rmSync(join(folder, file));
    writeFileSync(join(folder, 'x.zst.making.load'), 'left behind');
    await begin(null);
    expect(readdirSync(folder)).toStrictEqual([]);
    const again = await station('ST-1', 'lib-1');
    expect((await fetched(again, id)).statusCode).toBe(404);
    const offer = await made(again);
    expect(readFileSync(join(folder, `${offer.id}.zst`)).length).toBe(offer.bytes);
  });
});
