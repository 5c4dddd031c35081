import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../../../domain/catalogue/rows.ts';
import { testFolder } from '../../testing/folders.ts';
import { patronRow, smallLibrary } from '../../testing/small-library.ts';
import { testStation } from '../../testing/station.ts';
import { libraryKey, writeLibraryKey } from './library-key.ts';

/** Invented, as is everything here. */
const contact = {
  residence: 'Thôn Thử, Xã Thử',
  phone: '0912345678',
  email: 'thu@example.vn',
  citizenId: '024090001234',
  guardianName: 'Mẹ Thử',
  guardianPhone: '0987654321',
};
const ours = new Uint8Array(32).fill(3);
const sealedBy = (bytes: Uint8Array, card: string, text = JSON.stringify(contact)): EntityRow =>
  patronRow(card, { sealed: libraryKey(bytes).seal(text) });

/** A station that holds our key, in a library whose readers were sealed by it unless the test says otherwise. */
async function withReaders(...rows: readonly EntityRow[]) {
  const folder = testFolder();
  writeLibraryKey(folder, ours);
  return testStation([...smallLibrary, ...rows], folder);
}

describe('sealed contact data', () => {
  it('opens for a look, the citizen number masked but for its end unless it is asked for whole', async () => {
    const { writer } = (
      await withReaders(
        sealedBy(ours, 'THE-9'),
        sealedBy(ours, 'THE-10', JSON.stringify({ ...contact, citizenId: '121234567' })),
        sealedBy(ours, 'THE-11', JSON.stringify({ ...contact, citizenId: '' })),
      )
    ).databases;
    expect(await writer.contact('patron-THE-9', true)).toStrictEqual(contact);
    expect(await writer.contact('patron-THE-9', false)).toStrictEqual({
      ...contact,
      citizenId: '•••••••••234',
    });
    expect((await writer.contact('patron-THE-10', false))?.citizenId).toBe('••••••567');
    expect((await writer.contact('patron-THE-11', false))?.citizenId).toBe('');
  });

  it('stays shut for another key, and when it was changed or never sealed', async () => {
    const changed = libraryKey(ours).seal(JSON.stringify(contact));
    const { writer } = (
      await withReaders(
        sealedBy(new Uint8Array(32).fill(4), 'THE-9'),
        patronRow('THE-10', { sealed: `${changed.slice(0, -8)}AAAAAAAA` }),
        patronRow('THE-11', { sealed: JSON.stringify(contact) }),
        sealedBy(ours, 'THE-12', '{"phone":"0912345678"}'),
      )
    ).databases;
    for (const card of ['THE-9', 'THE-10', 'THE-11', 'THE-12'])
      expect(await writer.contact(`patron-${card}`, true), card).toBeNull();
  });

  it('is none where nothing was given, and of nobody', async () => {
    const { writer } = (await withReaders()).databases;
    expect(await writer.contact('patron-THE-1', true)).toBeNull();
    expect(await writer.contact('khong-co', true)).toBeNull();
  });
});
