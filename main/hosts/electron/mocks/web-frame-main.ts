/** A frame. `origin` is what Chromium computed for it, not what its address says. */
export class MockWebFrameMain {
  readonly url: string;
  readonly origin: string;
  readonly parent: MockWebFrameMain | null;

  constructor(
    frame: { readonly url?: string; readonly origin?: string; readonly parent?: MockWebFrameMain } = {},
  ) {
    this.url = frame.url ?? 'about:blank';
    this.origin = frame.origin ?? /^\w+:\/\/[^/]+/.exec(this.url)?.[0] ?? 'null';
    this.parent = frame.parent ?? null;
  }
}
