/** Somebody has looked at an exception. What was done about it is in other facts; this one says that it is dealt with. */
export interface ExceptionResolved {
  readonly exception: string;
  /** The stream whose facts disagree: it decides together with this fact. */
  readonly stream: string;
  /** Library of the desk. */
  readonly library: string;
  /** What was done, in a word of the station that said it. */
  readonly resolution: string;
  readonly note: string;
}
