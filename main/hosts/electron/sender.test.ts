import type { WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { as } from './mocks/electron.ts';
import { MockWebFrameMain } from './mocks/web-frame-main.ts';
import { mayHoldPort } from './sender.ts';

const desk = 'app://luu-thong/index.html';

function holds(frame: MockWebFrameMain | null): boolean {
  return mayHoldPort(frame === null ? null : as<WebFrameMain>(frame));
}

describe('a port is handed', () => {
  it('to the desk page in the top frame', () => {
    expect(holds(new MockWebFrameMain({ url: desk }))).toBe(true);
    expect(holds(new MockWebFrameMain({ url: `${desk}#/kiosk` }))).toBe(true);
  });

  it.each([
    [
      'a frame inside the page',
      new MockWebFrameMain({ url: desk, parent: new MockWebFrameMain({ url: desk }) }),
    ],
    ['our address with an opaque origin', new MockWebFrameMain({ url: desk, origin: 'null' })],
    [
      'a foreign address that claims our origin',
      new MockWebFrameMain({ url: 'https://example.org/', origin: 'app://luu-thong' }),
    ],
    ['a foreign page', new MockWebFrameMain({ url: 'https://example.org/' })],
    ['another host of our scheme', new MockWebFrameMain({ url: 'app://other/index.html' })],
    ['a blank page', new MockWebFrameMain()],
    ['the crash page', new MockWebFrameMain({ url: 'app://luu-thong/crash.html' })],
    ['a frame that is gone', null],
  ])('not to %s', (_name, frame) => {
    expect(holds(frame)).toBe(false);
  });
});
