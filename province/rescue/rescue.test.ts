import pino from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { rescuePath } from '../../contract/sync/rescue.ts';
import { createServer } from '../server.ts';
import { createHeadSignal } from '../sync/head-signal.ts';
import { lend } from '../testing/drafts.ts';
import { describeProvince } from '../testing/province.ts';
import { imported, rescueText } from '../testing/rescue.ts';
import type { TestStation } from '../testing/station.ts';
import { journalOf, loansOf } from '../testing/stored.ts';

function lent(station: TestStation, copies: number): void {
  for (let copy = 1; copy <= copies; copy += 1) station.record(lend(`i${copy}`));
}

describeProvince('a rescue file', (province) => {
  it('is taken in, twice, before and after the station pushes, and every fact counts once', async () => {
    const station = await province().station('ST-1');
    lent(station, 5);
    await station.push(station.journal.slice(0, 2));
    const text = rescueText(station, station.journal.slice(2, 4));
    expect(await imported(province(), text)).toMatchObject({ added: 2, held: 0, left: 0, whole: true });
    expect(await imported(province(), text)).toMatchObject({ added: 0, held: 2, left: 0, whole: true });
    expect((await station.push()).json()).toMatchObject({ acked: { seq: 5 } });
    expect(await imported(province(), text)).toMatchObject({ added: 0, held: 2, left: 0 });
    expect(await journalOf(province().db, station)).toHaveLength(5);
    expect(await loansOf(province().db)).toHaveLength(5);
    expect(await station.hello()).toMatchObject({ action: 'proceed', acked: { seq: 5 } });
  });

  it('brings journals of several incarnations, in one file, in chunks', async () => {
    const old = await province().station('ST-1');
    lent(old, 3);
    const present = old.reborn('inc-2');
    for (let copy = 1; copy <= 520; copy += 1) present.recordText(factText(present, copy));
    const report = await imported(province(), rescueText(present, [...old.journal, ...present.journal]));
    expect(report).toMatchObject({ added: 523, left: 0, journals: [{ acked: 3 }, { acked: 520 }] });
  });

  it('gives what is readable of each journal, and says where each ended', async () => {
    const old = await province().station('ST-1');
    lent(old, 4);
    const present = old.reborn('inc-2');
    lent(present, 4);
    const lines = rescueText(present, [...old.journal, ...present.journal]).split('\n');
    // Lines 4 and 8 of the file: the third fact of each journal.
    lines[3] = lines[3]?.replace('"hash":"', '"hash":"x') ?? '';
    lines[7] = lines[7]?.replace('Quầy 1', 'Quầy 2') ?? '';
    expect(await imported(province(), lines.join('\n'))).toStrictEqual({
      station: 'ST-1',
      added: 4,
      held: 0,
      left: 4,
      journals: [
        { inc: 'inc-1', added: 2, acked: 2, ended: { line: 4, why: 'damaged' } },
        { inc: 'inc-2', added: 2, acked: 2, ended: { line: 8, why: 'wrong-hash' } },
      ],
      whole: false,
    });
  });

  it('that was cut off anywhere brings what came before, and whole later brings the rest', async () => {
    const station = await province().station('ST-1');
    lent(station, 3);
    const text = rescueText(station);
    const cut = text.slice(0, Math.floor(text.length * 0.75));
    expect(await imported(province(), cut)).toMatchObject({ added: 2, left: 1, whole: false });
    expect(await imported(province(), text)).toMatchObject({ added: 1, held: 2, left: 0, whole: true });
  });

  it('that begins behind what the province has says that facts are missing between', async () => {
    const station = await province().station('ST-1');
    lent(station, 4);
    await station.push(station.journal.slice(0, 1));
    const answer = await imported(province(), rescueText(station, station.journal.slice(2)));
    expect(answer).toStrictEqual({ refused: 'nothing-usable', station: 'ST-1', why: 'gap' });
    expect(await imported(province(), rescueText(station))).toMatchObject({ added: 3, held: 1 });
  });

  it('of a copied station stops where the two journals part', async () => {
    const station = await province().station('ST-1');
    lent(station, 2);
    const copy = station.clone();
    station.record(lend('i8'));
    copy.record(lend('i9'));
    await station.push();
    expect(await imported(province(), rescueText(copy))).toMatchObject({
      held: 2,
      left: 1,
      journals: [{ ended: { line: 4, why: 'forked' } }],
    });
  });

  it('is refused when it is none, of an unknown station, or none of its sums is right', async () => {
    const station = await province().station('ST-1');
    lent(station, 2);
    const text = rescueText(station);
    const none = { refused: 'not-a-rescue-file', station: null, why: null };
    for (const nonsense of ['', '\n', 'x', '{}', '{"rescue":2}\n', text.slice(100), '\u0000'.repeat(5_000)])
      expect(await imported(province(), nonsense)).toStrictEqual(none);
    expect(await imported(province(), text.replace('"station":"ST-1"', '"station":"ST-9"'))).toStrictEqual({
      refused: 'unknown-station',
      station: 'ST-9',
      why: null,
    });
    const nothing = { refused: 'nothing-usable', station: 'ST-1', why: 'wrong-hash' };
    expect(await imported(province(), text.replaceAll('Quầy 1', 'Quầy 7'))).toStrictEqual(nothing);
    const other = { ...station, name: 'ST-1' };
    const foreign = station.journal.map((line) => ({ ...line, prev: 'f'.repeat(64) }));
    expect(await imported(province(), rescueText(other, foreign))).toStrictEqual(nothing);
    expect(await journalOf(province().db, station)).toHaveLength(0);
  });

  it('comes over HTTP from whoever has the token of the administrator, and from nobody else', async () => {
    const station = await province().station('ST-1');
    lent(station, 3);
    const signal = createHeadSignal();
    const poked: number[] = [];
    onTestFinished(signal.subscribe((head) => poked.push(head)));
    const serve = (adminToken: string | null) =>
      createServer({
        db: province().db,
        signal,
        now: province().now,
        logger: pino({ level: 'silent' }),
        hosts: [],
        bearerKeys: false,
        adminToken,
      });
    const send = (app: ReturnType<typeof serve>, authorization: string, type = 'application/x-ndjson') =>
      app.inject({
        method: 'POST',
        url: rescuePath,
        headers: { authorization, 'content-type': type },
        payload: rescueText(station),
      });
    const shut = serve(null);
    expect((await send(shut, 'Bearer ')).statusCode).toBe(403);
    const open = serve('a-token-of-the-administrator');
    onTestFinished(async () => void (await Promise.all([shut.close(), open.close()])));
    expect((await send(open, 'Bearer a-token-of-the-administratoR')).statusCode).toBe(401);
    expect((await send(open, 'Bearer a-token-of-the-administrator', 'text/plain')).statusCode).toBe(415);
    const done = await send(open, 'Bearer a-token-of-the-administrator');
    expect(done.statusCode).toBe(200);
    expect(done.json()).toMatchObject({ station: 'ST-1', added: 3, whole: true });
    expect(poked).toHaveLength(1);
  });
});

/** A fact of a kind that this version does not know: kept, and quick to take in. */
function factText(station: TestStation, seq: number): string {
  return JSON.stringify({
    v: 1,
    id: `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
    station: station.name,
    inc: station.inc,
    seq,
    kind: 'loan.checked-out',
    kv: 1,
    at: '2026-11-22T08:00:00.000+07:00',
    clock: { boot: 'b', mono: seq, offset: null },
    actor: 'thu-thu',
    desk: 'Quầy 1',
    basis: { epoch: null, cursor: 0, policy: null },
    body: lend(`j${seq}`).body,
  });
}
