import { afterEach, describe, expect, it, vi } from 'vitest';
import { epcOf } from './emulator/field.ts';
import { feig, hfBook, m100, patient, runReader, uhfBook } from './testing/run-device.ts';

const running: { close(): void }[] = [];
afterEach(() => {
  for (const reader of running.splice(0)) reader.close();
});
const run: typeof runReader = async (...args) => {
  const reader = await runReader(...args);
  running.push(reader);
  return reader;
};
const silence = { kind: 'silence' } as const;
const pile = Array.from({ length: 10 }, (_, index) => `VV.00000${index}`);
/** More than a tag may miss before it has left. */
const enough = 7;

describe.each(['serial', 'tcp'] as const)('a FEIG reader at the desk over %s', (kind) => {
  it('tells every tag of a pile once, one by one, and those that leave', async () => {
    const reader = await run(kind, feig);
    await reader.becomes('ready');
    reader.field.put(...pile.map(hfBook));
    await vi.waitUntil(() => reader.tags.length >= 10, patient);
    expect(reader.tags.every(({ kind: what, security }) => what === 'item' && security === 'on')).toBe(true);
    const [first] = reader.tags;
    reader.field.take(first?.address ?? '');
    await vi.waitUntil(() => reader.left.length > 0, patient);
    expect(reader.left).toEqual([first?.address]);
    expect(reader.codes()).toEqual(pile);
    expect(reader.states).toEqual(['connecting', 'ready']);
  });

  it('secures and releases, and believes the tag only', async () => {
    const reader = await run(kind, feig);
    const book = hfBook('VV.000001', 1);
    reader.field.put(book);
    await vi.waitUntil(() => reader.tags.length === 1, patient);
    expect(await reader.device.secure('VV.000001', 'off')).toEqual([{ address: book.uid, failure: null }]);
    expect(book.afi).toBe(0xc2);
    expect(await reader.device.secure('VV.000001', 'on')).toEqual([{ address: book.uid, failure: null }]);
    expect(book.afi).toBe(0x07);
    book.faults = { ...book.faults, securityStuck: true };
    expect(await reader.device.secure('VV.000001', 'off')).toEqual([
      { address: book.uid, failure: 'refused' },
    ]);
    expect(await reader.device.secure('VV.999999', 'off')).toEqual([]);
  });

  it('tells a tag that leaves between reading and writing', async () => {
    const reader = await run(kind, feig);
    const book = hfBook('VV.000001', 1);
    reader.field.put(book);
    await vi.waitUntil(() => reader.tags.length === 1, patient);
    // It answers what it says now, and is gone before the write.
    book.faults = { ...book.faults, leavesAfter: 1 };
    expect(await reader.device.secure('VV.000001', 'off')).toEqual([
      { address: book.uid, failure: 'no-tag' },
    ]);
    expect(book.afi).toBe(0x07);
  });
});

describe('a tag that answers badly', () => {
  it('is told as unreadable once, after three tries', async () => {
    const reader = await run('tcp', feig);
    const book = hfBook('VV.000001', 1);
    book.faults = { ...book.faults, weak: true };
    reader.field.put(book);
    await vi.waitUntil(() => reader.tags.length === 1, patient);
    await reader.rounds(enough);
    expect(reader.tags).toMatchObject([{ address: book.uid, kind: 'unreadable', code: null }]);
  });
});

describe('a reader that falls silent', () => {
  it('is degraded, and ready again when it answers', async () => {
    const reader = await run('tcp', feig, {}, { timeoutMs: 60 });
    await reader.becomes('ready');
    reader.line.wire.next(...Array.from({ length: 6 }, () => silence));
    await reader.becomes('degraded LT-2105');
    await reader.becomes('ready');
    reader.field.put(hfBook('VV.000001', 1));
    await vi.waitUntil(() => reader.tags.length === 1, patient);
    expect(reader.states).toEqual(['connecting', 'ready', 'degraded LT-2105', 'ready']);
  });

  it('that never answered is degraded from the start', async () => {
    const reader = await run('tcp', feig, {}, { timeoutMs: 60 });
    reader.line.wire.next(...Array.from({ length: 40 }, () => silence));
    await reader.becomes('degraded LT-2105');
    expect(reader.states).toEqual(['connecting', 'degraded LT-2105']);
  });
});

