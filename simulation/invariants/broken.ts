/** An invariant that does not hold, by its name in `simulation/README.md`, with what differs. */
export class Broken extends Error {
  readonly invariant: string;
  readonly what: string;
  constructor(invariant: string, what: string) {
    super(`${invariant}: ${what}`);
    this.name = 'Broken';
    this.invariant = invariant;
    this.what = what;
  }
}

export function mustHold(invariant: string, faults: readonly string[]): void {
  const [first, ...others] = faults;
  if (first !== undefined)
    throw new Broken(invariant, others.length === 0 ? first : `${first} (and ${others.length} more)`);
}

/** Where two texts part: enough to read, not the whole row. */
export function difference(one: unknown, other: unknown): string {
  return `${JSON.stringify(one)} ≠ ${JSON.stringify(other)}`.slice(0, 1_500);
}
