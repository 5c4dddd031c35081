import { expect, it } from 'vitest';
import { profileChanges } from './profile-changes.ts';

const patron = { name: 'Bạn đọc Thử', category: 'nguoi-lon', birthDate: '1990-01-31', guarantor: null };
const same = {
  name: 'Bạn đọc Thử',
  category: 'nguoi-lon',
  birthDate: '31/01/1990',
  guarantor: null,
  note: '',
};

it('finds nothing to change in a form that was only opened', () => {
  expect(profileChanges(patron, same)).toBeNull();
  expect(profileChanges(patron, { ...same, name: ' Bạn  đọc Thử '.normalize('NFD') })).toBeNull();
});

it('names only what is different', () => {
  const guarantor = { id: 'p-2', card: 'TV-2', name: 'Người lớn Thử' };
  expect(profileChanges(patron, { ...same, category: 'giao-vien' })).toEqual({ category: 'giao-vien' });
  expect(profileChanges(patron, { ...same, birthDate: '' })).toEqual({ birthDate: null });
  expect(profileChanges(patron, { ...same, guarantor })).toEqual({ guarantor: 'p-2' });
});
