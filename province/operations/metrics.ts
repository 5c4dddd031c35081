/** Seconds at which the histogram of durations is cut: an exchange takes milliseconds, a stalled one many seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface RouteTimes {
  readonly counts: number[];
  sum: number;
  count: number;
}

/** What this process has done since it began. */
export interface Metrics {
  readonly request: (route: string, status: number, seconds: number) => void;
  readonly push: (facts: number) => void;
  /** In the text format of Prometheus, version 0.0.4. */
  readonly text: () => string;
}

export function metricsSinceStart(): Metrics {
  const requests = new Map<string, number>();
  const times = new Map<string, RouteTimes>();
  let pushes = 0;
  let facts = 0;
  return {
    request: (route, status, seconds) => {
      const labels = labelled({ route, status: String(status) });
      requests.set(labels, (requests.get(labels) ?? 0) + 1);
      const found = times.get(route) ?? { counts: buckets.map(() => 0), sum: 0, count: 0 };
      times.set(route, found);
      for (const [index, bound] of buckets.entries())
        if (seconds <= bound) found.counts[index] = (found.counts[index] ?? 0) + 1;
      found.sum += seconds;
      found.count += 1;
    },
    push: (added) => {
      pushes += 1;
      facts += added;
    },
    text: () =>
      [
        ...metric('pushes_total', 'counter', 'Pushes taken in.', [['', pushes]]),
        ...metric('facts_total', 'counter', 'Facts taken in for the first time.', [['', facts]]),
        ...metric('requests_total', 'counter', 'Answered requests.', [...requests]),
        ...head('request_seconds', 'histogram', 'Time from a request to its answer.'),
        ...[...times].flatMap(([route, taken]) => histogram(route, taken)),
      ].join('\n'),
  };
}

function histogram(route: string, { counts, sum, count }: RouteTimes): readonly string[] {
  const within = counts.map((n, index) =>
    line('request_seconds_bucket', labelled({ route, le: String(buckets[index]) }), n),
  );
  return within.concat(
    line('request_seconds_bucket', labelled({ route, le: '+Inf' }), count),
    line('request_seconds_sum', labelled({ route }), sum),
    line('request_seconds_count', labelled({ route }), count),
  );
}

/** One metric with its samples, each with its labels as they are written. */
export function metric(
  name: string,
  type: 'counter' | 'gauge',
  help: string,
  samples: readonly (readonly [labels: string, value: number])[],
): readonly string[] {
  return [...head(name, type, help), ...samples.map(([labels, value]) => line(name, labels, value))];
}

/** Labels as they are written behind a metric's name. */
export function labelled(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => {
    const safe = value
      .replaceAll('\\', String.raw`\\`)
      .replaceAll('"', String.raw`\"`)
      .replaceAll('\n', String.raw`\n`);
    return `${name}="${safe}"`;
  });
  return `{${pairs.join(',')}}`;
}

function head(name: string, type: string, help: string): readonly string[] {
  return [`# HELP luu_thong_${name} ${help}`, `# TYPE luu_thong_${name} ${type}`];
}

function line(name: string, labels: string, value: number): string {
  return `luu_thong_${name}${labels} ${value}`;
}
