/** What the province has been given of copies, by others than desks. */
export interface Catalogued {
  /** False before it was given any library: then it has no readers and copies either, and none is called unknown. */
  readonly begun: boolean;
  /** Whether this copy is catalogued. */
  readonly item: (id: string) => boolean;
}

/** Of a province that was given nothing yet. */
export const nothingCatalogued: Catalogued = { begun: false, item: () => false };
