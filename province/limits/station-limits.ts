import type { RateLimit } from './rate.ts';
import { rateLimit } from './rate.ts';

export interface StationLimits {
  /** By name of a station that proved itself. */
  readonly stations: RateLimit;
  /** By address, for requests that proved nothing. */
  readonly strangers: RateLimit;
}

/** A station that catches up after months asks in bursts; one that asks 50 times a second for long is broken. */
const perStation = { burst: 500, perSecond: 50 } as const;
/** Many stations share an address, and each is wrong now and then: a clock, a doubled request. */
const perStranger = { burst: 200, perSecond: 5 } as const;

export function stationLimits(): StationLimits {
  return { stations: rateLimit(perStation), strangers: rateLimit(perStranger) };
}
