import { expect, it } from 'vitest';
import { writtenName } from './written-name.ts';

it.each([
  ['NGUYỄN THỊ THỬ', 'Nguyễn Thị Thử'],
  ['ĐẶNG BẠN ĐỌC THỬ', 'Đặng Bạn Đọc Thử'],
  ["H'HEN THỬ", "H'Hen Thử"],
  ['Y-BIH THỬ', 'Y-Bih Thử'],
  ['Nguyễn thị Thử', 'Nguyễn thị Thử'],
  ['NGUYỄN THỬ'.normalize('NFD'), 'Nguyễn Thử'],
  ['', ''],
])('%s is written %s', (printed, written) => {
  expect(writtenName(printed)).toBe(written);
});
