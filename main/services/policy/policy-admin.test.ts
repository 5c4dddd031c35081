import { describe, expect, it } from 'vitest';
import { plainGives, plainLoanPolicy, plainPolicySet } from '../../../domain/world/plain-policies.ts';
import { day, libraryUnder } from '../../testing/past-rows.ts';
import { elsewhere, here, itemRow } from '../../testing/small-library.ts';
import { testStation } from '../../testing/station.ts';

const longer = { ...plainLoanPolicy, id: 'dai', name: 'Mượn dài', renewals: 2 } as const;
const general = { id: 'chung', when: {}, gives: plainGives };
const long = (id: string, when: (typeof general)['when'] & Record<string, string>) => ({
  id,
  when,
  gives: { ...plainGives, loan: 'dai' },
});

/** Adults and children, books and textbooks below them. */
const known = {
  loanPolicies: [plainLoanPolicy, longer],
  categories: [
    { id: 'nguoi-lon', name: 'Người lớn', cardMonths: 12, guardianBelow: 16 },
    { id: 'thieu-nhi', name: 'Thiếu nhi', cardMonths: 12, guardianBelow: 16 },
  ],
  itemClasses: [
    { id: 'sach', name: 'Sách', parent: 'none' },
    { id: 'giao-trinh', name: 'Giáo trình', parent: 'sach' },
  ],
} as const;
const rows = libraryUnder(known, [
  itemRow('GK.1', here, 'giao-trinh', { collection: 'giao-khoa' }),
  { entity: 'policy', row: plainPolicySet({ ...known, id: 'p2', version: 'p2', effectiveFrom: day(30) }) },
]);
/** Every value of `rows`: 2 libraries × 2 categories × 2 classes × 2 collections. */
const space = {
  libraries: [here, elsewhere],
  categories: ['nguoi-lon', 'thieu-nhi'],
  itemClasses: ['sach', 'giao-trinh'],
  collections: ['giao-khoa', 'kho-mo'],
};
const draft = (changes: Parameters<typeof plainPolicySet>[0] = {}) =>
  plainPolicySet({ ...known, id: 'p3', version: 'p3', effectiveFrom: day(0), ...changes });

describe('the policies as a whole', () => {
  it('are every version, the one in force today, and the values rules can ask about', async () => {
    const station = await testStation(rows);
    const overview = await station.databases.reader.policyOverview();
    expect(overview.sets.map(({ version }) => version)).toStrictEqual(['p1', 'p2']);
    expect(overview).toMatchObject({ inForce: 'p1', space });
    expect(overview.libraries).toStrictEqual([
      { id: here, name: 'Thư viện Thử nghiệm A' },
      { id: elsewhere, name: 'Thư viện Thử nghiệm B' },
    ]);
  });

  it('have a saved version at once, with a place that only its rules name', async () => {
    const station = await testStation(rows);
    const set = draft({ rules: [general, long('kho-dong', { collection: 'kho-dong' })] });
    await station.desk.act({ do: 'save-policy', set });
    const overview = await station.databases.reader.policyOverview();
    expect(overview.sets.map(({ version }) => version)).toStrictEqual(['p1', 'p2', 'p3']);
    expect(overview.inForce).toBe('p3');
    expect(overview.space.collections).toStrictEqual(['giao-khoa', 'kho-mo', 'kho-dong']);
  });

  it('are none before the province has sent any', async () => {
    const station = await testStation([]);
    expect(await station.databases.reader.policyOverview()).toStrictEqual({
      sets: [],
      inForce: null,
      space: { libraries: [], categories: [], itemClasses: [], collections: [] },
      libraries: [],
    });
  });
});

