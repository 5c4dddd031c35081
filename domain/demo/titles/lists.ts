/** The parts of a list written with commas. */
export function list(text: string): readonly string[] {
  return text.split(',').map((part) => part.trim());
}

/** A subject with its Dewey number. */
export interface Topic {
  readonly name: string;
  readonly ddc: string;
}

/** Subjects written as `name | number`, one on each line or between semicolons. */
export function topics(text: string): readonly Topic[] {
  return text
    .trim()
    .split(/[\n;]/u)
    .map((line) => {
      const [name, ddc] = line.split('|').map((part) => part.trim());
      if (!name || !ddc) throw new Error(`not a subject with its number: ${line}`);
      return { name, ddc };
    });
}
