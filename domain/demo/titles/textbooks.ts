import { shelves } from '../shelves/shelf.ts';
import { at } from '../random.ts';
import { yearBetween } from './family.ts';
import type { TitleDraft, TitleFamily } from './family.ts';

/**
 * School textbooks of the 2018 curriculum, with their real series and chief editors (title pages of the books;
 * lists approved by the Ministry of Education and Training, 2020–2024). Class numbers: 372 for primary school,
 * else the subject with T1—0712.
 */
interface Course {
  readonly series: string;
  readonly subject: string;
  readonly editor: string;
  readonly ddc: string;
  readonly grades: readonly number[];
  readonly volumes: 1 | 2;
  readonly publisher: string;
}

/** The year in which each grade began with the new curriculum: its textbooks are not older. */
const firstYears: Readonly<Record<number, number>> = {
  1: 2020,
  2: 2021,
  3: 2022,
  4: 2023,
  5: 2024,
  6: 2021,
  7: 2022,
  8: 2023,
  9: 2024,
  10: 2022,
  11: 2023,
  12: 2024,
};
const newest = 2025;

const primary = [1, 2, 3, 4, 5];
const lower = [6, 7, 8, 9];
const upper = [10, 11, 12];

const connect = (
  subject: string,
  editor: string,
  ddc: string,
  grades: readonly number[],
  volumes: 1 | 2 = 1,
): Course => ({
  series: 'Kết nối tri thức với cuộc sống',
  subject,
  editor,
  ddc,
  grades,
  volumes,
  publisher: 'Giáo dục Việt Nam',
});

const kite = (subject: string, editor: string, ddc: string, volumes: 1 | 2 = 1): Course => ({
  series: 'Cánh Diều',
  subject,
  editor,
  ddc,
  grades: lower,
  volumes,
  publisher: 'Đại học Sư phạm',
});

const courses: readonly Course[] = [
  connect('Toán', 'Hà Huy Khoái', '372.7', primary, 2),
  connect('Tiếng Việt', 'Bùi Mạnh Hùng', '372.6', primary, 2),
  connect('Toán', 'Hà Huy Khoái', '510.712', lower, 2),
  connect('Ngữ văn', 'Bùi Mạnh Hùng', '807.12', lower, 2),
  connect('Khoa học tự nhiên', 'Vũ Văn Hùng', '507.12', lower),
  connect('Lịch sử và Địa lí', 'Vũ Minh Giang, Đào Ngọc Hùng', '907.12', lower),
  connect('Tin học', 'Nguyễn Chí Công', '004.0712', lower),
  connect('Công nghệ', 'Lê Huy Hoàng', '607.12', lower),
  connect('Giáo dục công dân', 'Nguyễn Thị Toan', '170.712', lower),
  connect('Toán', 'Hà Huy Khoái', '510.712', upper, 2),
  connect('Ngữ văn', 'Bùi Mạnh Hùng', '807.12', upper, 2),
  connect('Vật lí', 'Vũ Văn Hùng', '530.0712', upper),
  connect('Hoá học', 'Lê Kim Long', '540.712', upper),
  connect('Sinh học', 'Phạm Văn Lập', '570.712', upper),
  { ...connect('Tiếng Anh', 'Hoàng Văn Vân', '428.00712', lower), series: 'Global Success' },
  kite('Toán', 'Đỗ Đức Thái', '510.712', 2),
  kite('Ngữ văn', 'Nguyễn Minh Thuyết', '807.12', 2),
  kite('Khoa học tự nhiên', 'Mai Sỹ Tuấn', '507.12'),
  kite('Lịch sử và Địa lí', 'Đỗ Thanh Bình, Nguyễn Viết Thịnh', '907.12'),
  kite('Tin học', 'Hồ Sĩ Đàm', '004.0712'),
];

const books = courses.flatMap((course) =>
  course.grades.flatMap((grade) =>
    Array.from(
      { length: course.volumes },
      (_, index): { draft: Omit<TitleDraft, 'year'>; firstYear: number } => ({
        draft: {
          title: `${course.subject} ${grade}${course.volumes === 1 ? '' : `. Tập ${index + 1}`} (${course.series})`,
          author: course.editor,
          ddc: course.ddc,
          publisher: course.publisher,
        },
        firstYear: firstYears[grade] ?? newest,
      }),
    ),
  ),
);

export const textbooks: TitleFamily = {
  name: 'textbooks',
  shelf: shelves.textbook,
  weight: books.length,
  extra: 6,
  base: books.length,
  layers: 1,
  compose: (index, _layer, dice) => {
    const { draft, firstYear } = at(books, index);
    return { ...draft, year: yearBetween(dice, firstYear, newest) };
  },
};
