import { epcOf, type EmulatedUhfTag, type TagField } from './field.ts';

/** The Gen2 tags that an emulated UHF reader sees, in the order they were put. */
export function uhfTags(field: TagField): readonly EmulatedUhfTag[] {
  return field.present().filter((tag) => tag.technology === 'uhf');
}

/** PC word of a tag. */
export function pcOf(tag: EmulatedUhfTag): Uint8Array {
  return tag.banks[1].subarray(2, 4);
}

/**
 * Whether a tag takes a write with this password: a tag that has an access password (reserved bank, words 2 and 3)
 * takes no other one. Tags that are not there take any, and fail later.
 * @param password 4 bytes
 */
export function takesPassword(field: TagField, epc: string, password: Uint8Array): boolean {
  const tag = uhfTags(field).find((candidate) => epcOf(candidate) === epc);
  const own = Buffer.from(tag?.banks[0].subarray(4, 8) ?? []);
  return own.every((byte) => byte === 0) || own.equals(password);
}
