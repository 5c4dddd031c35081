import { decodeAlliance } from './alliance/decode.ts';
import { decodeObjects } from './iso15962/decode.ts';
import type { Evidence } from './iso15962/decode.ts';
import { decodeFixed } from './iso28560-3/decode.ts';
import { isRawProfile, rawText } from './raw.ts';
import type { TagSettings } from './settings.ts';
import { defaultTagSettings, securedByAfi } from './settings.ts';
import type {
  HfTagMemory,
  ItemReading,
  RawProfile,
  TagMemory,
  TagParts,
  TagProfile,
  TagReading,
  UhfTagMemory,
  WhyUnknown,
} from './tag.ts';
import { isAllZero, isIdentifier } from './text.ts';
import { isFactoryEpc } from './blank.ts';
import type { EpcBank } from './uhf/epc-bank.ts';
import { readEpcBank } from './uhf/epc-bank.ts';
import { decodeUii, libraryDsfid } from './uhf/iso28560-4.ts';

const everyModel: readonly TagProfile[] = ['iso28560-3', 'iso28560-2', 'iso28560-4', 'alliance'];

type Attempt =
  | Extract<TagReading, { readonly kind: 'item' | 'patron-card' }>
  | { readonly why: WhyUnknown | 'blank' };
type Model = Partial<Omit<ItemReading, 'kind' | 'itemId'>> & {
  readonly profile: TagProfile;
  readonly id: string;
};

/**
 * What is on a tag. Profiles are tried in their order; those of the other technology are passed over, raw profiles
 * only tried when they are named. Never throws, whatever the bytes, and never guesses: a tag that no profile reads
 * soundly is `unknown` with the best reason, an empty or factory-new one `blank`.
 */
export function decodeTag(
  memory: TagMemory,
  profiles: readonly TagProfile[] | 'auto',
  settings: TagSettings = defaultTagSettings,
): TagReading {
  return memory.technology === 'hf'
    ? decodeHf(memory, profiles, settings)
    : decodeUhf(memory, profiles, settings);
}

function decodeHf(
  memory: HfTagMemory,
  profiles: readonly TagProfile[] | 'auto',
  settings: TagSettings,
): TagReading {
  const { bytes, dsfid } = memory;
  const secured = securedByAfi(memory.afi, settings.afi);
  const evidence =
    dsfid === libraryDsfid ? 'dsfid' : profiles !== 'auto' && profiles.length === 1 ? 'asked' : 'none';
  const empty = bytes[0] === 0 && isAllZero(bytes);
  let why: WhyUnknown | 'blank' = empty ? 'blank' : 'foreign';
  for (const profile of profiles === 'auto' ? everyModel : profiles) {
    const attempt = attemptHf(profile, memory, empty, evidence, secured, settings);
    if (attempt === null) continue;
    if ('kind' in attempt) return attempt;
    why = worse(why, attempt.why);
  }
  return notRead(bytes.length === 0 && why === 'blank' ? 'short' : why);
}

function attemptHf(
  profile: TagProfile,
  memory: HfTagMemory,
  empty: boolean,
  evidence: Evidence,
  secured: boolean | null,
  settings: TagSettings,
): Attempt | null {
  if (isRawProfile(profile)) {
    const fromMemory = settings.raw.from === 'memory';
    if (fromMemory && empty) return null;
    return rawAttempt(profile, fromMemory ? memory.bytes : memory.uid, secured, settings);
  }
  if (empty) return null;
  if (profile === 'iso28560-3') {
    const decoded = decodeFixed(memory.bytes, settings.partOrder);
    return decoded.ok ? reading({ ...decoded.tag, profile, secured }) : { why: decoded.why };
  }
  if (profile !== 'iso28560-2') return null;
  const decoded = decodeObjects(memory.bytes, evidence);
  return decoded.ok ? reading({ ...decoded.tag, profile, secured }) : { why: decoded.why };
}

