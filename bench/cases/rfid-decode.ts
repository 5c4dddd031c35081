import type { TagContent, TagMemory, TagProfile } from '../../drivers/rfid/tags/index.ts';
import { decodeTag, defaultTagSettings, encodeTag } from '../../drivers/rfid/tags/index.ts';
import type { Bench, Figure } from '../measure.ts';
import { figure, median } from '../measure.ts';

/** What one data model is asked to read. */
interface TagRow {
  /** Name of the figure. */
  readonly name: string;
  readonly profile: TagProfile;
  readonly target: string;
}

const rows: readonly TagRow[] = [
  { name: 'rfid-decode', profile: 'iso28560-3', target: '200 000 or more' },
  { name: 'rfid-decode-28560-2', profile: 'iso28560-2', target: 'a row of its own' },
  { name: 'rfid-decode-28560-4', profile: 'iso28560-4', target: 'a row of its own' },
  { name: 'rfid-decode-alliance', profile: 'alliance', target: 'a row of its own' },
];

const different = 1_000;
const passes = 7;
const roundsPerPass = 100;
/** A whole ICODE SLIX, as a reader hands it over. */
const hfBytes = 112;

/** Tags read per second, each as it came from the reader, nothing told about its model; against copying its bytes. */
export const rfidDecode: readonly Bench[] = rows.map(({ name, profile, target }) => ({
  name,
  run: (): Promise<Figure> => {
    const tags = Array.from({ length: different }, (_, index) => tagOf(profile, contentOf(index)));
    const ours = measured(() => {
      for (const tag of tags)
        if (decodeTag(tag, 'auto').kind !== 'item') throw new Error(`${name}: a tag was not read`);
    });
    const held = new Uint8Array(hfBytes);
    const copies = measured(() => {
      for (const tag of tags) held.set(tag.technology === 'hf' ? tag.bytes : tag.epcBank);
    });
    return Promise.resolve(
      figure({
        name,
        value: median(ours),
        unit: 'tags/s',
        baseline: median(copies),
        against: 'copying the same bytes',
        target,
      }),
    );
  },
}));

function measured(round: () => void): readonly number[] {
  return Array.from({ length: passes }, () => {
    const started = performance.now();
    for (let at = 0; at < roundsPerPass; at += 1) round();
    return (different * roundsPerPass * 1_000) / (performance.now() - started);
  });
}

function contentOf(index: number): TagContent {
  return {
    kind: 'item',
    itemId: `VV${String(index * 37).padStart(8, '0')}`,
    owner: 'VN-TVBG',
    parts: { number: 1, total: 1 },
  };
}

function tagOf(profile: TagProfile, content: TagContent): TagMemory {
  const encoding = encodeTag(profile, content, {}, defaultTagSettings);
  if (!encoding.ok) throw new Error(`${profile}: ${encoding.problem} ${encoding.field}`);
  const { tag } = encoding;
  if (tag.technology === 'uhf') return { technology: 'uhf', epcBank: tag.epcBank, tid: null, user: tag.user };
  const bytes = new Uint8Array(hfBytes);
  bytes.set(tag.bytes);
  return { technology: 'hf', uid: new Uint8Array(8), dsfid: tag.dsfid, afi: tag.afi, bytes };
}
