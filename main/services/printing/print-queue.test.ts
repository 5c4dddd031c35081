import { describe, expect, it } from 'vitest';
import type { OutcomeCode } from '../../../domain/outcome.ts';
import type { SlipDocument } from '../../../contract/devices/slip.ts';
import { ordinaryMode } from '../../../contract/workstation/desk.ts';
import { testFolder } from '../../testing/folders.ts';
import { smallLibrary } from '../../testing/small-library.ts';
import { testDatabases } from '../../testing/station.ts';
import type { Databases } from '../../workers/start.ts';
import type { PrintQueue } from './print-queue.ts';
import { printQueue } from './print-queue.ts';

async function fill({ writer }: Databases): Promise<void> {
  const rows = smallLibrary.map((row) => ({ known: true, row }) as const);
  await writer.applyPage(rows, { epoch: 'e1', cursor: rows.length, includes: 0, freshAt: null });
}

/** Lends copies to THE-1 and gives the journal entries. */
async function lend({ writer }: Databases, ...copies: readonly string[]): Promise<number[]> {
  const scan = (text: string) => writer.scan({ text, patron: 'patron-THE-1', mode: ordinaryMode });
  const answers = await Promise.all(copies.map(scan));
  return answers.flatMap(({ entries }) => entries);
}

/** A queue over a printer that answers what the test says, and keeps the paper. */
function queueOver(
  { writer }: Databases,
  answer: () => OutcomeCode | null,
  begun = false,
): { queue: PrintQueue; paper: SlipDocument[] } {
  const paper: SlipDocument[] = [];
  const queue = printQueue({
    writer,
    printDocument: (document) => {
      const code = answer();
      if (code === null) paper.push(document);
      return Promise.resolve(code === null ? { ok: true } : { ok: false, code, begun });
    },
    onChange: () => {},
    onFailure: (error) => {
      throw error;
    },
  });
  return { queue, paper };
}

const words = (document: SlipDocument | undefined): string => JSON.stringify(document?.lines ?? []);

