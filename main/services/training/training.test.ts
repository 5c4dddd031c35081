import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeviceConfig } from '../../../contract/devices/config.ts';
import type { FromVirtual, ToVirtual } from '../../../contract/devices/drivers.ts';
import type { FarEnd } from '../../testing/channel-pair.ts';
import { farEnd } from '../../testing/channel-pair.ts';
import { trainingOver } from './training.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const printerOn = (port: number): FromVirtual => ({
  type: 'ready',
  devices: [
    {
      id: 'p',
      kind: 'printer',
      dots: 576,
      name: 'Máy in ảo',
      transport: { kind: 'tcp', host: '127.0.0.1', port },
    },
  ],
});

describe('the virtual devices from the core', () => {
  it('are started again when their process dies, plugged in and with paper, on their new lines', () => {
    const launched: FarEnd<FromVirtual, ToVirtual>[] = [];
    const configured: (readonly DeviceConfig[])[] = [];
    const training = trainingOver({
      launch: () => {
        const end = farEnd<FromVirtual, ToVirtual>();
        launched.push(end);
        return end.near;
      },
      paperFolder: 'paper',
      onDevices: (devices) => configured.push(devices),
      onChange: () => {},
    });
    launched[0]?.say(printerOn(1));
    launched[0]?.say({ type: 'plugged', device: 'p', plugged: false });
    launched[0]?.say({ type: 'paper-state', device: 'p', state: 'out' });
    expect(training.state().devices).toMatchObject([{ plugged: false, paper: 'out' }]);
    launched[0]?.die();
    vi.advanceTimersByTime(200);
    launched[1]?.say(printerOn(2));
    expect(training.state().devices).toMatchObject([{ plugged: true, paper: 'ok', line: '127.0.0.1:2' }]);
    expect(configured.map(([device]) => device?.transport)).toMatchObject([{ port: 1 }, { port: 2 }]);
    training.present('p', ['VV.1']);
    expect(launched[1]?.received).toStrictEqual([{ type: 'present', device: 'p', codes: ['VV.1'] }]);
    training.close();
    vi.advanceTimersByTime(60_000);
    expect(launched).toHaveLength(2);
  });
});
