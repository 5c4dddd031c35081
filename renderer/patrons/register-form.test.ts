import { describe, expect, it } from 'vitest';
import type { PaperReading } from '../../contract/workstation/patrons.ts';
import type { RegisterForm } from './register-form.ts';
import {
  ageOf,
  categoryFor,
  emptyForm,
  fieldProblem,
  guardianAsked,
  looksLikePaper,
  registrationOf,
  withPaper,
} from './register-form.ts';

const today = '2026-11-22';
const form = (changes: Partial<RegisterForm>): RegisterForm => ({ ...emptyForm, ...changes });
const paper = (changes: Partial<PaperReading>): PaperReading => ({
  kind: 'citizen-card',
  name: '',
  birthDate: '',
  residence: '',
  citizenId: '',
  guardianName: '',
  exemption: null,
  known: null,
  warnings: [],
  ...changes,
});

describe('a scanned paper', () => {
  it('fills in what it says and leaves the rest as typed', () => {
    const before = form({ name: 'Bạn', phone: '0912345678', residence: 'Tổ 1', card: 'TV-1' });
    const after = withPaper(
      before,
      paper({ name: 'BẠN ĐỌC THỬ', birthDate: '2015-09-02', citizenId: '001315000001' }),
    );
    expect(after).toEqual({
      ...before,
      name: 'Bạn Đọc Thử',
      birthDate: '02/09/2015',
      citizenId: '001315000001',
    });
  });

  it('does not take an exemption away that staff have chosen', () => {
    const chosen = form({ exemption: 'elderly' });
    expect(withPaper(chosen, paper({ exemption: 'poor-household' })).exemption).toBe('elderly');
    expect(withPaper(emptyForm, paper({ exemption: 'poor-household' })).exemption).toBe('poor-household');
  });

  it.each([
    ['024090001234|121234567|BẠN ĐỌC THỬ|01011990|Nam|Thôn Thử|15042021', true],
    ['HS4242400000001|42e1baa16e|01/01/2015|1|54|', true],
    ['CCCD:024090001234|Họ tên:Bạn Đọc Thử', true],
    ['Bạn Đọc Thử', false],
    ['024090001234', false],
    ['0912345678', false],
  ])('is told from what belongs in a field: %s', (text, expected) => {
    expect(looksLikePaper(text)).toBe(expected);
  });
});

describe('age', () => {
  it('is full years, and unknown while the date is not one', () => {
    expect(ageOf(form({ birthDate: '22/11/2016' }), today)).toBe(10);
    expect(ageOf(form({ birthDate: '23/11/2016' }), today)).toBe(9);
    expect(ageOf(form({ birthDate: '31/02/2016' }), today)).toBeNull();
    expect(ageOf(form({ birthDate: '01/01/2030' }), today)).toBeNull();
  });

  const category = (id: string, guardianBelow: number | 'none') => ({
    id,
    name: id,
    cardMonths: 12,
    guardianBelow,
  });

  it('suggests the usual category where the library has it', () => {
    const categories = ['thieu-nhi', 'hoc-sinh', 'nguoi-lon'].map((id) => category(id, 16));
    expect(categoryFor(categories, 9)).toBe('thieu-nhi');
    expect(categoryFor(categories, 16)).toBe('nguoi-lon');
    expect(categoryFor(categories, 75)).toBeNull();
    expect(categoryFor([...categories, category('nguoi-cao-tuoi', 'none')], 75)).toBe('nguoi-cao-tuoi');
    expect(categoryFor(categories, null)).toBeNull();
  });

  it('otherwise suggests the one for the youngest it fits, unless two fit alike', () => {
    const own = [category('mau-giao', 6), category('tieu-hoc', 11), category('khac', 'none')];
    expect(categoryFor(own, 4)).toBe('mau-giao');
    expect(categoryFor(own, 6)).toBe('tieu-hoc');
    expect(categoryFor(own, 40)).toBeNull();
    expect(categoryFor([category('a', 16), category('b', 16)], 9)).toBeNull();
  });

  it('asks for a guardian only below the age of the category', () => {
    expect(guardianAsked(category('thieu-nhi', 16), 15)).toBe(true);
    expect(guardianAsked(category('thieu-nhi', 16), 16)).toBe(false);
    expect(guardianAsked(category('thieu-nhi', 16), null)).toBe(false);
    expect(guardianAsked(category('nguoi-lon', 'none'), 9)).toBe(false);
  });
});

describe('what is sent', () => {
  const yes = { patron: true, guardian: true };
  const half = { patron: true, guardian: false };

  it('has no consent that nobody gave', () => {
    expect(registrationOf(emptyForm, today).consents).toEqual([]);
  });

  it('has the consent of a grown-up alone', () => {
    const grown = form({
      birthDate: '01/01/1990',
      agreements: { ...emptyForm.agreements, contact: half },
    });
    expect(registrationOf(grown, today).consents).toEqual([{ purpose: 'contact', agreed: 'patron' }]);
  });

  it('has the consent of a child from 7 on only together with the guardian’s', () => {
    const child = (contact: RegisterForm['agreements']['contact']): RegisterForm =>
      form({ birthDate: '01/01/2017', agreements: { ...emptyForm.agreements, contact } });
    expect(registrationOf(child(half), today).consents).toEqual([]);
    expect(registrationOf(child(yes), today).consents).toEqual([{ purpose: 'contact', agreed: 'both' }]);
  });

  it('has the guardian’s consent alone for a smaller child', () => {
    const small = form({
      birthDate: '01/01/2022',
      agreements: { ...emptyForm.agreements, sharing: { patron: false, guardian: true } },
    });
    expect(registrationOf(small, today).consents).toEqual([{ purpose: 'sharing', agreed: 'guardian' }]);
  });

  it('names the guarantor by id', () => {
    const guarantor = { id: 'p-1', card: 'TV-1', name: 'Bạn đọc Thử' };
    expect(registrationOf(form({ guarantor }), today).guarantor).toBe('p-1');
  });
});

describe('a field', () => {
  it.each([
    ['name', { name: 'B' }, 'LT-1801'],
    ['birthDate', { birthDate: '31/02/2010' }, 'LT-1802'],
    ['birthDate', { birthDate: '01/01/2030' }, 'LT-1802'],
    ['phone', { phone: '12345' }, 'LT-1806'],
    ['guardianPhone', { guardianPhone: 'không có' }, 'LT-1806'],
    ['email', { email: 'thu@' }, 'LT-1807'],
    ['citizenId', { citizenId: '1234' }, 'LT-1804'],
    ['card', { card: ' ' }, 'LT-1814'],
    ['category', {}, 'LT-1808'],
  ] as const)('%s says what is wrong with it', (field, changes, code) => {
    expect(fieldProblem(field, form(changes), today)?.code).toBe(code);
  });

  it.each([
    ['birthDate', {}],
    ['phone', { phone: '0912 345 678' }],
    ['email', {}],
    ['citizenId', { citizenId: '024 090 001 234' }],
  ] as const)('%s is content with what can be read or left out', (field, changes) => {
    expect(fieldProblem(field, form(changes), today)).toBeNull();
  });
});
