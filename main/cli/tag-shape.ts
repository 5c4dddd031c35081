import { z } from 'zod';
import type { TagContent, TagSettings } from '../../drivers/rfid/tags/index.ts';
import { defaultTagSettings } from '../../drivers/rfid/tags/index.ts';

const byte = z.int().min(0).max(0xff);
const text = z.string().max(1_000);
const count = z.int().min(1).max(0xffff);

const settings = z.strictObject({
  nibbleOrder: z.enum(['usage-high', 'version-high']).nullish(),
  partOrder: z.enum(['total-first', 'number-first']).optional(),
  blocksReversed: z.boolean().optional(),
  afi: z.strictObject({ secured: byte, onLoan: byte }).optional(),
  lockedElements: z.array(z.int().min(1).max(270)).max(64).optional(),
  alliance: z.strictObject({ version: z.int().min(1).max(64), sorting: z.int().min(0).max(15) }).optional(),
  raw: z
    .strictObject({ from: z.enum(['address', 'memory']), length: z.int().min(1).max(64).nullable() })
    .optional(),
});

/** What `tag encode` takes. What `tag decode` prints is taken too: fields that only tell how it was read are ignored. */
export const tagShape = z
  .object({
    kind: z.enum(['item', 'patron-card']).optional(),
    itemId: text.optional(),
    cardNumber: text.optional(),
    owner: text.nullish(),
    usage: z.union([z.object({ code: text }), text]).nullish(),
    title: text.nullish(),
    parts: z.object({ number: count, total: count }).nullish(),
    objects: z
      .array(z.object({ oid: z.int().min(1).max(270), text, scheme: z.int().min(0).max(7).optional() }))
      .max(64)
      .optional(),
    blocks: z
      .array(z.object({ id: z.int().min(0).max(0xff_ffff), hex: text }))
      .max(64)
      .optional(),
    secured: z.boolean().nullish(),
    /** Bytes of the tag's memory, of its EPC, of its blocks. */
    size: z
      .strictObject({
        userBytes: z.int().min(0).max(65_536).optional(),
        epcBytes: z.int().min(2).max(62).optional(),
        blockSize: z.int().min(1).max(32).optional(),
      })
      .optional(),
    settings: settings.optional(),
  })
  .refine(({ itemId, cardNumber }) => (itemId === undefined) !== (cardNumber === undefined), {
    message: 'cần đúng một trong hai: itemId hoặc cardNumber',
  })
  .refine(({ kind, itemId }) => kind === undefined || (kind === 'item') === (itemId !== undefined), {
    message: 'kind không khớp với itemId hoặc cardNumber',
  });

export type TagQuestion = z.infer<typeof tagShape>;

export function contentOf(asked: TagQuestion): TagContent {
  const { owner, title, objects, blocks, secured, itemId, cardNumber } = asked;
  const usage = typeof asked.usage === 'string' ? { code: asked.usage } : asked.usage;
  const common = { owner, usage, title, objects, blocks, secured };
  return itemId === undefined
    ? { kind: 'patron-card', cardNumber: cardNumber ?? '', ...common }
    : { kind: 'item', itemId, parts: asked.parts, ...common };
}

/** @param base what is meant where nothing is said */
export function settingsOf(
  asked: TagQuestion['settings'],
  base: TagSettings = defaultTagSettings,
): TagSettings {
  return {
    profiles: base.profiles,
    nibbleOrder: asked?.nibbleOrder ?? base.nibbleOrder,
    partOrder: asked?.partOrder ?? base.partOrder,
    blocksReversed: asked?.blocksReversed ?? base.blocksReversed,
    afi: asked?.afi ?? base.afi,
    lockedElements: asked?.lockedElements ?? base.lockedElements,
    alliance: asked?.alliance ?? base.alliance,
    raw: asked?.raw ?? base.raw,
  };
}
