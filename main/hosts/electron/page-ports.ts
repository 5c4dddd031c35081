import type { MessageChannelMain, MessagePortMain, WebContents } from 'electron';
import { PAGE_PORT } from '../../../contract/workstation/page-port.ts';
import { mayHoldPort } from './sender.ts';

export interface PagePorts {
  /** From now on, each finished load of this contents is handed a line to the core. */
  serve(contents: WebContents): void;
  /** A new core runs: every page that is loaded is handed a new line, without a reload. */
  renew(): void;
}

/**
 * Hands the two ends of a new line out: one to the page, one to the core. The page asks for nothing, so there is
 * no message a page could forge; a frame that is not ours is simply handed nothing.
 */
export function pagePorts(
  channel: () => MessageChannelMain,
  attach: (contents: number, port: MessagePortMain) => void,
): PagePorts {
  const loaded = new Set<WebContents>();
  const hand = (contents: WebContents): void => {
    if (!mayHoldPort(contents.mainFrame)) return;
    const { port1, port2 } = channel();
    contents.postMessage(PAGE_PORT, null, [port1]);
    attach(contents.id, port2);
  };
  return {
    serve(contents) {
      contents.on('did-finish-load', () => {
        loaded.add(contents);
        hand(contents);
      });
      contents.on('did-navigate', () => loaded.delete(contents));
      contents.on('render-process-gone', () => loaded.delete(contents));
      contents.on('destroyed', () => loaded.delete(contents));
    },
    renew() {
      for (const contents of loaded) hand(contents);
    },
  };
}
