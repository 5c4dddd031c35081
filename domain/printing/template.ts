/** Kinds of paper a desk prints. */
export const slipKinds = ['loan', 'return', 'hold', 'transit', 'payment'] as const;
export type SlipKind = (typeof slipKinds)[number];

/** A library's own wording of a slip. `id` is `<library>/<kind>`. */
export interface SlipTemplate {
  readonly id: string;
  readonly library: string;
  readonly kind: SlipKind;
  /** Mustache text in the slip markup: `docs/slips.md`. */
  readonly text: string;
}
