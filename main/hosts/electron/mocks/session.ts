import { EventEmitter } from 'node:events';
import type { Session } from 'electron';

type HandlerOf<Setter extends keyof Session> = Session[Setter] extends (
  handler: infer H,
  ...rest: never
) => void
  ? NonNullable<H>
  : never;

/** A session that remembers what it was told. */
export class MockSession extends EventEmitter {
  permissionRequest: HandlerOf<'setPermissionRequestHandler'> | null = null;
  permissionCheck: HandlerOf<'setPermissionCheckHandler'> | null = null;
  devicePermission: HandlerOf<'setDevicePermissionHandler'> | null = null;
  displayMedia: HandlerOf<'setDisplayMediaRequestHandler'> | null = null;
  bluetoothPairing: HandlerOf<'setBluetoothPairingHandler'> | null = null;
  readonly requestFilters: { urls: readonly string[]; cancelled: boolean | undefined }[] = [];

  readonly webRequest = {
    onBeforeRequest: (
      filter: { urls: readonly string[] },
      listener: (details: object, answer: (response: { cancel?: boolean }) => void) => void,
    ): void => {
      listener({}, ({ cancel }) => this.requestFilters.push({ urls: filter.urls, cancelled: cancel }));
    },
  };

  setPermissionRequestHandler(handler: HandlerOf<'setPermissionRequestHandler'>): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: HandlerOf<'setPermissionCheckHandler'>): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: HandlerOf<'setDevicePermissionHandler'>): void {
    this.devicePermission = handler;
  }

  setDisplayMediaRequestHandler(handler: HandlerOf<'setDisplayMediaRequestHandler'>): void {
    this.displayMedia = handler;
  }

  setBluetoothPairingHandler(handler: HandlerOf<'setBluetoothPairingHandler'>): void {
    this.bluetoothPairing = handler;
  }
}
