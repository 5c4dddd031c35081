import type { Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { as } from './mocks/electron.ts';
import { MockSession } from './mocks/session.ts';
import { denyAllButCamera } from './permissions.ts';

function deniedSession(): MockSession {
  const session = new MockSession();
  denyAllButCamera(as<Session>(session));
  return session;
}

const anything = as<never>({});

describe('a session of the shell', () => {
  const page = 'app://luu-thong/';
  const ask = (requestingUrl: string, mediaTypes: readonly string[] | undefined): unknown => {
    const answer = vi.fn();
    deniedSession().permissionRequest?.(anything, 'media', answer, as<never>({ requestingUrl, mediaTypes }));
    return answer.mock.calls[0]?.[0];
  };
  const check = (origin: string, mediaType: string | undefined): boolean | undefined =>
    deniedSession().permissionCheck?.(null, 'media', origin, as<never>({ mediaType }));

  it('gives the page the picture of a camera', () => {
    expect(ask(page, ['video'])).toBe(true);
    expect(check(page, 'video')).toBe(true);
  });

  it.each([
    [page, ['audio'], 'audio'],
    [page, ['video', 'audio'], 'audio'],
    [page, [], 'unknown'],
    [page, undefined, undefined],
    ['https://example.org/', ['video'], 'video'],
    ['app://luu-thong.example.org/', ['video'], 'video'],
    ['', ['video'], 'video'],
  ])('gives %s nothing of %j', (address, types, type) => {
    expect(ask(address, types)).toBe(false);
    expect(check(address, type)).toBe(false);
  });

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
