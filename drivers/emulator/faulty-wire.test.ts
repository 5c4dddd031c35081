import { describe, expect, it } from 'vitest';
import { faultyWire, type WireFault } from './faulty-wire.ts';

function wired(...faults: readonly WireFault[]) {
  const out: string[] = [];
  const wire = faultyWire(
    (bytes) => out.push(Buffer.from(bytes).toString('hex')),
    () => out.push('unplugged'),
  );
  wire.next(...faults);
  return { out, send: (hex: string) => wire.send(Buffer.from(hex, 'hex')) };
}

describe('a wire with faults', () => {
  it.each<[string, readonly WireFault[], readonly string[]]>([
    ['none', [], ['0102030405', 'aabb']],
    ['in pieces', [{ kind: 'split', bytes: 2 }], ['0102', '0304', '05', 'aabb']],
    ['together with the next', [{ kind: 'hold' }], ['0102030405aabb']],
    ['a wrong bit', [{ kind: 'flip', at: 0 }], ['1102030405', 'aabb']],
    ['a wrong bit in its checksum', [{ kind: 'flip', at: -1 }], ['0102030415', 'aabb']],
    ['noise before it', [{ kind: 'before', bytes: Uint8Array.of(0xff) }], ['ff0102030405', 'aabb']],
    ['nothing', [{ kind: 'silence' }], ['aabb']],
    ['cut', [{ kind: 'cut', after: 2 }], ['0102', 'unplugged', 'aabb']],
    ['one after the other', [{ kind: 'silence' }, { kind: 'flip', at: 1 }], ['aaab']],
    ['held twice', [{ kind: 'hold' }, { kind: 'hold' }], []],
    ['held, then cut', [{ kind: 'hold' }, { kind: 'cut', after: 1 }], ['0102030405aa', 'unplugged']],
  ])('%s', (_, faults, expected) => {
    const { out, send } = wired(...faults);
    send('0102030405');
    send('aabb');
    expect(out).toEqual(expected);
  });

  it('does not change what the device keeps', () => {
    const bytes = Uint8Array.of(1, 2);
    const wire = faultyWire(() => undefined);
    wire.next({ kind: 'flip', at: 0 });
    wire.send(bytes);
    expect([...bytes]).toEqual([1, 2]);
  });
});
