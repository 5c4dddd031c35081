/** What differs between FEIG readers and the libraries that use them. */
export interface FeigSettings {
  /** `standard` for readers of before about 2005; answers over 255 bytes come advanced in any case. */
  readonly frames: 'advanced' | 'standard';
  /**
   * Whether the reader turns the bytes inside each data block round. Not stated in any manual we could read; a wrong
   * setting shows in the checksum of the tag's content (reference/devices.md §2.1 [U], §1.2).
   */
  readonly blockBytes: 'as-on-tag' | 'reversed';
  /** Whether the DSFID may be written, by sub-command 29 [U]. */
  readonly writesDsfid: boolean;
}

export const defaultFeigSettings: FeigSettings = {
  frames: 'advanced',
  blockBytes: 'as-on-tag',
  writesDsfid: false,
};
