import type { MessageChannelMain, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { as } from './mocks/electron.ts';
import { MockMessageChannelMain } from './mocks/message-channel-main.ts';
import { MockWebContents } from './mocks/web-contents.ts';
import { MockWebFrameMain } from './mocks/web-frame-main.ts';
import { pagePorts } from './page-ports.ts';

const desk = 'app://luu-thong/index.html';

function served() {
  const channels: MockMessageChannelMain[] = [];
  const attach = vi.fn();
  const ports = pagePorts(() => {
    const channel = new MockMessageChannelMain();
    channels.push(channel);
    return as<MessageChannelMain>(channel);
  }, attach);
  const contents = new MockWebContents();
  ports.serve(as<WebContents>(contents));
  return { channels, attach, ports, contents };
}

describe('a loaded page', () => {
  it('is handed one end of a line, and the core the other', () => {
    const { channels, attach, contents } = served();
    contents.finishLoad(desk);
    expect(channels).toHaveLength(1);
    expect(contents.posted).toStrictEqual([
      { channel: 'luu-thong:port', message: null, ports: [channels[0]?.port1] },
    ]);
    expect(attach.mock.calls).toStrictEqual([[contents.id, channels[0]?.port2]]);
  });

  it('is handed a new line for each load', () => {
    const { channels, attach, contents } = served();
    contents.finishLoad(desk);
    contents.finishLoad(desk);
    expect(contents.posted.map(({ ports }) => ports)).toStrictEqual([
      [channels[0]?.port1],
      [channels[1]?.port1],
    ]);
    expect(attach).toHaveBeenCalledTimes(2);
  });

  it('is handed a new line when a new core runs', () => {
    const { channels, ports, contents } = served();
    ports.renew();
    expect(contents.posted).toStrictEqual([]);
    contents.finishLoad(desk);
    ports.renew();
    expect(contents.posted.at(-1)?.ports).toStrictEqual([channels[1]?.port1]);
  });

  it.each(['did-navigate', 'render-process-gone', 'destroyed'])(
    'is not handed one between %s and its next load',
    (name) => {
      const { ports, contents } = served();
      contents.finishLoad(desk);
      contents.emit(name);
      ports.renew();
      expect(contents.posted).toHaveLength(1);
    },
  );
});

describe('a page that is not ours', () => {
  it.each(['https://example.org/', 'about:blank', 'app://other/index.html', 'app://luu-thong/crash.html'])(
    'is handed nothing, whether loaded or renewed: %s',
    (address) => {
      const { channels, attach, ports, contents } = served();
      contents.finishLoad(address);
      ports.renew();
      expect(contents.posted).toStrictEqual([]);
      expect(channels).toStrictEqual([]);
      expect(attach).not.toHaveBeenCalled();
    },
  );

  it('is not the page it was when the line was renewed', () => {
    const { ports, contents } = served();
    contents.finishLoad(desk);
    contents.mainFrame = new MockWebFrameMain({ url: 'https://example.org/' });
    ports.renew();
    expect(contents.posted).toHaveLength(1);
  });
});
