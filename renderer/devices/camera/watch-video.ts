import type { Sighting } from './sighting.ts';
import { sight } from './sighting.ts';
import type { DecodedMessage, PictureMessage } from './worker-messages.ts';

/** Shortest time in ms between two pictures: ten a second find a code as soon as it is held still. */
const spacing = 100;

/**
 * Has a worker look for codes in what a video shows, one picture at a time, and tells each code once while it stays in
 * sight. Returns the function that stops it.
 */
export function watchVideo(video: HTMLVideoElement, onCode: (text: string) => void): () => void {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' });
  let seen: readonly Sighting[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const later = (): void => {
    timer = setTimeout(() => void take(), spacing);
  };
  const take = async (): Promise<void> => {
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return later();
    try {
      const bitmap = await createImageBitmap(video);
      const message: PictureMessage = { bitmap };
      if (stopped) bitmap.close();
      else worker.postMessage(message, [bitmap]);
    } catch {
      // The picture went away between the two lines above; the next one may be there.
      later();
    }
  };
  worker.addEventListener('message', ({ data: { decoded } }: MessageEvent<DecodedMessage>) => {
    if (stopped) return;
    const answer = sight(seen, decoded, performance.now());
    seen = answer.seen;
    if (answer.tell && decoded) onCode(decoded.text);
    later();
  });
  later();
  return () => {
    stopped = true;
    clearTimeout(timer);
    worker.terminate();
  };
}
