import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../main/store/store.ts';
import { scanAt } from '../../main/testing/desk-context.ts';
import { itemRow } from '../../main/testing/small-library.ts';
import { publishRows } from '../../province/catalogue/publish.ts';
import { syncedStation, testNetwork } from './network.ts';

describe('a station that begins with a snapshot', () => {
  it('shows its own loans over the rows, sent or not, and follows the feed from there', async () => {
    const network = await testNetwork({ behind: 100, empty: 5 });
    const first = await syncedStation(network, 'ST-1');
    // There is none yet: it asks for one and takes the feed meanwhile.
    await first.until(({ state }) => state === 'online');
    await network.snapshotsMade();
    await first.scan('VV.1');
    await first.until(({ state, unsent }) => state === 'online' && unsent === 0);
    await first.sync.stop();
    await first.databases.close();

    // Its mirror is lost; it goes on by number, and nothing of that is sent yet.
    rmSync(join(first.folder, 'mirror.db'));
    const { store } = openStore(first.folder, 'ST-1');
    scanAt(store, 'VV.1', null);
    const unsent = store.journal.unsent().count;
    store.close();

    const again = await syncedStation(network, 'ST-1', first.folder);
    const loading = await again.until(({ progress }) => progress?.unit === 'bytes');
    expect(loading.state).toBe('catching-up');
    await again.until((status) => status.state === 'online' && status.unsent === 0);
    await again.scan('VV.2');
    const loans = async () => (await again.databases.reader.patronPanel('patron-THE-1'))?.loans;
    await again.eventually(async () => (await loans())?.length === (unsent > 0 ? 1 : 2));
    await publishRows(network.province.db, [itemRow('NEW.1')]);
    again.sync.wake();
    await again.eventually(() => again.databases.writer.isCopy('NEW.1'));
    expect(readdirSync(first.folder).filter((name) => name.startsWith('mirror.next'))).toStrictEqual([]);
  });
});
