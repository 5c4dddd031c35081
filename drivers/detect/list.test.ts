import { describe, expect, it } from 'vitest';
import { detect, type ListedHid, type ListedPort, type Sources } from './list.ts';

const computer = (
  serial: readonly ListedPort[] = [],
  hid: readonly ListedHid[] = [],
  printers: readonly string[] | null = [],
): Sources => ({
  serial: () => Promise.resolve(serial),
  hid: () => Promise.resolve(hid),
  printers: () => Promise.resolve(printers),
});

describe('what is plugged in', () => {
  it.each([
    ['a USB converter', { vendorId: '0403', productId: '6001' }, 'FTDI', 'FT232R', null, 'probe'],
    ['a cheap converter', { vendorId: '1a86', productId: '7523' }, 'QinHeng', 'CH340', null, 'probe'],
    ['a FEIG reader of any model', { vendorId: '0ab1', productId: '0003' }, 'FEIG', 'OBID', 'rfid', 'probe'],
    ['a port that nobody knows', { manufacturer: 'Acme' }, 'Acme', '', null, 'probe'],
  ] as const)('%s on a serial port', async (_, port, maker, model, kind, advice) => {
    const { devices } = await detect(computer([{ path: 'COM3', ...port }]));
    expect(devices).toMatchObject([
      {
        label: 'COM3',
        maker,
        model,
        kind,
        advice,
        suggestion: null,
        transport: { kind: 'serial', path: 'COM3' },
      },
    ]);
  });

  it('a TSL handheld by how Windows names its port', async () => {
    const pnpId = 'BTHENUM\\{00001101-0000-1000-8000-00805F9B34FB}_VID&0001_PID_1128';
    const { devices } = await detect(computer([{ path: 'COM7', pnpId, friendlyName: 'TSL (COM7)' }]));
    expect(devices).toMatchObject([
      {
        label: 'TSL (COM7)',
        advice: 'add',
        suggestion: { kind: 'rfid', family: 'tsl', transport: { baudRate: 115_200 } },
      },
    ]);
  });

  it('keeps what finds a port again under another name', async () => {
    const port = { path: '/dev/ttyUSB0', vendorId: '0403', productId: '6001', serialNumber: 'A1' };
    const { devices } = await detect(computer([port]));
    expect(devices[0]?.transport).toMatchObject({
      usb: { vendorId: '0403', productId: '6001', serialNumber: 'A1' },
    });
  });

  it('a HID POS scanner once, ready to add; one that types stays as it is; keyboards are nobody’s business', async () => {
    const pos = { vendorId: 0x0c_2e, productId: 0x09_0e, product: 'Xenon', manufacturer: 'Honeywell' };
    const mouse = { vendorId: 0x04_6d, productId: 0xc0_77, product: 'Mouse', usagePage: 1 };
    const { devices } = await detect(
      computer([], [{ ...pos, usagePage: 0x8c }, { ...pos, usagePage: 0x01 }, mouse]),
    );
    expect(devices).toMatchObject([
      {
        kind: 'scanner',
        advice: 'add',
        suggestion: { kind: 'scanner', transport: { kind: 'hid', vendorId: 0x0c_2e, productId: 0x09_0e } },
      },
    ]);
  });

  it('printer queues, and the same device under the same id each time', async () => {
    const queues = computer([], [], ['Máy in phòng 1', 'Quay1']);
    const { devices } = await detect(queues);
    expect(devices).toMatchObject([{ advice: 'add-printer', label: 'Máy in phòng 1' }, { label: 'Quay1' }]);
    const ids = devices.map(({ suggestion }) => suggestion?.id);
    expect((await detect(queues)).devices.map(({ suggestion }) => suggestion?.id)).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
  });

  it('a source that fails is told in its own words, and the others are listed', async () => {
    const broken: Sources = {
      ...computer([{ path: 'COM3' }]),
      hid: () => Promise.reject(new Error('libudev.so.1: cannot open')),
      printers: () => Promise.reject(new Error('no lpstat')),
    };
    expect(await detect(broken)).toMatchObject({
      devices: [{ label: 'COM3' }],
      problems: [
        { source: 'hid', words: 'libudev.so.1: cannot open' },
        { source: 'printers', words: 'no lpstat' },
      ],
    });
    expect((await detect(computer([], [], null))).problems).toEqual([]);
  });
});
