import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../../../domain/catalogue/rows.ts';
import { normaliseCode } from '../../../domain/identifiers/scan.ts';
import { elsewhere, patronRow, smallLibrary } from '../../testing/small-library.ts';
import type { TestStation } from '../../testing/station.ts';
import { testStation } from '../../testing/station.ts';

const nobody = smallLibrary.filter(({ entity }) => entity !== 'patron');
const suggested = async ({ databases }: TestStation): Promise<string> => databases.reader.freeCard();
const receive = async ({ databases }: TestStation, ...rows: readonly EntityRow[]): Promise<void> =>
  databases.writer.applyPage(
    rows.map((row) => ({ known: true, row })),
    (await databases.writer.syncPosition()).feed,
  );
const register = async ({ desk }: TestStation, card: string) =>
  desk.register({
    name: 'Nguyễn Văn Thử',
    birthDate: '01/01/1990',
    category: 'nguoi-lon',
    card,
    residence: '',
    phone: '',
    email: '',
    citizenId: '',
    guarantor: null,
    guardianName: '',
    guardianPhone: '',
    exemption: null,
    consents: [],
  });

describe('the card number that is suggested', () => {
  it('follows the highest there is', async () => {
    const station = await testStation(nobody);
    const cases: readonly (readonly [string, readonly string[], string])[] = [
      ['with as many digits', ['BN-000017', 'BN-000009'], 'BN-000018'],
      ['with a digit more when it has to', ['BN-9'], 'BN-10'],
      ['which is ten, not nine', ['BN-9', 'BN-10'], 'BN-11'],
      ['in the spelling in which cards are looked up', ['bn-000041'], 'BN-000042'],
      ['whatever cards without a number are called', ['BN-000017', 'KHACH-CUA-THU-VIEN'], 'BN-000018'],
      ['and never gives the first number twice', ['LIB-A-000001', 'KHACH-CUA-THU-VIEN'], 'LIB-A-000002'],
      ['exactly, however long', ['90071992547409930000'], '90071992547409930001'],
      ['or begins where there is none', ['KHACH'], 'LIB-A-000001'],
    ];
    for (const [what, cards, free] of cases) {
      await station.databases.writer.clearMirror();
      await receive(station, ...nobody, ...cards.map((card) => patronRow(card)));
      expect(await suggested(station), what).toBe(free);
    }
  });

  it('is of this library: another may have the same numbers', async () => {
    const station = await testStation([
      ...nobody,
      patronRow('BN-000003'),
      patronRow('BN-000099', { id: 'patron-khac', library: elsewhere }),
    ]);
    expect(await suggested(station)).toBe('BN-000004');
  });

  it('is taken by whoever is registered with it, and the next one follows', async () => {
    const station = await testStation(nobody);
    for (const free of ['LIB-A-000001', 'LIB-A-000002', 'LIB-A-000003']) {
      expect(await suggested(station)).toBe(free);
      expect((await register(station, free)).ok).toBe(true);
    }
  });

  it('is nobody’s, whatever cards there are', async () => {
    const station = await testStation(nobody);
    const taken = new Set<string>();
    const cards = fc.array(fc.stringMatching(/^(?:LIB-A-|[A-Zđ. -]{0,14})\d{0,18}$/u), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(cards, async (printed) => {
        const given = printed.filter((card) => card.trim() !== '');
        await receive(station, ...given.map((card) => patronRow(card)));
        for (const card of given) taken.add(normaliseCode(card));
        expect(taken).not.toContain(await suggested(station));
      }),
      { numRuns: 40 },
    );
  });
});
