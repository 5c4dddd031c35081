import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../../main/testing/folders.ts';
import { startCluster } from './cluster.ts';
import { pairsOf } from './library.ts';
import { dice } from './machine.ts';
import type { FaultProvince } from './province.ts';
import { faultProvince } from './province.ts';
import type { FaultStation } from './station.ts';
import { faultStation } from './station.ts';
import type { Recorded } from './whole.ts';
import { expectWhole, journalOf, settle } from './whole.ts';

/** What a desk may do that has forgotten acts of which the province knows. */
const followUps = ['double-loan', 'unknown-loan', 'returned-other-loan'];

/** The journal as it is now, in a folder of its own. */
function picture({ folder }: FaultStation): readonly Recorded[] {
  const copy = testFolder();
  for (const suffix of ['', '-wal'])
    copyFileSync(join(folder, `journal.db${suffix}`), join(copy, `journal.db${suffix}`));
  return journalOf(copy).facts;
}

/** How often the journal says that it went on under another name, by the reason. */
function lives({ folder }: FaultStation): { readonly forked: number; readonly damaged: number } {
  const db = new Database(join(folder, 'journal.db'), { readonly: true });
  const count = db.prepare<[string], { count: number }>(
    'select count(distinct fact_id) as count from journal where kind = ?',
  );
  const found = {
    forked: count.get('station.forked')?.count ?? 0,
    damaged: count.get('journal.damaged')?.count ?? 0,
  };
  db.close();
  return found;
}

/** Nonsense in every second page but the first, as they are without the log. */
function overwritePages(path: string, roll: (sides: number) => number): void {
  const db = new Database(path);
  db.pragma('wal_checkpoint(truncate)');
  db.close();
  const bytes = readFileSync(path);
  for (let page = 1; page * 4096 < bytes.length; page += 2)
    for (let at = page * 4096; at < Math.min((page + 1) * 4096, bytes.length); at += 1) bytes[at] = roll(256);
  writeFileSync(path, bytes);
}

async function twoStations(): Promise<{
  readonly province: FaultProvince;
  readonly hurt: FaultStation;
  readonly other: FaultStation;
}> {
  const cluster = await startCluster();
  const province = await faultProvince({ url: cluster.url });
  const [hurt, other] = [await faultStation(province, 'ST-1'), await faultStation(province, 'ST-2')];
  await province.start();
  for (const station of [hurt, other]) {
    await station.start();
    await station.until('is online', ({ state }) => state === 'online');
  }
  for (const pair of pairsOf(1)) await hurt.acts(pair, true);
  await hurt.until('has sent everything', ({ unsent }) => unsent === 0);
  return { province, hurt, other };
}

/** What was written and is neither in the journal nor at the province now. */
async function missing(
  province: FaultProvince,
  hurt: FaultStation,
  written: readonly Recorded[],
): Promise<{ readonly lost: readonly Recorded[]; readonly onlyThere: readonly Recorded[] }> {
  const here = new Set(journalOf(hurt.folder).facts.map(({ id }) => id));
  const there = await province.look(async ({ db }) => {
    const facts = await db.selectFrom('fact').select('id').execute();
    return new Set(facts.map(({ id }) => id));
  });
  const gone = written.filter(({ id }) => !here.has(id));
  return {
    lost: gone.filter(({ id }) => !there.has(id)),
    onlyThere: gone.filter(({ id }) => there.has(id)),
  };
}

