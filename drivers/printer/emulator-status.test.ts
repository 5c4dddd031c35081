import { describe, expect, it } from 'vitest';
import { bitmapRows } from './bitmap.ts';
import { slipCommands } from './codec.ts';
import { statusQuestion, turnQuestion } from './status.ts';
import type { StatusQuestion } from './status.ts';
import { bench, bytesOf, cut, soon } from './testing/bench.ts';
import type { Bench } from './testing/bench.ts';
import { drawn, loanSlip } from './testing/documents.ts';

describe('what the printer says', () => {
  const ask = ({ printer, replies }: Bench, question: StatusQuestion): number | undefined => {
    replies.length = 0;
    printer.receive(statusQuestion(question));
    return replies[0];
  };

  it('answers at once, with the published bytes', async () => {
    const printer = await bench();
    expect([1, 2, 3, 4].map((n) => (n === 1 || n === 2 || n === 3 || n === 4 ? ask(printer, n) : 0))).toEqual(
      [0x12, 0x12, 0x12, 0x12],
    );
    printer.printer.change({ cover: 'open' });
    expect(ask(printer, 2)).toBe(0x16);
    printer.printer.change({ cover: 'closed', error: 'cutter' });
    expect(ask(printer, 3)).toBe(0x1a);
    printer.printer.change({ error: 'none', paper: 'near-end' });
    expect(ask(printer, 4)).toBe(0x1e);
    printer.printer.change({ paper: 'out' });
    expect(ask(printer, 2)).toBe(0x32);
    expect(ask(printer, 1)).toBe(0x1a);
    printer.printer.change({ talk: 'silent' });
    expect(ask(printer, 1)).toBeUndefined();
  });

  it('tells unasked once told to, and stops when told', async () => {
    const { printer, replies, type } = await bench();
    type([0x1d, 0x61, 0x0f]);
    await soon(() => expect(replies).toEqual([0x10, 0, 0, 0]));
    printer.change({ cover: 'open' });
    expect(replies.slice(4)).toEqual([0x38, 0, 0, 0]);
    printer.change({ cover: 'closed' });
    type(bytesOf('disable ASB'), turnQuestion);
    await soon(() => expect(replies).toHaveLength(13));
    printer.change({ cover: 'open' });
    expect(replies).toHaveLength(13);
  });

  it('stops in the middle of a picture when the roll ends, and goes on with a new roll', async () => {
    const printed = await drawn(loanSlip, 384);
    const { printer, replies, slip, type } = await bench(384, 1_000_000);
    printer.change({ rowsLeft: 100 });
    type(...slipCommands(printed), turnQuestion);
    await soon(() => expect(printer.condition().paper).toBe('out'));
    expect(replies).toEqual([]);
    printer.receive(statusQuestion(4));
    expect(replies).toEqual([0x7e]);
    printer.change({ paper: 'ok' });
    expect(bitmapRows(await slip(), 0, printed.height)).toEqual(printed);
    await soon(() => expect(replies).toEqual([0x7e, 0]));
  });

  it('says when its buffer is full and when there is room', async () => {
    const { printer } = await bench(384, 1_000);
    printer.change({ cover: 'open' });
    let drained = 0;
    printer.connect({ reply: () => {}, onDrain: () => (drained += 1) });
    expect(printer.receive(new Uint8Array(600))).toBe(true);
    expect(printer.receive(new Uint8Array(600))).toBe(false);
    printer.change({ cover: 'closed' });
    await soon(() => expect(drained).toBe(1));
  });

  it('drops its buffer and a recoverable error on DLE ENQ 2', async () => {
    const { printer, slip, type } = await bench(384);
    printer.change({ error: 'cutter' });
    type(
      'never printed\n',
      [0x1d, 0x76, 0x30, 0, 48, 0, 255, 0],
      bytesOf('DLE ENQ 2 recover, clearing buffers'),
    );
    expect(printer.condition().error).toBe('none');
    type('A\n', cut);
    expect((await slip()).height).toBe(30);
  });

  it('works slowly when it is slow', async () => {
    const { printer, slip, type } = await bench(384);
    printer.change({ bytesPerSecond: 200 });
    const before = performance.now();
    type('A\n', [0x1b, 0x40, 0x1b, 0x40, 0x1b, 0x40, 0x1b, 0x40], cut);
    await slip();
    expect(performance.now() - before).toBeGreaterThan(40);
  });
});