describe('the print queue', () => {
  it('prints what a session did, with due dates, and remembers that it did', async () => {
    const databases = await testDatabases();
    await fill(databases);
    const entries = await lend(databases, 'VV.1', 'VV.2');
    const { queue, paper } = queueOver(databases, () => null);
    const slip = await databases.writer.queueSlip({ patron: 'patron-THE-1', entries, print: true });
    await queue.print(slip ?? '');
    expect(paper).toHaveLength(1);
    expect(paper[0]?.reprint).toBe(false);
    for (const text of [
      'PHIẾU MƯỢN',
      'Bạn đọc Thử THE-1',
      'Dế Mèn phiêu lưu ký',
      'VV.2',
      'Hạn trả',
      'Tổng số: 2 tài liệu',
    ]) {
      expect(words(paper[0])).toContain(text);
    }
    expect(await queue.list()).toMatchObject([
      { state: 'printed', acts: 2, patronName: 'Bạn đọc Thử THE-1', problem: null },
    ]);
  });

  it('keeps a slip that failed, with the reason, and prints it by itself when the printer is well', async () => {
    const databases = await testDatabases();
    await fill(databases);
    const entries = await lend(databases, 'VV.1');
    let problem: OutcomeCode | null = 'LT-2202';
    const { queue, paper } = queueOver(databases, () => problem);
    const slip = await databases.writer.queueSlip({ patron: 'patron-THE-1', entries, print: true });
    await queue.print(slip ?? '');
    expect(await queue.list()).toMatchObject([{ state: 'failed', problem: 'LT-2202' }]);
    problem = null;
    queue.run();
    await queue.print('nothing-of-this-name');
    expect(paper).toHaveLength(1);
    expect(await queue.list()).toMatchObject([{ state: 'printed', problem: null }]);
  });

  it('marks the next print as a reprint when the paper ran out in the middle of the slip', async () => {
    const databases = await testDatabases();
    await fill(databases);
    const entries = await lend(databases, 'VV.1');
    let problem: OutcomeCode | null = 'LT-2202';
    const { queue, paper } = queueOver(databases, () => problem, true);
    const slip = (await databases.writer.queueSlip({ patron: 'patron-THE-1', entries, print: true })) ?? '';
    await queue.print(slip);
    problem = null;
    await queue.print(slip);
    expect(paper.map(({ reprint }) => reprint)).toStrictEqual([true]);
  });

  it('asks about a slip that was interrupted on paper, and goes on with the others by itself', async () => {
    const databases = await testDatabases();
    await fill(databases);
    const entries = await lend(databases, 'VV.1', 'VV.2');
    const queued = entries.map((entry) =>
      databases.writer.queueSlip({ patron: 'patron-THE-1', entries: [entry], print: true }),
    );
    const [torn = '', whole] = await Promise.all(queued);
    const broken = queueOver(databases, () => 'LT-2201', true);
    await broken.queue.print(torn ?? '');
    const { queue, paper } = queueOver(databases, () => null);
    queue.run();
    await queue.print('nothing-of-this-name');
    expect(paper.map((slip) => [slip.reprint, words(slip).includes('VV.2')])).toStrictEqual([[false, true]]);
    const shown = (await queue.list()).map(({ id, state, problem }) => [id, state, problem]);
    expect(shown).toStrictEqual([
      [whole, 'printed', null],
      [torn, 'failed', 'LT-2209'],
    ]);
    await queue.print(torn ?? '');
    expect(paper.map((slip) => slip.reprint)).toStrictEqual([false, true]);
  });

  it('prints by itself a slip that a person asked for again and that then never began', async () => {
    const databases = await testDatabases();
    await fill(databases);
    const entries = await lend(databases, 'VV.1');
    const slip = (await databases.writer.queueSlip({ patron: 'patron-THE-1', entries, print: true })) ?? '';
    await queueOver(databases, () => 'LT-2201', true).queue.print(slip);
    await queueOver(databases, () => 'LT-2202', false).queue.print(slip);
    const { queue, paper } = queueOver(databases, () => null);
    queue.run();
    await queue.print('nothing-of-this-name');
    expect(paper.map(({ reprint }) => reprint)).toStrictEqual([true]);
  });

  it('marks a second print of the same slip as a reprint', async () => {
    const databases = await testDatabases();
    await fill(databases);
    const entries = await lend(databases, 'VV.1');
    const { queue, paper } = queueOver(databases, () => null);
    const slip = (await databases.writer.queueSlip({ patron: 'patron-THE-1', entries, print: true })) ?? '';
    await queue.print(slip);
    await queue.print(slip);
    expect(paper.map(({ reprint }) => reprint)).toStrictEqual([false, true]);
  });

  it('keeps the mark when a reprint had to wait for paper', async () => {
    const databases = await testDatabases();
    await fill(databases);
    const entries = await lend(databases, 'VV.1');
    let problem: OutcomeCode | null = null;
    const { queue, paper } = queueOver(databases, () => problem);
    const slip = (await databases.writer.queueSlip({ patron: 'patron-THE-1', entries, print: true })) ?? '';
    await queue.print(slip);
    problem = 'LT-2202';
    await queue.print(slip);
    problem = null;
    queue.run();
    await queue.print('nothing-of-this-name');
    expect(paper.map(({ reprint }) => reprint)).toStrictEqual([false, true]);
  });

  it('offers, after a restart, the slip that waited and the acts that never had one, and prints neither by itself', async () => {
    const folder = testFolder();
    const first = await testDatabases(folder);
    await fill(first);
    const entries = await lend(first, 'VV.1');
    await first.writer.queueSlip({ patron: 'patron-THE-1', entries, print: true });
    await lend(first, 'VV.2', 'VV.3');
    await first.close();

    const second = await testDatabases(folder);
    const { queue, paper } = queueOver(second, () => null);
    const offered = await queue.list();
    expect(offered.map(({ state, interrupted, acts }) => [state, interrupted, acts])).toStrictEqual([
      ['waiting', true, 2],
      ['waiting', true, 1],
    ]);
    queue.run();
    await queue.dismiss(offered[1]?.id ?? '');
    expect(paper).toHaveLength(0);
    await queue.print(offered[0]?.id ?? '');
    expect(paper.map(({ reprint }) => reprint)).toStrictEqual([true]);
    await second.close();

    const third = await testDatabases(folder);
    const left = await third.writer.slips();
    expect(left.map(({ state }) => state)).toStrictEqual(['printed', 'dismissed']);
  });

  it('does not certify the return of a copy that nobody had', async () => {
    const databases = await testDatabases();
    await fill(databases);
    await lend(databases, 'VV.1');
    const scan = (text: string) => databases.writer.scan({ text, patron: null, mode: ordinaryMode });
    const answers = [await scan('VV.1'), await scan('VV.2')];
    const entries = answers.flatMap((answer) => answer.entries);
    expect(entries).toHaveLength(2);
    const slip = await databases.writer.queueSlip({ patron: null, entries, print: true });
    const content = (await databases.writer.slip(slip ?? ''))?.content;
    expect(content?.data).toMatchObject({ kind: 'return', items: [{ barcode: 'VV.1', returned: true }] });
    expect(
      await databases.writer.queueSlip({ patron: null, entries: entries.slice(1), print: true }),
    ).toBeNull();
  });

  it('makes no slip of a session in which nothing was done', async () => {
    const databases = await testDatabases();
    expect(await databases.writer.queueSlip({ patron: null, entries: [], print: true })).toBeNull();
  });

  it('prints what is left of a session, and nothing when all of it was taken back', async () => {
    const databases = await testDatabases();
    await fill(databases);
    const [first = 0, second = 0] = await lend(databases, 'VV.1', 'VV.2');
    const slip =
      (await databases.writer.queueSlip({ patron: 'patron-THE-1', entries: [first], print: true })) ?? '';
    const other =
      (await databases.writer.queueSlip({ patron: 'patron-THE-1', entries: [second], print: true })) ?? '';
    await databases.writer.undo(null);
    // Taken back while the slip was already on its way to the printer.
    await databases.writer.setSlipState(other, 'failed', 'LT-2202');
    const { queue, paper } = queueOver(databases, () => null);
    queue.run();
    await queue.print('nothing-of-this-name');
    expect(paper).toHaveLength(1);
    expect(words(paper[0])).toContain('VV.1');
    const states = (await queue.list()).map(({ id, state }) => [id, state]);
    expect(states).toStrictEqual([
      [other, 'dismissed'],
      [slip, 'printed'],
    ]);
  });

  it('prints the slip of an act by itself, as soon as the printer is asked', async () => {
    const databases = await testDatabases();
    await fill(databases);
    const scanned = await databases.writer.scan({ text: 'XA.1', patron: null, mode: ordinaryMode });
    expect(scanned.slips).toHaveLength(1);
    const { queue, paper } = queueOver(databases, () => null);
    queue.run();
    await queue.print('nothing-of-this-name');
    expect(paper).toHaveLength(1);
    for (const text of ['CHUYỂN ĐẾN', 'Thư viện Thử nghiệm B', 'XA.1', 'Trả về thư viện sở hữu'])
      expect(words(paper[0])).toContain(text);
    expect(await queue.list()).toMatchObject([{ kind: 'transit', state: 'printed', acts: 1 }]);
  });
});
