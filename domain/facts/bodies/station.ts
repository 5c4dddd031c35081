/**
 * A station's journal turned out to be a copy, or an older picture of itself: another computer, or this one before,
 * had sent other facts under the same sequences. The journal went on under a new name, in which this fact stands.
 */
export interface StationForked {
  /** Library of the station. */
  readonly library: string;
  /** The incarnation that was left. */
  readonly from: string;
  /** Last sequence of it that was known to be held by the province. */
  readonly after: number;
  /** Facts that were taken over into the new one. */
  readonly copied: number;
}

/**
 * A station's journal was found damaged. What could be read of it stays, and it went on under a new name, in which this
 * fact stands. Facts that only stood in the damaged place are lost; how many nobody can say who has not seen the desk.
 */
export interface JournalDamaged extends StationForked {
  /** Entries, over all incarnations, that stood whole before the first damage. */
  readonly readable: number;
  /** Whole facts behind the damage, which are among `copied`. */
  readonly salvaged: number;
}
