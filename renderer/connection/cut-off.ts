/**
 * Ties calls to a line: the function given back passes a call on, and rejects it when `closed` settles first. A race
 * with `closed` itself would keep every answer for as long as the line is open, and a line is open all day.
 */
export function cutOffBy(closed: Promise<void>): <T>(call: Promise<T>) => Promise<T> {
  const waiting = new Set<(error: Error) => void>();
  let isClosed = false;
  const cutAllOff = async (): Promise<void> => {
    await closed;
    isClosed = true;
    for (const cutOff of waiting) cutOff(lost());
    waiting.clear();
  };
  void cutAllOff();
  return (call) =>
    new Promise((resolve, reject) => {
      if (isClosed) reject(lost());
      else waiting.add(reject);
      void call.then(resolve, reject).finally(() => waiting.delete(reject));
    });
}

function lost(): Error {
  return new Error('The line to the core was lost.');
}
