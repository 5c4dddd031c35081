import type { OutcomeCode } from '../../../domain/outcome.ts';

interface CameraChoice {
  readonly id: string;
  /** Empty until the camera may be used. */
  readonly label: string;
}

export interface OpenCamera {
  readonly stream: MediaStream;
  /** Which one it is, as the browser names it here. */
  readonly id: string;
  readonly choices: readonly CameraChoice[];
  /** Null where it has no light. */
  readonly setTorch: ((on: boolean) => Promise<void>) | null;
  close(): void;
}

export type CameraAnswer =
  | { readonly ok: true; readonly camera: OpenCamera }
  | { readonly ok: false; readonly code: OutcomeCode };

/** A code 3 cm wide held 15 cm away fills a third of a picture this wide. */
const size = { width: { ideal: 1_280 }, height: { ideal: 720 } } as const;

/**
 * Opens the camera `wanted`, or the one that looks away from whoever holds the device, or any. LT-1118: not allowed,
 * LT-1119: there is none, LT-1120: it does not start.
 */
export async function openCamera(wanted: string): Promise<CameraAnswer> {
  // Absent where the page came over plain HTTP from another computer.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (devices === undefined) return { ok: false, code: 'LT-1118' };
  try {
    const which = wanted === '' ? { facingMode: { ideal: 'environment' } } : { deviceId: { ideal: wanted } };
    const stream = await devices.getUserMedia({ audio: false, video: { ...size, ...which } });
    return { ok: true, camera: await described(devices, stream) };
  } catch (error) {
    return { ok: false, code: codeOf(error) };
  }
}

async function described(devices: MediaDevices, stream: MediaStream): Promise<OpenCamera> {
  const [track] = stream.getVideoTracks();
  const all = await devices.enumerateDevices();
  return {
    stream,
    id: track?.getSettings().deviceId ?? '',
    choices: all
      .filter(({ kind }) => kind === 'videoinput')
      .map(({ deviceId, label }) => ({ id: deviceId, label })),
    setTorch: track && hasTorch(track) ? (on) => track.applyConstraints(torch(on)) : null,
    close: () => {
      for (const one of stream.getTracks()) one.stop();
    },
  };
}

/** `torch` is of W3C Image Capture, which the types of the DOM leave out. */
function hasTorch(track: MediaStreamTrack): boolean {
  const capabilities: object = track.getCapabilities();
  return 'torch' in capabilities && capabilities.torch === true;
}

function torch(on: boolean): MediaTrackConstraints {
  const set: MediaTrackConstraintSet & { readonly torch: boolean } = { torch: on };
  return { advanced: [set] };
}

/** Names of `getUserMedia`'s failures: W3C Media Capture and Streams §10.2. */
function codeOf(error: unknown): OutcomeCode {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'LT-1118';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'LT-1119' : 'LT-1120';
}
