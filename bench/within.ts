/** Waits for `work` no longer than `ms`, then gives up with a sentence: a figure that cannot be taken has to say why. */
export async function within<Value>(
  ms: number,
  work: Promise<Value>,
  sentence: () => string | Promise<string>,
): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    // Asking the page may fail as well: then its failure is the reason given.
    Promise.resolve()
      .then(sentence)
      .then((text) => late.reject(new Error(text)), late.reject);
  }, ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
