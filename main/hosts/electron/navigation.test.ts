import type { HandlerDetails, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { as } from './mocks/electron.ts';
import { MockWebContents } from './mocks/web-contents.ts';
import { guardContents, isOurAddress } from './navigation.ts';

const outside = [
  'https://example.org/',
  'http://luu-thong/',
  'file:///etc/passwd',
  'data:text/html,hello',
  'javascript:alert(1)',
  'about:blank',
  'app://other/index.html',
  'app://luu-thong.example.org/',
  'app://luu-thong:8080/',
  'app://user@luu-thong/',
  'not an address',
  '',
];

function guarded(): MockWebContents {
  const contents = new MockWebContents();
  guardContents(as<WebContents>(contents));
  return contents;
}

describe('our addresses', () => {
  it('are those of the bundle', () => {
    expect(isOurAddress('app://luu-thong/index.html#/desk')).toBe(true);
  });

  it.each(outside)('are not %j', (address) => {
    expect(isOurAddress(address)).toBe(false);
  });
});

describe('a guarded contents', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays inside on %s', (name) => {
    const contents = guarded();
    for (const url of outside) {
      const event = { url, preventDefault: vi.fn() };
      contents.emit(name, event);
      expect(event.preventDefault, url).toHaveBeenCalledOnce();
    }
    const home = { url: 'app://luu-thong/index.html', preventDefault: vi.fn() };
    contents.emit(name, home);
    expect(home.preventDefault).not.toHaveBeenCalled();
  });

  it('attaches no webview', () => {
    const event = { preventDefault: vi.fn() };
    guarded().emit('will-attach-webview', event, {}, {});
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it('opens no window, not even of our own', () => {
    const { windowOpenHandler } = guarded();
    for (const url of [...outside, 'app://luu-thong/index.html']) {
      expect(windowOpenHandler?.(as<HandlerDetails>({ url }))).toStrictEqual({ action: 'deny' });
    }
  });

  it('selects no Bluetooth device', () => {
    const event = { preventDefault: vi.fn() };
    const select = vi.fn();
    guarded().emit('select-bluetooth-device', event, [{ deviceId: 'scanner' }], select);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(select.mock.calls).toStrictEqual([['']]);
  });
});
