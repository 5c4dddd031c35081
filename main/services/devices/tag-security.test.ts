import { describe, expect, it } from 'vitest';
import type { SecurityState } from '../../../contract/devices/config.ts';
import type { TagSecured, TagSeen } from '../../../contract/devices/drivers.ts';
import type { RowSecurity } from '../../../contract/workstation/desk.ts';
import type { DeskRow } from '../../../contract/workstation/desk.ts';
import { testFolder } from '../../testing/folders.ts';
import { smallLibrary } from '../../testing/small-library.ts';
import { testDatabases, testStation, type TestStation } from '../../testing/station.ts';
import type { TagField } from './tag-field.ts';
import { tagField } from './tag-field.ts';
import { tagKeeper, type TagKeeper } from './tag-security.ts';

const tag = (code: string, number = 1, total = 1): TagSeen => ({
  address: `${code} ${number}`,
  technology: 'hf',
  kind: 'item',
  code,
  owner: null,
  part: total > 1 ? { number, total } : null,
  security: 'on',
});

/** A pad whose tags do as the test says. */
interface Pad {
  readonly field: TagField;
  readonly asked: (readonly [string, SecurityState])[];
  failure: TagSecured['failure'];
  /** Called before a write is answered. */
  meanwhile: () => Promise<void>;
}

interface TaggedStation extends TestStation {
  readonly pad: Pad;
  readonly keeper: TagKeeper;
  lay(...tags: readonly TagSeen[]): Promise<void>;
  row(code: string): Promise<DeskRow | undefined>;
}

async function tagged(folder = testFolder()): Promise<TaggedStation> {
  const field = tagField(() => performance.now());
  const pad: Pad = { field, asked: [], failure: null, meanwhile: () => Promise.resolve() };
  const late = Promise.withResolvers<TagKeeper>();
  const station = await testStation(smallLibrary, folder, 'all', {
    isThere: (code) => field.parts(code) !== null,
    secureFirst: async (code) => (await late.promise).secureFirst(code),
    write: async (tasks, show) => (await late.promise).write(tasks, show),
  });
  const keeper = tagKeeper({
    field,
    secure: async (code, state) => {
      pad.asked.push([code, state]);
      await pad.meanwhile();
      const { failure } = pad;
      return field.parts(code) === null ? [] : [{ address: code, failure }];
    },
    tasks: station.databases.writer,
    onChange: () => undefined,
  });
  late.resolve(keeper);
  return {
    ...station,
    pad,
    keeper,
    async lay(...tags) {
      for (const each of tags) field.came('pad', each);
      await station.databases.writer.setTagField(field.codes());
    },
    row: async (code) => (await station.rows()).find(({ item }) => item?.barcode === code),
  };
}
const settled = async ({ row }: TaggedStation, code: string): Promise<RowSecurity | null> => {
  for (;;) {
    const security = (await row(code))?.security ?? null;
    if (security?.state !== 'writing') return security;
    await new Promise(setImmediate);
  }
};

