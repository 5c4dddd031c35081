/**
 * Reading bytes as they come: a generator is given one byte for every `undefined` it yields, and waits for every
 * promise it yields. So a command may be split anywhere without any code knowing it.
 */
export type Reading<T> = Generator<Promise<void> | undefined, T, number>;

export function* oneByte(): Reading<number> {
  return yield undefined;
}

/** Only for small, bounded counts: everything read is kept. */
export function* manyBytes(count: number): Reading<Uint8Array> {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) bytes[at] = yield undefined;
  return bytes;
}

/** Low byte first, as everywhere in ESC/POS. */
export function* word(): Reading<number> {
  const low = yield undefined;
  return low + (yield undefined) * 256;
}

export function* skip(count: number): Reading<void> {
  for (let at = 0; at < count; at += 1) yield undefined;
}

/** The promise's value; throws what it rejects with. */
export function* waitFor<T>(promise: Promise<T>): Reading<T> {
  const outcomes: PromiseSettledResult<T>[] = [];
  const settle = async (): Promise<void> => {
    outcomes.push(...(await Promise.allSettled([promise])));
  };
  yield settle();
  const [outcome] = outcomes;
  if (outcome?.status === 'fulfilled') return outcome.value;
  throw outcome?.reason;
}
