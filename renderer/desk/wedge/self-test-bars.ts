/**
 * `selfTestCode` of `domain/identifiers/self-test.ts` as Code 128: widths in modules of bar, space, bar and so on.
 * Worked out once, so that the page needs no encoder; a test works it out again.
 */
export const selfTestBars =
  '2112141123131123131231221231221232211221322133111321131131412213121312221122321141311222313123112121411132221111431213222331112';

/** Modules of white on either side (ISO/IEC 15417). */
export const quietModules = 10;
