import { describe, expect, test } from 'vitest';
import { serialPath } from './serial-path.ts';

const usb = { vendorId: '1a86', productId: '7523', serialNumber: '' };
const on = (path: string, own: Partial<typeof usb> = {}) =>
  ({ kind: 'serial', path, baudRate: 9_600, usb: { ...usb, ...own } }) as const;
const port = (path: string, own: Partial<typeof usb> = {}) => ({ path, ...usb, ...own });

describe('where a serial device is', () => {
  test('on its own port while the same device has it', () => {
    expect(serialPath(on('COM3'), [port('COM3'), port('COM5')])).toBe('COM3');
  });

  test('on another port when it was plugged in elsewhere, whatever the case of its numbers', () => {
    expect(serialPath(on('COM3'), [port('COM5', { vendorId: '1A86' })])).toBe('COM5');
    // Something else has its old name now.
    expect(serialPath(on('COM3'), [port('COM3', { productId: '55d4' }), port('COM5')])).toBe('COM5');
  });

  test('told apart from its twin by the serial number alone', () => {
    const twins = [port('COM5', { serialNumber: 'A' }), port('COM6', { serialNumber: 'B' })];
    expect(serialPath(on('COM3', { serialNumber: 'B' }), twins)).toBe('COM6');
    // Nobody knows which: better not found than another device's line.
    expect(serialPath(on('COM3'), twins)).toBe('COM3');
  });

  test('where it was set up when nothing like it is there, or it has no numbers', () => {
    expect(serialPath(on('COM3'), [])).toBe('COM3');
    expect(serialPath({ kind: 'serial', path: '/dev/pts/4', baudRate: 9_600 }, [port('COM5')])).toBe(
      '/dev/pts/4',
    );
  });
});
