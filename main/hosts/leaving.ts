import { leavingWords } from '../../contract/locales/leaving.ts';

/** Between two looks at how many facts are left (ms). */
const LOOK_MS = 500;
/** Looks between two times that the core is hurried: an engine that found no line rests longer and longer. */
const HURRY_EVERY = 10;

/** A box of the system. `stay` is the button that closing the box means. */
interface LeavingBox {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  readonly stay: number;
}

export interface LeavingParts {
  /** Facts that wait to be sent; null when nobody can say. `hurry`: they should be sent now. */
  unsent(hurry: boolean): Promise<number | null>;
  /** The button that was pressed. An aborted box is closed, as if by `stay`. */
  ask(box: LeavingBox, signal: AbortSignal): Promise<number>;
  /** How the sending goes; null when nobody waits for it any more. */
  progress(now: { readonly line: string; readonly part: number } | null): void;
  /** Ends the program: `mayLeave` answers true from now on. */
  leave(): void;
}

export interface Leaving {
  /**
   * Whether the program may end now. When not, it is looked whether facts wait to be sent and, if so, a person is
   * asked; `leave` is called when nothing waits, or when they say so.
   */
  mayLeave(): boolean;
  /** The system ends this program: nobody is asked any more. What waits is kept either way. */
  letGo(): void;
}

/** Asks before the program ends while the province does not know of everything that was done here. */
export function leaving(parts: LeavingParts): Leaving {
  let free = false;
  let asking = false;
  const gone = new AbortController();

  const leave = (): void => {
    if (free) return;
    free = true;
    parts.leave();
  };

  /** True when the person leaves without what is left, or nothing is left. */
  const waitFor = async (first: number): Promise<boolean> => {
    const sent = new AbortController();
    const box = parts
      .ask(sendingBox(first), AbortSignal.any([sent.signal, gone.signal]))
      .then((button) => ({ leaves: button === 0 }));
    let total = first;
    let left = first;
    for (let look = 0; left > 0; look += 1) {
      total = Math.max(total, left);
      parts.progress({ line: fill(leavingWords.vi.progress, left), part: (total - left) / total });
      const pressed = await Promise.race([box, pause(LOOK_MS)]);
      if (pressed) return pressed.leaves;
      // A core that does not answer is being started again: nothing was sent meanwhile.
      left = (await parts.unsent(look % HURRY_EVERY === 0)) ?? left;
    }
    sent.abort();
    return true;
  };

  const look = async (): Promise<void> => {
    const count = await parts.unsent(false);
    // Without a core nobody knows, and nobody could wait for it.
    if (count === null || count === 0) {
      leave();
      return;
    }
    const button = await parts.ask(unsentBox(count), gone.signal);
    if (button === 1) leave();
    if (button !== 0) return;
    const leaves = await waitFor(count).finally(() => parts.progress(null));
    if (leaves) leave();
  };

  return {
    mayLeave() {
      if (free || asking) return free;
      asking = true;
      void look()
        // A box that cannot be shown must not keep anybody.
        .catch(leave)
        .finally(() => {
          asking = false;
        });
      return false;
    },
    letGo() {
      free = true;
      gone.abort();
    },
  };
}

function unsentBox(count: number): LeavingBox {
  const { unsent, wait, leave, stay } = leavingWords.vi;
  return {
    message: fill(unsent, count),
    detail: fill(leavingWords.en.unsent, count),
    buttons: [wait, leave, stay],
    stay: 2,
  };
}

function sendingBox(count: number): LeavingBox {
  const { sending, leave, stay } = leavingWords.vi;
  return {
    message: fill(sending, count),
    detail: fill(leavingWords.en.sending, count),
    buttons: [leave, stay],
    stay: 1,
  };
}

function fill(sentence: string, count: number): string {
  return sentence.replace('{{count}}', String(count));
}

/** Resolves with nothing. */
function pause(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), milliseconds);
  });
}
