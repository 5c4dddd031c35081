import { expect, it } from 'vitest';
import { matchesShelved } from './matches-shelved.ts';

const shelved = {
  title: 'Dế Mèn phiêu lưu ký',
  barcode: 'VV.004512',
  patron: { id: 'p-1', card: 'BN-000045', name: 'Đặng Bạn Đọc Thử' },
};

it.each(['', 'de men', 'DẾ', 'dang thu', '004512', 'vv', 'bn 000045', 'phieu dang'])(
  '“%s” finds it',
  (wanted) => {
    expect(matchesShelved(shelved, wanted)).toBe(true);
  },
);

it.each(['men de x', 'ạng', '4512', 'khác'])('“%s” does not', (wanted) => {
  expect(matchesShelved(shelved, wanted)).toBe(false);
});
