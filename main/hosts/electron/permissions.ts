import type { Session } from 'electron';

/**
 * The page asks for nothing and gets nothing: devices belong to the driver process, and every file that leaves
 * the program is written by the core. Also closes the network, so that the policy header is not the only lock.
 */
export function denyEverything(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.on('select-serial-port', (event, _ports, _contents, select) => {
    event.preventDefault();
    select('');
  });
  session.on('select-hid-device', (event, _details, select) => {
    event.preventDefault();
    select();
  });
  session.on('select-usb-device', (event, _details, select) => {
    event.preventDefault();
    select();
  });
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest({ urls: remoteAddresses }, (_request, answer) =>
    answer({ cancel: true }),
  );
}

const remoteAddresses = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];
