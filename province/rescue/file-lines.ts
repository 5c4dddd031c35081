/** A line longer than any that a station writes ends the reading (bytes). */
const longestLine = 8 * 1024 * 1024;

/** The lines of a stream as text, with their bytes; the last one may lack its end. A line that is too long is cut. */
export async function* fileLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (;;) {
      const newline = chunk.indexOf(0x0a, from);
      const part = Buffer.from(chunk.subarray(from, newline === -1 ? chunk.length : newline + 1));
      rest.push(part);
      length += part.length;
      if (newline === -1) break;
      yield Buffer.concat(rest);
      rest = [];
      length = 0;
      from = newline + 1;
    }
    if (length > longestLine) break;
  }
  if (length > 0) yield Buffer.concat(rest).subarray(0, longestLine);
}