describe('an alliance tag, whose EPC changes on loan', () => {
  it('is the same tag before and after', async () => {
    const reader = await run('tcp', m100, { security: 'alliance' });
    const book = uhfBook('VV000001');
    reader.field.put(book);
    await vi.waitUntil(() => reader.tags.length === 1, patient);
    const told = reader.tags[0]?.address;
    const [off] = await reader.device.secure('VV000001', 'off');
    expect(off).toEqual({ address: epcOf(book), failure: null });
    expect(epcOf(book)).not.toBe(told);
    // Rounds enough for the old address to have left and for the new one to have come.
    await reader.rounds(enough);
    expect(reader.codes()).toEqual(['VV000001']);
    expect(reader.left).toEqual([]);
    reader.field.clear();
    await vi.waitUntil(() => reader.left.length > 0, patient);
    // Under the address that it was told by: nobody else knows it by another.
    expect(reader.left).toEqual([told]);
  });

  it('that acknowledged and kept its flag has refused', async () => {
    const reader = await run('tcp', m100, { security: 'alliance' });
    const book = uhfBook('VV000001');
    reader.field.put(book);
    await vi.waitUntil(() => reader.tags.length === 1, patient);
    book.faults = { ...book.faults, securityStuck: true };
    const before = epcOf(book);
    expect(await reader.device.secure('VV000001', 'off')).toEqual([{ address: before, failure: 'refused' }]);
    expect(epcOf(book)).toBe(before);
  });

  it('whose answer was lost after the write took is found done, and told no second time', async () => {
    const reader = await run('tcp', m100, { security: 'alliance' });
    const book = uhfBook('VV000001');
    reader.field.put(book);
    await vi.waitUntil(() => reader.tags.length === 1, patient);
    const told = epcOf(book);
    const { writeUhf } = reader.field;
    Object.assign(reader.field, {
      writeUhf: (...args: Parameters<typeof writeUhf>) => {
        reader.line.wire.next(silence);
        return writeUhf(...args);
      },
    });
    expect(await reader.device.secure('VV000001', 'off')).toEqual([{ address: epcOf(book), failure: null }]);
    expect(epcOf(book)).not.toBe(told);
    await reader.rounds(enough);
    expect(reader.codes()).toEqual(['VV000001']);
  });
});

describe('unplugged during a pile of 10', () => {
  it('says so within a second, recovers by itself, and tells every tag again', async () => {
    const reader = await run('serial', feig);
    await reader.becomes('ready');
    const books = pile.map(hfBook);
    reader.field.put(...books);
    await vi.waitUntil(() => reader.tags.length >= 3, patient);
    const pulled = performance.now();
    reader.line.unplug();
    await reader.becomes('lost LT-2104');
    expect(performance.now() - pulled).toBeLessThan(1_000);
    const before = reader.tags.length;
    expect(reader.left).toEqual(reader.tags.map(({ address }) => address));
    await reader.line.plug();
    await reader.becomes('ready');
    await vi.waitUntil(() => reader.tags.length >= before + 10, patient);
    expect(reader.codes().slice(before)).toEqual(pile);
    expect(books.every(({ afi }) => afi === 0x07)).toBe(true);
  });

  it('answers line-lost for the tags that are being released, and each tag is whole', async () => {
    const reader = await run('serial', feig);
    const books = pile.map(hfBook);
    reader.field.put(...books);
    await vi.waitUntil(() => reader.tags.length >= 10, patient);
    const answers = pile.map((code) => reader.device.secure(code, 'off'));
    await answers[2];
    reader.line.unplug();
    const results = await Promise.all(answers);
    const failures = results.map(([result]) => (result === undefined ? 'gone' : result.failure));
    expect(failures.slice(0, 3)).toEqual([null, null, null]);
    expect(failures[9]).not.toBe(null);
    expect(failures).toContain('line-lost');
    for (const { afi } of books) expect([0x07, 0xc2]).toContain(afi);
    const done = books.filter((_, index) => failures[index] === null);
    expect(done.map(({ afi }) => afi)).toEqual(done.map(() => 0xc2));
    await reader.line.plug();
    await vi.waitUntil(() => reader.tags.length >= 20, patient);
    // What the tag says is read again: a write that took without an answer is known for what it is.
    for (const { address, security } of reader.tags.slice(-10))
      expect(security).toBe(books.find(({ uid }) => uid === address)?.afi === 0xc2 ? 'off' : 'on');
  });

  it('closed, it tells that its tags have left and nothing more', async () => {
    const reader = await run('tcp', feig);
    reader.field.put(hfBook('VV.000001', 1));
    await vi.waitUntil(() => reader.tags.length === 1, patient);
    reader.device.close();
    expect(reader.left).toEqual(reader.tags.map(({ address }) => address));
    expect(await reader.device.secure('VV.000001', 'off')).toEqual([]);
    expect(reader.states).toEqual(['connecting', 'ready']);
  });
});
