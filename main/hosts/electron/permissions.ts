import type { Session } from 'electron';
import { isOurAddress } from './navigation.ts';

/**
 * The page gets the camera's picture, to read codes by, and nothing else: devices belong to the driver process, and
 * every file that leaves the program is written by the core. Also closes the network, so that the policy header is not
 * the only lock.
 */
export function denyAllButCamera(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(
      permission === 'media' &&
        isOurAddress(details.requestingUrl) &&
        'mediaTypes' in details &&
        isVideoAlone(details.mediaTypes),
    ),
  );
  // Asked for the names of the cameras and before the request above; `unknown` where the kind is not said.
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType }) =>
      permission === 'media' && isOurAddress(origin) && mediaType === 'video',
  );
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

/** A microphone is never given, not even along with the camera. */
function isVideoAlone(types: readonly string[] | undefined): boolean {
  return types !== undefined && types.length > 0 && types.every((type) => type === 'video');
}

const remoteAddresses = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];
