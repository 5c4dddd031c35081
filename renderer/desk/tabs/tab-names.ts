/** What a reader has, in the order of the tabs. */
export const readerTabs = ['loans', 'holds', 'charges', 'history'] as const;
export type ReaderTab = (typeof readerTabs)[number];

/** The tab after this one, round and round: one key goes through all of them. */
export function nextTab(tab: ReaderTab): ReaderTab {
  return readerTabs[(readerTabs.indexOf(tab) + 1) % readerTabs.length] ?? 'loans';
}
