/**
 * The bridge. It exposes nothing on `window`: it hands the page the port that the shell sent, and only to a
 * document of our own origin. A new port comes after every load and after every restart of the core.
 */
import { ipcRenderer } from 'electron';
import { PAGE_PORT, SHELL_ORIGIN } from '../contract/workstation/page-port.ts';
import type { PagePortMessage } from '../contract/workstation/page-port.ts';

ipcRenderer.on(PAGE_PORT, ({ ports }) => {
  const [port, ...others] = ports;
  if (port === undefined || others.length > 0) return;
  window.postMessage({ type: PAGE_PORT } satisfies PagePortMessage, SHELL_ORIGIN, [port]);
});