describe('a draft before it is saved', () => {
  it('that promises the same has no fault and changes no cell', async () => {
    const { policyPreview } = (await testStation(rows)).databases.reader;
    expect(await policyPreview(draft())).toStrictEqual({
      faults: [],
      impact: { cells: 16, changed: 0, examples: [] },
    });
  });

  it('counts the cells it changes, and shows each from what to what', async () => {
    const { policyPreview } = (await testStation(rows)).databases.reader;
    const { faults, impact } = await policyPreview(
      draft({
        rules: [general, long('tre-em', { category: 'thieu-nhi', itemClass: 'giao-trinh', library: here })],
      }),
    );
    expect([faults, impact.cells, impact.changed]).toStrictEqual([[], 16, 2]);
    expect(
      impact.examples.map(({ subject, before, after }) => [
        subject.collection,
        before?.loan.id,
        after?.loan.id,
        after?.rule.id,
      ]),
    ).toStrictEqual([
      ['giao-khoa', 'thuong', 'dai', 'tre-em'],
      ['kho-mo', 'thuong', 'dai', 'tre-em'],
    ]);
  });

  it('shows at most fifty cells of however many', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      id: `lop-${index}`,
      name: `Lớp ${index}`,
      parent: 'sach',
    }));
    const { policyPreview } = (await testStation(rows)).databases.reader;
    const { impact } = await policyPreview(
      draft({ itemClasses: [...known.itemClasses, ...many], rules: [long('chung', {})] }),
    );
    expect([impact.cells, impact.changed, impact.examples.length]).toStrictEqual([256, 256, 50]);
  });

  it('names by its path everything that keeps it from being saved, and saving says the same', async () => {
    const station = await testStation(rows);
    const set = draft({
      version: 'p1',
      effectiveFrom: day(-1),
      rules: [{ id: 'chung', when: { category: 'nguoi-gia' }, gives: { ...plainGives, loan: 'khong-co' } }],
      loanPolicies: [{ ...plainLoanPolicy, name: ' ', renewals: -1 }],
    });
    const { faults } = await station.databases.reader.policyPreview(set);
    expect(faults.map(({ path, fault }) => `${path} ${fault}`).toSorted()).toStrictEqual([
      'effectiveFrom in-the-past',
      'loanPolicies.thuong.name blank',
      'loanPolicies.thuong.renewals negative',
      'rules no-general-rule',
      'rules.chung.gives.loan unknown',
      'rules.chung.when.category unknown',
      'version taken',
    ]);
    const row = await station.desk.act({ do: 'save-policy', set });
    expect(row.state).toBe('refused');
    expect(row.findings.map(({ reason }) => reason.params)).toStrictEqual(faults);
    expect((await station.databases.reader.policyOverview()).sets).toHaveLength(2);
  });
});

describe('what if', () => {
  it('answers every case with the rule that wins and the one that would win without it', async () => {
    const { whatIf } = (await testStation(rows)).databases.reader;
    const set = draft({
      rules: [
        general,
        long('lop', { itemClass: 'sach' }),
        long('tre-em', { category: 'thieu-nhi' }),
        long('o-day', { library: here, category: 'thieu-nhi' }),
      ],
    });
    const answers = await whatIf(set, {
      libraries: [here, elsewhere],
      categories: ['nguoi-lon', 'thieu-nhi'],
      itemClasses: ['giao-trinh', 'cd'],
      collections: ['kho-mo'],
    });
    expect(
      answers.map(({ subject, answer }) => [
        `${subject.library} ${subject.category} ${subject.itemClass}`,
        answer?.rule.id,
        answer?.runnerUp?.id ?? null,
        answer?.loan.id,
      ]),
    ).toStrictEqual([
      [`${here} nguoi-lon giao-trinh`, 'lop', 'chung', 'dai'],
      [`${here} nguoi-lon cd`, 'chung', null, 'thuong'],
      [`${here} thieu-nhi giao-trinh`, 'o-day', 'tre-em', 'dai'],
      [`${here} thieu-nhi cd`, 'o-day', 'tre-em', 'dai'],
      [`${elsewhere} nguoi-lon giao-trinh`, 'lop', 'chung', 'dai'],
      [`${elsewhere} nguoi-lon cd`, 'chung', null, 'thuong'],
      [`${elsewhere} thieu-nhi giao-trinh`, 'tre-em', 'lop', 'dai'],
      [`${elsewhere} thieu-nhi cd`, 'tre-em', 'chung', 'dai'],
    ]);
  });

  it('says where no rule answers', async () => {
    const { whatIf } = (await testStation([])).databases.reader;
    const answers = await whatIf(draft({ rules: [long('tre-em', { category: 'thieu-nhi' })] }), {
      ...space,
      libraries: [here],
      itemClasses: ['sach'],
      collections: ['kho-mo'],
    });
    expect(answers.map(({ answer }) => answer?.rule.id ?? null)).toStrictEqual([null, 'tre-em']);
  });
});
