/** Whether these are whole blocks of a size that a tag can have and one command can carry. */
export function isWholeBlocks(bytes: Uint8Array, blockSize: number, most: number): boolean {
  return blockSize >= 1 && blockSize <= most && bytes.length % blockSize === 0;
}