describe('bytes that change under a station', () => {
  it('a page of the journal: only what stood in it is lost, and the province is told', async () => {
    const { province, hurt, other } = await twoStations();
    await province.kill('SIGTERM');
    for (const pair of pairsOf(1)) await hurt.acts(pair, true);
    await hurt.kill('SIGTERM');
    const path = join(hurt.folder, 'journal.db');
    const written = journalOf(hurt.folder).facts;
    const bytes = readFileSync(path);
    const pages = Array.from({ length: bytes.length / 4096 }, (_, page) => page).filter((page) =>
      bytes.subarray(page * 4096, (page + 1) * 4096).includes('"kind":"loan.'),
    );
    const page = pages.at(-3) ?? 0;
    const stood = bytes.subarray(page * 4096, (page + 1) * 4096).toString('latin1');
    bytes.fill(0x5a, page * 4096, (page + 1) * 4096);
    writeFileSync(path, bytes);
    await hurt.start();
    expect(await hurt.codes()).toContain('LT-3113');
    for (const pair of pairsOf(1).slice(0, 3)) await hurt.acts(pair, true);
    await province.start();
    await settle(province, [hurt, other]);
    const { lost, onlyThere } = await missing(province, hurt, written);
    process.stderr.write(`a page: ${lost.length} facts lost, ${onlyThere.length} only at the province\n`);
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.length).toBeLessThan(12);
    expect(lost.every(({ id }) => stood.includes(id))).toBe(true);
    expect(lives(hurt)).toStrictEqual({ forked: 0, damaged: 1 });
    const names = [...lost, ...onlyThere].map(({ name }) => name).filter((name) => hurt.shown.includes(name));
    await expectWhole(province, [hurt, other], {
      lost: names,
      orphans: onlyThere.length,
      exceptions: ['journal-damaged'],
      mayFollow: followUps,
    });
  });

  it('the mirror, found at the start after a crash: it is fetched again, and nothing is lost', async () => {
    const { province, hurt, other } = await twoStations();
    const roll = dice(3104);
    for (let round = 0; round < 3; round += 1) {
      await hurt.kill('SIGKILL');
      overwritePages(join(hurt.folder, 'mirror.db'), roll);
      await hurt.start();
      expect(await hurt.codes()).toContain('LT-3104');
      await hurt.until('is online', ({ state }) => state === 'online');
      for (const pair of pairsOf(1).slice(0, 4)) await hurt.acts(pair, true);
    }
    await settle(province, [hurt, other]);
    await expectWhole(province, [hurt, other], { exceptions: [] });
  });

  it('the mirror, found by an act after a clean stop: the act says so, the program ends, and its next start mends it', async () => {
    const { province, hurt, other } = await twoStations();
    await hurt.kill('SIGTERM');
    const mirror = new Database(join(hurt.folder, 'mirror.db'));
    // Bytes inside texts: no check of pages finds them, and the start does not read these readers.
    mirror.exec("update patron set row = '{' || row where id like 'patron-LOI-2-%'");
    mirror.close();
    await hurt.start();
    expect(await hurt.codes()).not.toContain('LT-3104');
    const working = (async () => {
      for (const pair of pairsOf(2)) await hurt.acts(pair, true);
    })();
    working.catch(() => {});
    await hurt.ended();
    expect(hurt.toldCodes()).toContain('LT-3114');
    await hurt.kill('SIGKILL');
    await hurt.start();
    expect(await hurt.codes()).toContain('LT-3104');
    await hurt.until('is online', ({ state }) => state === 'online');
    for (const pair of pairsOf(1)) await hurt.acts(pair, true);
    await settle(province, [hurt, other]);
    await expectWhole(province, [hurt, other], { exceptions: [] });
  });

  it('the mirror, found by the start itself: it is mended before the desk opens', async () => {
    const { province, hurt, other } = await twoStations();
    await hurt.kill('SIGTERM');
    const mirror = new Database(join(hurt.folder, 'mirror.db'));
    mirror.exec("update patron set row = '{' || row");
    mirror.close();
    await hurt.start();
    expect(await hurt.codes()).toContain('LT-3104');
    await settle(province, [hurt, other]);
    await expectWhole(province, [hurt, other], { exceptions: [] });
  });

  it('logs cut at random places: the end of what was not sent is lost and nothing else, and what was sent is kept apart', async () => {
    const { province, hurt, other } = await twoStations();
    const roll = dice(20261126);
    const lostNames: string[] = [];
    let onlyAtProvince = 0;
    let forgottenForks = 0;
    for (let round = 0; round < 6; round += 1) {
      if (round % 2 === 1) await province.kill('SIGTERM');
      for (const pair of pairsOf(1).slice(0, 3)) await hurt.acts(pair, true);
      if (round % 2 === 0) await hurt.until('has sent everything', ({ unsent }) => unsent === 0);
      await hurt.kill('SIGKILL');
      const written = picture(hurt);
      for (const file of ['journal.db-wal', 'mirror.db-wal']) {
        const log = join(hurt.folder, file);
        truncateSync(log, roll(statSync(log).size));
      }
      await hurt.start();
      if (round % 2 === 1) await province.start();
      await hurt.until('has sent everything', ({ state, unsent }) => state === 'online' && unsent === 0);
      const kept = new Set(journalOf(hurt.folder).facts.map(({ id }) => id));
      const firstGone = written.findIndex(({ id }) => !kept.has(id));
      // What is gone is an end: nothing in the middle.
      const end = firstGone < 0 ? [] : written.slice(firstGone);
      expect(end.filter(({ id }) => kept.has(id))).toStrictEqual([]);
      const { lost, onlyThere } = await missing(province, hurt, written);
      expect(round % 2 === 0 ? lost : []).toStrictEqual([]);
      lostNames.push(...[...lost, ...onlyThere].map(({ name }) => name));
      onlyAtProvince += onlyThere.length;
      forgottenForks += onlyThere.filter(({ name }) => name.startsWith('station.forked')).length;
    }
    await settle(province, [hurt, other]);
    const { forked, damaged } = lives(hurt);
    process.stderr.write(
      `logs cut: ${lostNames.length} facts gone from the journal, ${onlyAtProvince} of them only at the province; ${forked} + ${forgottenForks} forks\n`,
    );
    expect(damaged).toBe(0);
    await expectWhole(province, [hurt, other], {
      lost: lostNames.filter((name) => hurt.shown.includes(name)),
      orphans: onlyAtProvince,
      exceptions: Array.from({ length: forked + forgottenForks }, () => 'station-forked'),
      mayFollow: followUps,
    });
  });
});
