import type { Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { as } from './mocks/electron.ts';
import { MockSession } from './mocks/session.ts';
import { denyEverything } from './permissions.ts';

function deniedSession(): MockSession {
  const session = new MockSession();
  denyEverything(as<Session>(session));
  return session;
}

const anything = as<never>({});

describe('a session of the shell', () => {
  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'fullscreen',
    'serial',
    'unknown',
  ] as const)('refuses the permission %s, asked or checked', (permission) => {
    const session = deniedSession();
    const answer = vi.fn();
    session.permissionRequest?.(anything, permission, answer, anything);
    expect(answer.mock.calls).toStrictEqual([[false]]);
    expect(session.permissionCheck?.(null, permission, 'app://luu-thong', anything)).toBe(false);
  });

  it('gives no device, screen or Bluetooth pairing', () => {
    const session = deniedSession();
    expect(session.devicePermission?.(anything)).toBe(false);
    const screen = vi.fn();
    session.displayMedia?.(anything, screen);
    expect(screen.mock.calls).toStrictEqual([[null]]);
    const pairing = vi.fn();
    session.bluetoothPairing?.(anything, pairing);
    expect(pairing.mock.calls).toStrictEqual([[{ confirmed: false }]]);
  });

  it.each([
    ['select-serial-port', [[{ portId: 'ttyUSB0' }], null], ['']],
    ['select-hid-device', [{ deviceList: [{ deviceId: 'scanner' }] }], []],
    ['select-usb-device', [{ deviceList: [{ deviceId: 'printer' }] }], []],
  ] as const)('selects nothing on %s', (name, details, selected) => {
    const session = deniedSession();
    const event = { preventDefault: vi.fn() };
    const select = vi.fn();
    session.emit(name, event, ...details, select);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(select.mock.calls).toStrictEqual([selected]);
  });

  it('downloads nothing', () => {
    const event = { preventDefault: vi.fn() };
    deniedSession().emit('will-download', event, {}, {});
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it('cancels every request to the network', () => {
    expect(deniedSession().requestFilters).toStrictEqual([
      { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'], cancelled: true },
    ]);
  });
});
