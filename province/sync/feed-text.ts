import type { FeedLine } from './feed.ts';

/** A page as it was asked for. */
interface PageRange {
  readonly cursor: number;
  readonly reached: number;
  readonly compactedTo: number;
  /** Whether the station knows of skipped positions. */
  readonly skips: boolean;
}

/**
 * The lines of a page as text. Positions that the station is not told of, or that were compacted, become one line for
 * each run of them. A position above `compactedTo` that no line has is lost, and shows as a hole.
 */
export function feedText(
  lines: readonly FeedLine[],
  { cursor, reached, compactedTo, skips }: PageRange,
): readonly string[] {
  const texts: string[] = [];
  let skipped: { readonly from: number; readonly to: number } | null = null;
  let next = cursor + 1;
  const skip = (from: number, to: number): void => {
    if (!skips || to < from) return;
    if (skipped?.to === from - 1) skipped = { from: skipped.from, to };
    else {
      flush();
      skipped = { from, to };
    }
  };
  const flush = (): void => {
    if (skipped) texts.push(`{"pos":${skipped.from},"to":${skipped.to},"skip":true}`);
    skipped = null;
  };
  for (const line of lines) {
    skip(next, Math.min(line.pos - 1, compactedTo));
    if (line.text === null) skip(line.pos, line.pos);
    else {
      flush();
      texts.push(changeLine(line, line.text));
    }
    next = line.pos + 1;
  }
  skip(next, Math.min(reached, compactedTo));
  flush();
  return texts;
}

/** The row goes out as the text the database keeps; parsing it to write it again would be work for nothing. */
function changeLine({ pos, entity, id, protocol }: FeedLine, text: string): string {
  const min = protocol > 1 ? `,"min":${protocol}` : '';
  return `{"pos":${pos},"entity":${JSON.stringify(entity)},"id":${JSON.stringify(id)},"row":${text}${min}}`;
}
