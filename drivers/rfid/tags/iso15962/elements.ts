/** Relative object identifiers of ISO 28560-1 that the codecs treat in their own way; the others are plain texts. */
export const element = {
  id: 1,
  contentParameter: 2,
  owner: 3,
  setInformation: 4,
  usage: 5,
  onixMediaFormat: 7,
  illBorrower: 11,
  title: 17,
  mediaFormat: 19,
  supplyStage: 20,
} as const;

/** ISIL compaction: owner and borrower when writing, and their alternative and subsidiary forms when reading. */
export const isilWritten: ReadonlySet<number> = new Set([element.owner, element.illBorrower]);
export const isilRead: ReadonlySet<number> = new Set([...isilWritten, 23, 24, 25]);

/** One byte each, told in hex. */
export const codeElements: ReadonlySet<number> = new Set([
  element.usage,
  element.mediaFormat,
  element.supplyStage,
]);
