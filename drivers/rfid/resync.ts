/**
 * What the bytes from one place on are: the length of a whole frame with a right checksum · `partly` the beginning of
 * one · `doubtful` a length that is not fulfilled yet, but what follows it looks like none of this protocol's frames ·
 * `no` nothing.
 */
export type Measure = number | 'partly' | 'doubtful' | 'no';

export interface Framer<Frame> {
  /** Takes bytes as they come, in any portions. @returns the frames that they complete, in order */
  push(bytes: Uint8Array): Frame[];
  /**
   * The line has been silent for longer than any reader pauses inside a frame: what is held is no longer believed
   * to be the beginning of a frame, and a whole one inside it comes out.
   */
  quiet(): Frame[];
  /** Bytes kept back for a frame that is not complete. */
  readonly held: number;
}

export interface FramerOptions<Frame> {
  /**
   * Never throws; `at` lies inside `bytes`. A frame of 0 bytes does not exist. `astray`: this place was come upon by
   * skipping bytes. A family whose frames may be very long refuses those there: the checksum over a false length is
   * taken at every such place, and thousands of long ones keep the processor busy for seconds.
   */
  readonly measure: (bytes: Uint8Array, at: number, astray: boolean) => Measure;
  /** Takes apart what `measure` found whole. The bytes must be copied. */
  readonly read: (bytes: Uint8Array, at: number, length: number) => Frame;
}

const nothing = new Uint8Array();

/**
 * Cuts a stream into frames and finds the next good one after anything: noise, a wrong checksum, a false start.
 * A frame whose beginning looks right is waited for, even when its payload holds another whole frame. Where bytes had
 * to be skipped, or the beginning looks wrong, or the line went quiet, the first whole frame further on wins instead:
 * a false length must not swallow the answer that follows it. Holds no more than one longest frame.
 */
export function createFramer<Frame>({ measure, read }: FramerOptions<Frame>): Framer<Frame> {
  let held: Uint8Array = nothing;
  /** The line went quiet, or bytes were skipped since the last good frame. */
  let lost = false;
  let skipped = false;
  /** Places behind the first byte that were looked at, and those of them that may still become a frame. */
  let looked = 1;
  let open: number[] = [];

  /** The first whole frame behind the first held byte; places that are out of the question are not looked at twice. */
  const furtherOn = (): number => {
    const still: number[] = [];
    const whole = (at: number): boolean => {
      const measured = measure(held, at, true);
      if (measured === 'partly' || measured === 'doubtful') still.push(at);
      return typeof measured === 'number';
    };
    const earlier = open.findIndex(whole);
    if (earlier !== -1) return open[earlier] ?? -1;
    for (let at = looked; at < held.length; at += 1) if (whole(at)) return at;
    open = still;
    looked = Math.max(looked, held.length);
    return -1;
  };

  const advance = (bytes: number): void => {
    held = held.subarray(bytes);
    looked = 1;
    open = [];
  };

  const take = (): Frame[] => {
    const frames: Frame[] = [];
    let at = 0;
    while (at < held.length) {
      const measured = measure(held, at, skipped);
      if (typeof measured === 'number') {
        frames.push(read(held, at, measured));
        at += measured;
        lost = false;
        skipped = false;
      } else if (measured === 'no') {
        at += 1;
        lost = true;
        skipped = true;
      } else {
        if (at > 0) advance(at);
        at = 0;
        const next = lost || measured === 'doubtful' ? furtherOn() : -1;
        if (next === -1) return frames;
        at = next;
      }
    }
    held = nothing;
    advance(0);
    return frames;
  };

  return {
    push(bytes) {
      const alone = held.length === 0;
      held = alone ? plain(bytes) : joined(held, bytes);
      const frames = take();
      // The caller may use its buffer again.
      if (alone && held.length > 0) held = Uint8Array.from(held);
      return frames;
    },
    quiet() {
      if (held.length === 0) return [];
      lost = true;
      return take();
    },
    get held() {
      return held.length;
    },
  };
}

/** A Buffer's `slice` shares its memory, a Uint8Array's copies. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
