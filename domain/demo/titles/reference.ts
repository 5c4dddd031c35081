import { inventAuthors } from '../people/person.ts';
import { shelves } from '../shelves/shelf.ts';
import { at } from '../random.ts';
import { combine, yearBetween } from './family.ts';
import type { TitleFamily } from './family.ts';
import { list, topics } from './lists.ts';

/** Pairs of languages: the first language with 3 of Table 4 and the second from Table 6 (95922 Vietnamese). */
const dictionaries = topics(`
Từ điển Việt - Pháp | 495.922341; Từ điển Nga - Việt | 491.7395922; Từ điển Đức - Việt | 433.95922; Từ điển Nhật - Việt | 495.6395922; Từ điển Hàn - Việt | 495.7395922
Từ điển Trung - Việt | 495.1395922; Từ điển Việt - Trung | 495.9223951; Từ điển từ láy tiếng Việt | 495.9223; Từ điển chính tả tiếng Việt | 495.922152
Từ điển đồng nghĩa tiếng Việt | 495.922312; Từ điển từ Hán Việt | 495.92224951; Từ điển văn học | 803; Từ điển nhân vật lịch sử Việt Nam | 959.70092; Từ điển địa danh Việt Nam | 915.97003; Từ điển toán học | 510.3; Từ điển vật lí | 530.03
Từ điển hoá học | 540.3; Từ điển sinh học | 570.3; Từ điển y học | 610.3; Từ điển tin học | 004.03; Từ điển kinh tế | 330.03; Từ điển luật học | 340.03; Từ điển triết học | 103; Từ điển tâm lí học | 150.3
Từ điển giáo dục học | 370.3; Từ điển nông nghiệp | 630.3; Từ điển kĩ thuật điện | 621.303; Từ điển xây dựng | 624.03; Atlas địa lí Việt Nam | 912.597; Tập bản đồ hành chính Việt Nam | 912.597
`);
const editions = list('in lần thứ nhất, in lần thứ hai có sửa chữa, tái bản có bổ sung, bản bỏ túi');
const referenceBooks = combine(dictionaries);

const reference: TitleFamily = {
  name: 'dictionaries',
  shelf: shelves.reference,
  weight: 22,
  extra: 0.8,
  base: referenceBooks.size,
  layers: editions.length,
  compose: (index, layer, dice) => {
    const [{ name, ddc }] = referenceBooks.at(index);
    return {
      title: layer === 0 ? name : `${name}: ${at(editions, layer)}`,
      author: inventAuthors(dice),
      ddc,
      publisher: dice.pick(list('Khoa học xã hội, Từ điển bách khoa, Giáo dục Việt Nam, Đà Nẵng, Hồng Đức')),
      year: yearBetween(dice, 1998, 2022),
    };
  },
};

/** Real periodicals, with the bodies that bring them out and a number of issues a year that they reach. */
const magazines = [
  { title: 'Toán học & Tuổi trẻ', body: 'Nhà xuất bản Giáo dục Việt Nam', ddc: '510.5', issues: 12 },
  { title: 'Văn nghệ Quân đội', body: 'Tổng cục Chính trị', ddc: '895.92205', issues: 24 },
  {
    title: 'Tạp chí Cộng sản',
    body: 'Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam',
    ddc: '335.4305',
    issues: 12,
  },
  { title: 'Nghiên cứu Lịch sử', body: 'Viện Sử học', ddc: '905', issues: 12 },
  { title: 'Xưa và Nay', body: 'Hội Khoa học Lịch sử Việt Nam', ddc: '905', issues: 12 },
  { title: 'Văn hóa Nghệ thuật', body: 'Bộ Văn hóa, Thể thao và Du lịch', ddc: '306.05', issues: 12 },
  { title: 'Thư viện Việt Nam', body: 'Thư viện Quốc gia Việt Nam', ddc: '020.5', issues: 6 },
  { title: 'Nông thôn mới', body: 'Hội Nông dân Việt Nam', ddc: '630.5', issues: 12 },
  { title: 'Khoa học và Công nghệ Việt Nam', body: 'Bộ Khoa học và Công nghệ', ddc: '605', issues: 12 },
  { title: 'Quốc phòng toàn dân', body: 'Quân ủy Trung ương và Bộ Quốc phòng', ddc: '355.005', issues: 12 },
  { title: 'Sông Thương', body: 'Hội Văn học nghệ thuật tỉnh Bắc Giang', ddc: '895.92205', issues: 6 },
  { title: 'Người Kinh Bắc', body: 'Hội Văn học nghệ thuật tỉnh Bắc Ninh', ddc: '895.92205', issues: 6 },
] as const;
const years = Array.from({ length: 20 }, (_, index) => 2005 + index);
const numbers = magazines.flatMap((magazine) =>
  Array.from({ length: magazine.issues }, (_, index) => ({ magazine, number: index + 1 })),
);
const issues = combine(numbers).and(years);

const periodicals: TitleFamily = {
  name: 'periodicals',
  shelf: shelves.periodical,
  weight: 45,
  extra: 0.1,
  base: issues.size,
  layers: 1,
  compose: (index) => {
    const [{ magazine, number }, year] = issues.at(index);
    return {
      title: `${magazine.title}. Số ${number} năm ${year}`,
      author: magazine.body,
      ddc: magazine.ddc,
      publisher: magazine.body,
      year,
    };
  },
};

export const referenceFamilies: readonly TitleFamily[] = [reference, periodicals];
