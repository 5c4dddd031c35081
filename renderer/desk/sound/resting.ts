/** As much of an AudioContext as sleeps and wakes. */
type Sleeper = Pick<AudioContext, 'suspend' | 'resume'>;

/** Puts a sound to sleep while nobody needs it. */
export interface Resting {
  /** True while it sleeps of itself, and not because the browser waits for a click. */
  isResting(): boolean;
  /** To be called whenever it is up: it rests when nobody called for `quiet`. */
  stayUp(): void;
  /** Resolves when tones can be heard: to true, or to false when it took so long that nobody knows what they are of. */
  getUp(): Promise<boolean>;
}

/** A tone that comes later than this (ms) is not of what just happened. */
const tooLate = 500;

/** A context that runs computes its silence: 2 % of a core all day. It rests after `quiet` ms without a tone. */
export function restAfter(audio: Sleeper, quiet: number): Resting {
  let resting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stayUp = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      resting = true;
      void audio.suspend();
    }, quiet);
  };
  return {
    isResting: () => resting,
    stayUp,
    getUp: async () => {
      stayUp();
      if (!resting) return true;
      const asked = performance.now();
      await audio.resume();
      resting = false;
      return performance.now() - asked < tooLate;
    },
  };
}
