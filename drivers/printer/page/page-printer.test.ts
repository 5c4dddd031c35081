import { describe, expect, it, onTestFinished } from 'vitest';
import type { DeviceState } from '../../../contract/devices/drivers.ts';
import { fakePrograms, lpstat, recording } from '../../transport/spooler/testing/fake-programs.ts';
import { soon } from '../testing/bench.ts';
import { decodeBarcode } from '../testing/decode.ts';
import { loanSlip } from '../testing/documents.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { createPagePrinter } from './page-printer.ts';

const office = { kind: 'spooler', printer: 'Laser' } as const;

function pagePrinter(transport: { kind: 'tcp'; host: string; port: number } | typeof office = office) {
  const states: (readonly [string, string | null])[] = [];
  const printer = createPagePrinter({
    config: {
      id: 'p1',
      kind: 'printer',
      name: 'Máy in',
      transport,
      dots: 576,
      text: { mode: 'page', size: 'A5' },
    },
    size: 'A5',
    onState: ({ health, problem }: DeviceState) => void states.push([health, problem]),
    onFault: () => undefined,
  });
  onTestFinished(() => printer.close());
  return { printer, states };
}

describe.runIf(process.platform !== 'win32')('a desk whose printer is an office printer', () => {
  it('prints slips as pages and says that it cannot say more', async () => {
    const { program, left } = fakePrograms();
    program('lpstat', lpstat('Laser'));
    program('lp', recording);
    const { printer, states } = pagePrinter();
    expect(await printer.print('1', loanSlip)).toStrictEqual({ ok: true });
    expect(left('args')?.toString()).toContain('\nmedia=A5\n');
    const [page] = readPdf(left('input') ?? new Uint8Array()).pictures;
    expect(page && decodeBarcode(page).text).toBe('DTP-00012345');
    await soon(() =>
      expect(states).toStrictEqual([
        ['connecting', null],
        ['ready', 'LT-2208'],
      ]),
    );
    program('lp', 'exit 1');
    expect(await printer.print('2', loanSlip)).toStrictEqual({ ok: false, code: 'LT-2210', begun: false });
  });

  it('has no drawer and no letters of its own, and needs a print queue', async () => {
    fakePrograms().program('lpstat', lpstat('POS80'));
    const { printer, states } = pagePrinter();
    const cannot = { ok: false, code: 'LT-2211', begun: false };
    expect(await printer.openDrawer(2)).toStrictEqual(cannot);
    expect(await printer.selfTest('1')).toStrictEqual(cannot);
    await soon(() => expect(states.at(-1)).toStrictEqual(['lost', 'LT-2210']));
    const other = pagePrinter({ kind: 'tcp', host: '127.0.0.1', port: 9 });
    expect(await other.printer.print('1', loanSlip)).toStrictEqual(cannot);
    expect(other.states.at(-1)).toStrictEqual(['lost', 'LT-2211']);
  });
});