function decodeUhf(
  memory: UhfTagMemory,
  profiles: readonly TagProfile[] | 'auto',
  settings: TagSettings,
): TagReading {
  const read = readEpcBank(memory.epcBank);
  if (!read.ok) return notRead(memory.epcBank.length > 0 && isAllZero(memory.epcBank) ? 'blank' : read.why);
  const { bank } = read;
  const empty = isAllZero(bank.epc);
  let why: WhyUnknown | 'blank' = empty || isFactoryEpc(bank) ? 'blank' : 'foreign';
  for (const profile of profiles === 'auto' ? everyModel : profiles) {
    const attempt = attemptUhf(profile, bank, memory.user, settings);
    if (attempt === null) continue;
    if ('kind' in attempt) return attempt;
    why = worse(why, attempt.why);
  }
  return notRead(why);
}

function attemptUhf(
  profile: TagProfile,
  bank: EpcBank,
  user: Uint8Array | null,
  settings: TagSettings,
): Attempt | null {
  const secured = securedByAfi(bank.afi, settings.afi);
  if (isRawProfile(profile)) {
    const bytes = settings.raw.from === 'memory' ? (user ?? new Uint8Array()) : bank.epc;
    return isAllZero(bytes) ? null : rawAttempt(profile, bytes, secured, settings);
  }
  if (isAllZero(bank.epc)) return null;
  if (profile === 'iso28560-4') {
    const decoded = decodeUii(bank, user, [settings.afi.secured, settings.afi.onLoan, ...libraryAfis]);
    return decoded.ok ? reading({ ...decoded.tag, profile, secured }) : { why: decoded.why };
  }
  if (profile !== 'alliance') return null;
  const decoded = decodeAlliance(bank, user);
  return decoded.ok
    ? reading({ ...decoded.tag, profile, secured: !decoded.tag.onLoan })
    : { why: decoded.why };
}

/** The pair of ISO 28560, whatever the site writes. */
const libraryAfis: readonly number[] = [defaultTagSettings.afi.secured, defaultTagSettings.afi.onLoan];

function rawAttempt(
  profile: RawProfile,
  bytes: Uint8Array,
  secured: boolean | null,
  settings: TagSettings,
): Attempt {
  const id = rawText(profile, bytes, settings.raw.length);
  return id !== null && isIdentifier(id) ? reading({ profile, id, secured }) : { why: 'foreign' };
}

function reading(model: Model): Attempt {
  const facts = {
    profile: model.profile,
    owner: model.owner ?? null,
    usage: model.usage ?? null,
    title: model.title ?? titleOf(model),
    secured: model.secured ?? null,
    objects: model.objects ?? [],
    blocks: model.blocks ?? [],
    complete: model.complete ?? true,
    layout: model.layout ?? null,
  };
  if (facts.usage?.name === 'patron-card') return { kind: 'patron-card', cardNumber: model.id, ...facts };
  const parts: TagParts | null = model.parts ?? null;
  return { kind: 'item', itemId: model.id, parts, ...facts };
}

/** ISO 28560-3 keeps it in a block of its own. */
function titleOf({ profile, objects = [] }: Model): string | null {
  return profile === 'iso28560-3' ? (objects.find(({ oid }) => oid === 17)?.text ?? null) : null;
}

const gravity: readonly (WhyUnknown | 'blank')[] = [
  'foreign',
  'short',
  'checksum',
  'blank',
  'no-identifier',
  'damaged',
];

/** Of the reasons that the profiles gave, the one that says most. */
function worse(one: WhyUnknown | 'blank', other: WhyUnknown | 'blank'): WhyUnknown | 'blank' {
  return gravity.indexOf(other) > gravity.indexOf(one) ? other : one;
}

function notRead(why: WhyUnknown | 'blank'): TagReading {
  return why === 'blank' ? { kind: 'blank' } : { kind: 'unknown', why };
}
