import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { OutcomeCode } from '../../../domain/outcome.ts';
import type { OpenCamera } from './open-camera.ts';
import { openCamera } from './open-camera.ts';
import { watchVideo } from './watch-video.ts';

export interface CameraState {
  readonly camera: OpenCamera | null;
  /** Why there is none. */
  readonly problem: OutcomeCode | null;
}

/** A camera for as long as the caller is on screen; `onCode` hears each code once. Tried again by mounting anew. */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  wanted: string,
  onCode: (text: string) => void,
): CameraState {
  const [camera, setCamera] = useState<OpenCamera | null>(null);
  const [problem, setProblem] = useState<OutcomeCode | null>(null);
  const latest = useRef(onCode);
  useEffect(() => {
    latest.current = onCode;
  });
  useEffect(() => {
    const life = new AbortController();
    const start = async (): Promise<void> => {
      const answer = await openCamera(wanted);
      const element = video.current;
      if (!answer.ok) {
        if (!life.signal.aborted) setProblem(answer.code);
      } else if (life.signal.aborted || !element) answer.camera.close();
      else {
        setProblem(null);
        setCamera(answer.camera);
        show(answer.camera, element, life.signal, (text) => latest.current(text));
        for (const track of answer.camera.stream.getTracks())
          track.addEventListener('ended', () => setProblem('LT-1120'), { signal: life.signal });
      }
    };
    void start();
    return () => {
      life.abort();
      setCamera(null);
    };
  }, [video, wanted]);
  return { camera, problem };
}

function show(
  camera: OpenCamera,
  element: HTMLVideoElement,
  life: AbortSignal,
  onCode: (text: string) => void,
): void {
  element.srcObject = camera.stream;
  const stop = watchVideo(element, onCode);
  life.addEventListener('abort', () => {
    stop();
    element.srcObject = null;
    camera.close();
  });
}
