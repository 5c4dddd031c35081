import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../../../domain/catalogue/rows.ts';
import type { Exception } from '../../../domain/exceptions/exception.ts';
import { at, libraryUnder } from '../../testing/past-rows.ts';
import { elsewhere, here } from '../../testing/small-library.ts';
import type { TestStation } from '../../testing/station.ts';
import { testStation } from '../../testing/station.ts';

const item = `item-${here}-VV.1`;

/** Two desks lent `VV.1` apart: this one to `THE-1`, one of the other library to `THE-2`. */
function doubleLoan(id: string, changes: Partial<Exception> = {}): EntityRow {
  const side = {
    kind: 'loan.checked-out',
    actor: 'nv-1',
    item,
    barcode: 'VV.1',
    due: null,
    amount: null,
  } as const;
  return {
    entity: 'exception',
    row: {
      id,
      rule: 'double-loan',
      stream: `item/${item}`,
      libraries: [here, elsewhere],
      item,
      patron: null,
      openedAt: at(-1),
      sides: [
        {
          ...side,
          fact: 'f1',
          at: at(-1),
          station: 'ST-1',
          desk: 'Quầy 1',
          library: here,
          patron: 'patron-THE-1',
        },
        {
          ...side,
          fact: 'f2',
          at: at(-1, '09:30'),
          station: 'ST-7',
          desk: 'Quầy 7',
          library: elsewhere,
          patron: 'patron-THE-2',
        },
      ],
      resolved: null,
      ...changes,
    },
  };
}

/** As a province says it that is older than the names of places. */
const saidOnce = (days: number) => ({
  fact: 'f9',
  resolution: 'corrected',
  note: '',
  at: at(days),
  by: 'nv-1',
  desk: 'Quầy 7',
});

const said = (days: number): Exception['resolved'] => ({
  ...saidOnce(days),
  station: 'ST-7',
  library: elsewhere,
});

const idsOf = async ({ databases }: TestStation) =>
  (await databases.reader.exceptions()).map(({ id, resolved }) => [id, resolved !== null]);

describe('the list of what facts disagree about', () => {
  it('has what waits first, the newest first, then what was dealt with lately', async () => {
    const station = await testStation(
      libraryUnder({}, [
        doubleLoan('old', { openedAt: at(-3) }),
        doubleLoan('new', { openedAt: at(-1) }),
        doubleLoan('done', { resolved: said(-2) }),
        doubleLoan('done-yesterday', { resolved: said(-1) }),
        doubleLoan('done-long-ago', { resolved: said(-40) }),
        doubleLoan('of-others', { libraries: [elsewhere] }),
        doubleLoan('of-nobody', { libraries: [], openedAt: at(-2) }),
      ]),
    );
    expect(await idsOf(station)).toStrictEqual([
      ['new', false],
      ['of-nobody', false],
      ['old', false],
      ['done-yesterday', true],
      ['done', true],
    ]);
  });

  it('names the copy, the readers and the libraries, and what can be done', async () => {
    const station = await testStation(libraryUnder({}, [doubleLoan('one')]));
    expect(await station.databases.reader.exceptions()).toMatchObject([
      {
        item: { title: 'Dế Mèn phiêu lưu ký', barcode: 'VV.1' },
        facts: [
          { here: true, library: 'Thư viện Thử nghiệm A', patron: { name: 'Bạn đọc Thử THE-1' } },
          { here: false, library: 'Thư viện Thử nghiệm B', patron: { card: 'THE-2' } },
        ],
        resolutions: ['last-has-it', 'first-has-it', 'corrected', 'as-it-should-be'],
        resolved: null,
        provisional: false,
      },
    ]);
  });

  it('names who did it at this desk; of others the place, also where they have the same id', async () => {
    const station = await testStation(
      libraryUnder({}, [
        doubleLoan('one', { openedAt: at(-1) }),
        doubleLoan('theirs', { resolved: said(-1) }),
        doubleLoan('before', {
          resolved: { ...saidOnce(-2), by: 'nv-0', station: 'ST-1', library: here },
        }),
      ]),
    );
    await station.desk.act({
      do: 'resolve-exception',
      exception: 'one',
      resolution: 'last-has-it',
      note: '',
    });
    const [mine, theirs, before] = await station.databases.reader.exceptions();
    expect(mine?.facts.map(({ side, staff }) => [side.desk, staff])).toStrictEqual([
      ['Quầy 1', 'Thủ thư Thử'],
      ['Quầy 7', null],
    ]);
    expect(mine?.resolvedBy).toStrictEqual({ staff: 'Thủ thư Thử', library: 'Thư viện Thử nghiệm A' });
    expect(theirs?.resolvedBy).toStrictEqual({ staff: null, library: 'Thư viện Thử nghiệm B' });
    expect(before?.resolvedBy).toStrictEqual({ staff: null, library: 'Thư viện Thử nghiệm A' });
  });

  it('shows what an older province says of who dealt with it: the desk', async () => {
    const station = await testStation(libraryUnder({}, [doubleLoan('one', { resolved: saidOnce(-1) })]));
    expect(await station.databases.reader.exceptions()).toMatchObject([
      { resolved: { desk: 'Quầy 7' }, resolvedBy: { staff: null, library: null } },
    ]);
  });

  it('shows at once what this desk says of one, and that the province does not know yet', async () => {
    const station = await testStation(libraryUnder({}, [doubleLoan('one')]));
    const row = await station.desk.act({
      do: 'resolve-exception',
      exception: 'one',
      resolution: 'last-has-it',
      note: 'Đã gọi THE-1.',
    });
    expect(row).toMatchObject({ act: 'exception', state: 'done', item: { barcode: 'VV.1' } });
    expect(await station.databases.reader.exceptions()).toMatchObject([
      {
        resolved: { resolution: 'last-has-it', note: 'Đã gọi THE-1.', by: 'nv-1', desk: 'Quầy 1' },
        provisional: true,
      },
    ]);
    await station.desk.undo(row.undo);
    expect(await idsOf(station)).toStrictEqual([['one', false]]);
  });

  it('keeps the answer when the province sends the rows of that copy again before it has it', async () => {
    const station = await testStation(libraryUnder({}, [doubleLoan('one')]));
    await station.desk.act({
      do: 'resolve-exception',
      exception: 'one',
      resolution: 'first-has-it',
      note: '',
    });
    await station.databases.writer.applyPage([{ known: true, row: doubleLoan('one') }], {
      epoch: 'e1',
      cursor: 1000,
      includes: 0,
      freshAt: null,
    });
    expect(await idsOf(station)).toStrictEqual([['one', true]]);
  });
});
