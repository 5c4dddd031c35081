import { describe, expect, it, onTestFinished } from 'vitest';
import type { DeviceState } from '../../contract/devices/drivers.ts';
import { openLine } from '../transport/open.ts';
import { fakePrograms, lpstat, recording } from '../transport/spooler/testing/fake-programs.ts';
import { drawerPulse, slipCommands } from './codec.ts';
import { createPrinterDevice } from './device.ts';
import { quick } from './testing/desk.ts';
import { bench, soon } from './testing/bench.ts';
import { drawn, loanSlip } from './testing/documents.ts';
import { inkOf } from './testing/decode.ts';

const config = {
  id: 'p1',
  kind: 'printer',
  name: 'Máy in',
  transport: { kind: 'spooler', printer: 'POS80' },
  dots: 384,
} as const;

function device() {
  const states: (readonly [string, string | null])[] = [];
  const onState = ({ health, problem }: DeviceState) => void states.push([health, problem]);
  const printer = createPrinterDevice({ config, openLine, onState, timing: quick });
  onTestFinished(() => printer.close());
  return { printer, states };
}

describe.runIf(process.platform !== 'win32')('a printer behind the system’s print queue', () => {
  it('gets each slip as one job, byte for byte, and says that it cannot say more', async () => {
    const { program, left } = fakePrograms();
    program('lpstat', lpstat('POS80'));
    program('lp', recording);
    const { printer, states } = device();
    expect(await printer.print('1', loanSlip)).toStrictEqual({ ok: true });
    const slip = Buffer.concat(slipCommands(await drawn(loanSlip, 384)));
    expect(left('input')?.equals(slip)).toBe(true);
    expect(states).toStrictEqual([
      ['connecting', null],
      ['ready', 'LT-2208'],
    ]);
    const { slip: paper, type } = await bench(384);
    type(left('input') ?? '');
    expect(inkOf(await paper())).toBeGreaterThan(1_000);
    expect(await printer.openDrawer(5)).toStrictEqual({ ok: true });
    expect(left('input')?.equals(drawerPulse(5))).toBe(true);
  });

  it('a refused slip has not begun and may be tried again; one cut off may have', async () => {
    const { program } = fakePrograms();
    program('lpstat', lpstat('POS80'));
    program('lp', 'exit 1');
    const { printer } = device();
    expect(await printer.print('1', loanSlip)).toStrictEqual({ ok: false, code: 'LT-2210', begun: false });
    program('lp', 'kill -9 $$');
    expect(await printer.print('1', loanSlip)).toStrictEqual({ ok: false, code: 'LT-2210', begun: true });
    program('lp', recording);
    await soon(async () => expect(await printer.print('1', loanSlip)).toStrictEqual({ ok: true }));
  });

  it('is lost while the system does not know it, and found when it does', async () => {
    const { program } = fakePrograms();
    program('lpstat', lpstat('Laser'));
    const { printer, states } = device();
    expect(await printer.print('1', loanSlip)).toStrictEqual({ ok: false, code: 'LT-2201', begun: false });
    expect(states.at(-1)).toStrictEqual(['lost', 'LT-2201']);
    program('lpstat', lpstat('Laser', 'POS80'));
    await soon(() => expect(states.at(-1)).toStrictEqual(['ready', 'LT-2208']));
  });
});
