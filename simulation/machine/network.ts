import type { Dice } from '../../domain/demo/random.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What the lines do to what goes over them; probabilities. */
export interface Weather {
  readonly lost: number;
  readonly answerLost: number;
  readonly doubled: number;
  /** Of being held up longer than a station waits: it comes after what was sent later. */
  readonly late: number;
  /** Of a doubled request's second coming when the signatures of its time count no more. */
  readonly stale: number;
}

export const calm: Weather = { lost: 0, answerLost: 0, doubled: 0, late: 0, stale: 0 };

/** Every seed has a weather of its own. */
export function weatherByChance(dice: Dice): Weather {
  const upTo = (percent: number): number => dice.below(percent + 1) / 100;
  return { lost: upTo(20), answerLost: upTo(15), doubled: upTo(15), late: upTo(8), stale: upTo(30) };
}

/** How long a station waits for an answer (`exchangeTimeout` of `main/sync/http-net.ts`), ms. */
const patience = 20_000;
/** Longest time a held up request is still on its way, ms. */
const latest = 90_000;
/** The same for what an odd proxy sends again much later, ms. */
const muchLater = 25 * 60_000;

export interface Network {
  setWeather(weather: Weather): void;
  /** Nobody reaches the province. */
  setDown(down: boolean): void;
  isDown(): boolean;
  cut(machine: string, cut: boolean): void;
  isCut(machine: string): boolean;
  /** An exchange that may be lost before or after it happened, happen twice, or when nobody waits. Rejects like a line. */
  exchange<T>(machine: string, perform: () => Promise<T>): Promise<T>;
  /** A stream of hints, until `signal` aborts or the line breaks. */
  hints(machine: string, onHead: (head: number) => void, signal: AbortSignal): Promise<void>;
  /** Tells everybody who listens, with what the lines do to it. */
  tell(head: number): void;
  /** Ends the streams of one machine, or all. */
  hangUp(machine: string | null): void;
  /** Requests that are still on their way, those of the dead too. */
  underway(): number;
}

interface Stream {
  readonly machine: string;
  readonly onHead: (head: number) => void;
  readonly end: () => void;
}

export function faultyNetwork(time: VirtualTime, dice: Dice): Network {
  let weather = calm;
  let down = false;
  let underway = 0;
  const cuts = new Set<string>();
  const streams = new Set<Stream>();
  const away = (machine: string): boolean => down || cuts.has(machine);
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => void time.after(milliseconds, resolve));
  const hop = (): number => (dice.chance(0.1) ? dice.between(200, 4_000) : dice.between(5, 60));
  const arrive = (delay: number, perform: () => Promise<void>, stale = false): void => {
    // What comes much too late can change nothing: nobody has to wait for it.
    if (!stale) underway += 1;
    time.after(delay, async () => {
      if (!stale) underway -= 1;
      await perform();
    });
  };

  return {
    setWeather: (next) => {
      weather = next;
    },
    setDown: (next) => {
      down = next;
    },
    isDown: () => down,
    cut: (machine, cut) => void (cut ? cuts.add(machine) : cuts.delete(machine)),
    isCut: (machine) => cuts.has(machine),
    exchange: (machine, perform) =>
      new Promise((resolve, reject) => {
        const giveUp = (): void => reject(new Error('nobody answers'));
        if (away(machine)) return void wait(dice.chance(0.5) ? hop() : patience).then(giveUp);
        void wait(patience).then(giveUp);
        if (dice.chance(weather.lost)) return;
        const late = dice.chance(weather.late);
        const answerLost = dice.chance(weather.answerLost);
        if (dice.chance(weather.doubled)) {
          const stale = dice.chance(weather.stale);
          const delay = stale ? dice.between(latest, muchLater) : dice.between(1, latest);
          arrive(delay, async () => void (down || (await perform())), stale);
        }
        arrive(late ? dice.between(patience, latest) : hop(), async () => {
          if (down) return;
          const answer = await perform();
          if (!answerLost) void wait(hop()).then(() => away(machine) || resolve(answer));
        });
      }),
    hints: (machine, onHead, signal) =>
      new Promise((resolve) => {
        if (away(machine)) return void wait(hop()).then(resolve);
        const end = (): void => {
          streams.delete(stream);
          resolve();
        };
        const stream: Stream = { machine, onHead, end };
        streams.add(stream);
        signal.addEventListener('abort', end, { once: true });
      }),
    tell: (head) => {
      for (const stream of streams) {
        if (away(stream.machine) || dice.chance(weather.lost)) continue;
        time.after(hop(), () => {
          if (streams.has(stream)) stream.onHead(head);
        });
      }
    },
    hangUp: (machine) => {
      for (const stream of streams) if (machine === null || stream.machine === machine) stream.end();
    },
    underway: () => underway,
  };
}
