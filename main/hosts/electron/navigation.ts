import type { Event, WebContents } from 'electron';
import { SHELL_ORIGIN } from '../../../contract/workstation/page-port.ts';

/** True for an address inside the bundle. Node's `URL.origin` is `null` for our scheme, so the text is compared. */
export function isOurAddress(address: string): boolean {
  return URL.canParse(address) && new URL(address).href.startsWith(`${SHELL_ORIGIN}/`);
}

/** Applied to every contents the moment it is made, whoever made it: it stays on our origin and opens nothing. */
export function guardContents(contents: WebContents): void {
  const stayInside = (event: Event<{ url: string }>): void => {
    if (!isOurAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stayInside);
  contents.on('will-frame-navigate', stayInside);
  contents.on('will-redirect', stayInside);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, select) => {
    event.preventDefault();
    select('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
