import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MockIpcRenderer } from './mocks/ipc-renderer.ts';

let ipcRenderer: MockIpcRenderer;
let page: { postMessage: ReturnType<typeof vi.fn> };

beforeEach(async () => {
  vi.resetModules();
  ipcRenderer = new MockIpcRenderer();
  page = { postMessage: vi.fn() };
  vi.stubGlobal('window', page);
  // Only what is here exists: a preload that reached for `contextBridge` would fail.
  vi.doMock('electron', () => ({ ipcRenderer }));
  await import('./index.ts');
});

afterEach(() => vi.unstubAllGlobals());

describe('the preload', () => {
  it('exposes nothing and listens to one channel', () => {
    expect(Object.keys(page)).toStrictEqual(['postMessage']);
    expect(ipcRenderer.eventNames()).toStrictEqual(['luu-thong:port']);
  });

  it('hands the page exactly the port, to our origin only', () => {
    const { port1 } = new MessageChannel();
    ipcRenderer.emit('luu-thong:port', { ports: [port1], sender: ipcRenderer, senderId: 1 }, 'extra');
    expect(page.postMessage.mock.calls).toStrictEqual([
      [{ type: 'luu-thong:port' }, 'app://luu-thong', [port1]],
    ]);
    port1.close();
  });

  it.each([0, 2])('hands on nothing when %i ports come', (count) => {
    const channels = Array.from({ length: count }, () => new MessageChannel());
    ipcRenderer.emit('luu-thong:port', { ports: channels.map(({ port1 }) => port1) });
    expect(page.postMessage).not.toHaveBeenCalled();
    for (const { port1 } of channels) port1.close();
  });

  it('hands on each new port, after a reload or a restart of the core', () => {
    const channels = [new MessageChannel(), new MessageChannel()];
    for (const { port1 } of channels) ipcRenderer.emit('luu-thong:port', { ports: [port1] });
    expect(page.postMessage.mock.calls.map(([, , ports]) => ports)).toStrictEqual(
      channels.map(({ port1 }) => [port1]),
    );
    for (const { port1 } of channels) port1.close();
  });

  it('sends nothing to the shell', () => {
    expect(ipcRenderer.sent).toStrictEqual([]);
  });
});
