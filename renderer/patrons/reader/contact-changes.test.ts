import { describe, expect, it } from 'vitest';
import { contactChanges } from './contact-changes.ts';

const shown = {
  residence: 'Thôn Thử',
  phone: '0912345678',
  email: '',
  citizenId: '•••••••••234',
  guardianName: '',
  guardianPhone: '',
};

describe('contactChanges', () => {
  it('is empty while nothing was changed: what was shown covered is not what is stored', () => {
    expect(contactChanges(shown, { ...shown, citizenId: '' })).toEqual({});
    expect(contactChanges(shown, { ...shown, citizenId: ' ', residence: ' Thôn Thử ' })).toEqual({});
  });

  it('names what was typed and what was emptied', () => {
    expect(contactChanges(shown, { ...shown, citizenId: '024090001235', phone: '' })).toEqual({
      phone: '',
      citizenId: '024090001235',
    });
  });
});