describe('tags follow the record', () => {
  it('a loan releases, a return secures first and again when it is recorded', async () => {
    const station = await tagged();
    await station.lay(tag('VV.1'));
    await station.desk.scan('THE-1');
    await station.desk.scan('VV.1');
    expect(await settled(station, 'VV.1')).toEqual({ wanted: 'off', state: 'done', problem: null });
    expect(station.pad.asked).toEqual([['VV.1', 'off']]);
    await station.desk.finish(false);
    await station.desk.scan('VV.1');
    expect(await settled(station, 'VV.1')).toEqual({ wanted: 'on', state: 'done', problem: null });
    expect(station.pad.asked.slice(1)).toEqual([
      ['VV.1', 'on'],
      ['VV.1', 'on'],
    ]);
    expect(await station.keeper.failed()).toEqual([]);
  });

  it('undoing a loan secures', async () => {
    const station = await tagged();
    await station.lay(tag('VV.1'));
    await station.desk.scan('THE-1');
    await station.desk.scan('VV.1');
    await settled(station, 'VV.1');
    await station.desk.undo(null);
    await settled(station, 'VV.1');
    expect(station.pad.asked.at(-1)).toEqual(['VV.1', 'on']);
  });

  it('a copy that no reader sees is not written, and not missed', async () => {
    const station = await tagged();
    await station.desk.scan('THE-1');
    await station.desk.scan('VV.1');
    expect((await station.row('VV.1'))?.security ?? null).toBe(null);
    expect(station.pad.asked).toEqual([]);
  });

  it('one that refuses is listed, tried again, and done', async () => {
    const station = await tagged();
    await station.lay(tag('VV.1'));
    station.pad.failure = 'refused';
    await station.desk.scan('THE-1');
    await station.desk.scan('VV.1');
    expect(await settled(station, 'VV.1')).toEqual({ wanted: 'off', state: 'failed', problem: 'LT-2111' });
    const [listed] = await station.keeper.failed();
    expect(listed).toMatchObject({ wanted: 'off' });
    const item = (await station.row('VV.1'))?.item?.id ?? '';
    await station.keeper.retry(item);
    expect(await station.keeper.failed()).toHaveLength(1);
    station.pad.failure = null;
    await station.keeper.retry(item);
    expect(await station.keeper.failed()).toEqual([]);
    expect(await settled(station, 'VV.1')).toMatchObject({ state: 'done' });
    await station.keeper.retry(item);
    expect(station.pad.asked).toHaveLength(3);
  });

  it('taken from the pad before it was written is listed; a person may see to it', async () => {
    const station = await tagged();
    await station.lay(tag('VV.1'));
    station.pad.field.left('pad', ['VV.1 1'], 'taken');
    await station.desk.scan('THE-1');
    await station.desk.scan('VV.1');
    expect(await settled(station, 'VV.1')).toMatchObject({ state: 'failed', problem: 'LT-2111' });
    await station.keeper.dismiss((await station.row('VV.1'))?.item?.id ?? '');
    expect(await station.keeper.failed()).toEqual([]);
  });

  it('a set is done when every part of it is', async () => {
    const station = await tagged();
    await station.lay(tag('VV.1', 1, 2), tag('VV.1', 2, 2));
    await station.desk.scan('THE-1');
    // One of two answered.
    await station.desk.scan('VV.1');
    expect(await settled(station, 'VV.1')).toMatchObject({ state: 'failed' });
  });

  it('what a later act wants is not forgotten when an earlier write ends', async () => {
    const station = await tagged();
    await station.lay(tag('VV.1'));
    const slow = Promise.withResolvers<undefined>();
    const begun = Promise.withResolvers<undefined>();
    station.pad.meanwhile = () => {
      begun.resolve(undefined);
      return slow.promise.then(() => undefined);
    };
    await station.desk.scan('THE-1');
    await station.desk.scan('VV.1');
    await begun.promise;
    // Undone before the tag was written: the tag has to be on, and that fails.
    const second = Promise.withResolvers<undefined>();
    station.pad.meanwhile = async () => {
      await second.promise;
      station.pad.failure = 'no-tag';
    };
    await station.desk.undo(null);
    slow.resolve(undefined);
    await new Promise(setImmediate);
    while (
      (await station.databases.writer.tagTask((await station.row('VV.1'))?.item?.id ?? ''))?.wanted !== 'on'
    )
      await new Promise(setImmediate);
    second.resolve(undefined);
    while ((await station.keeper.failed()).length === 0) await new Promise(setImmediate);
    expect(await station.keeper.failed()).toMatchObject([{ wanted: 'on' }]);
  });

  it('what was being written when the program ended is listed', async () => {
    const folder = testFolder();
    const station = await tagged(folder);
    await station.lay(tag('VV.1'));
    station.pad.meanwhile = () => new Promise(() => undefined);
    await station.desk.scan('THE-1');
    await station.desk.scan('VV.1');
    expect((await station.row('VV.1'))?.security).toMatchObject({ state: 'writing' });
    expect(await station.keeper.failed()).toEqual([]);
    await station.databases.close();
    const again = await testDatabases(folder);
    expect(await again.writer.failedTags()).toMatchObject([{ wanted: 'off', problem: 'LT-2118' }]);
  });
});
