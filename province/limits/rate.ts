/** How often somebody may come. */
export interface RateLimit {
  /** Counts one coming of `who`. Seconds to wait when it is one too many, 0 when it is not; `now` in ms. */
  readonly take: (who: string, now: number) => number;
  /** As `take`, without counting. */
  readonly wait: (who: string, now: number) => number;
}

/** Names that are remembered at once; beyond them the ones that have rested longest are forgotten. */
const mostNames = 10_000;

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** A bucket of `burst` for each name that fills at `perSecond`. */
export function rateLimit({
  perSecond,
  burst,
}: {
  readonly perSecond: number;
  readonly burst: number;
}): RateLimit {
  const buckets = new Map<string, Bucket>();
  const filled = (who: string, now: number): number => {
    const bucket = buckets.get(who);
    if (!bucket) return burst;
    return Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond);
  };
  const wait = (who: string, now: number): number => {
    const tokens = filled(who, now);
    return tokens >= 1 ? 0 : (1 - tokens) / perSecond;
  };
  return {
    wait,
    take: (who, now) => {
      const seconds = wait(who, now);
      if (seconds > 0) return seconds;
      const tokens = filled(who, now) - 1;
      // Written last again: the order of a map is that of writing.
      buckets.delete(who);
      buckets.set(who, { tokens, at: now });
      if (buckets.size > mostNames)
        for (const oldest of buckets.keys()) {
          buckets.delete(oldest);
          break;
        }
      return 0;
    },
  };
}
