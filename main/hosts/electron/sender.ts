import type { WebFrameMain } from 'electron';
import { SHELL_ORIGIN } from '../../../contract/workstation/page-port.ts';
import { CRASH_PATH } from './crash-page.ts';
import { isOurAddress } from './navigation.ts';

/**
 * True when this frame may hold a line to the core: the top frame, of our origin (the origin Chromium computed,
 * which is opaque for a sandboxed or `about:blank` document whatever its address says), and not the crash page.
 */
export function mayHoldPort(frame: WebFrameMain | null): boolean {
  if (frame === null || frame.parent !== null) return false;
  if (frame.origin !== SHELL_ORIGIN || !isOurAddress(frame.url)) return false;
  return new URL(frame.url).pathname !== CRASH_PATH;
}
