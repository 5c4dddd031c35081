import { inventAuthors, inventPerson } from '../people/person.ts';
import { shelves } from '../shelves/shelf.ts';
import { capitalise, combine, yearBetween } from './family.ts';
import type { TitleFamily } from './family.ts';
import { list, topics } from './lists.ts';
import { provinces } from './places.ts';

/** Figures of national history, with the class number of a life in their period. */
const figures = topics(`
Hai Bà Trưng | 959.7013092; Bà Triệu | 959.7013092; Lý Bí | 959.7013092; Ngô Quyền | 959.7021092; Đinh Bộ Lĩnh | 959.7021092; Lê Hoàn | 959.7022092
Lý Công Uẩn | 959.7023092; Lý Thường Kiệt | 959.7023092; Nguyên phi Ỷ Lan | 959.7023092; Lê Văn Thịnh | 959.7023092; Trần Thủ Độ | 959.7024092
Trần Nhân Tông | 959.7024092; Trần Hưng Đạo | 959.7024092; Trần Quang Khải | 959.7024092; Phạm Ngũ Lão | 959.7024092; Chu Văn An | 959.7024092
Lê Lợi | 959.7026092; Nguyễn Trãi | 959.7026092; Lê Thánh Tông | 959.7026092; Lương Thế Vinh | 959.7026092; Thân Nhân Trung | 959.7026092
Nguyễn Bỉnh Khiêm | 959.702092; Lê Quý Đôn | 959.702092; Quang Trung - Nguyễn Huệ | 959.7028092; Ngọc Hân công chúa | 959.7028092; Bùi Thị Xuân | 959.7028092
Nguyễn Công Trứ | 959.7029092; Cao Bá Quát | 959.7029092; Nguyễn Trường Tộ | 959.7029092; Trương Định | 959.7029092; Nguyễn Trung Trực | 959.7029092
Phan Đình Phùng | 959.703092; Hoàng Hoa Thám | 959.703092; Phan Bội Châu | 959.703092; Phan Châu Trinh | 959.703092; Nguyễn Thái Học | 959.703092
Nguyễn Văn Cừ | 959.703092; Hoàng Quốc Việt | 959.704092; Ngô Gia Tự | 959.703092; Võ Thị Sáu | 959.7041092
`);
const lifeFrames = [
  (figure: string) => `${figure}: Cuộc đời và sự nghiệp`,
  (figure: string) => `Kể chuyện ${figure}`,
  (figure: string) => `${figure} trong lòng dân tộc`,
  (figure: string) => `Theo dấu chân ${figure}`,
  (figure: string) => `${figure}: Những góc nhìn`,
] as const;
const lives = combine(figures).and(lifeFrames);

const biographies: TitleFamily = {
  name: 'biographies',
  shelf: shelves.literature,
  weight: 55,
  extra: 1.2,
  base: lives.size,
  layers: 1,
  compose: (index, _layer, dice) => {
    const [figure, frame] = lives.at(index);
    return {
      title: frame(figure.name),
      author: inventAuthors(dice, 2),
      ddc: figure.ddc,
      publisher: dice.pick(
        list('Kim Đồng, Trẻ, Văn học, Chính trị quốc gia Sự thật, Quân đội nhân dân, Thanh niên'),
      ),
      year: yearBetween(dice, 2013, 2025),
    };
  },
};

const events = topics(`
chiến thắng Bạch Đằng | 959.7021; phòng tuyến sông Như Nguyệt | 959.7023; ba lần kháng chiến chống quân Nguyên Mông | 959.7024; chiến thắng Xương Giang | 959.7025
khởi nghĩa Lam Sơn | 959.7025; phong trào Tây Sơn | 959.7028; chiến thắng Ngọc Hồi - Đống Đa | 959.7028; phong trào Cần vương | 959.703; khởi nghĩa Yên Thế | 959.703
phong trào Đông Du | 959.703; Xô viết Nghệ Tĩnh | 959.703; Cách mạng tháng Tám | 959.704; ngày Toàn quốc kháng chiến | 959.7041; chiến dịch Việt Bắc thu đông 1947 | 959.7041
chiến dịch Biên giới 1950 | 959.7041; chiến dịch Điện Biên Phủ | 959.7041; phong trào Đồng khởi | 959.7043; đường Trường Sơn huyền thoại | 959.7043
Điện Biên Phủ trên không | 959.7043; chiến dịch Hồ Chí Minh | 959.7043; Thành cổ Quảng Trị 1972 | 959.7043; chiến tranh bảo vệ biên giới | 959.7044
`);
const eventFrames = [
  (event: string) => `Lịch sử ${event}`,
  (event: string) => `Ký ức về ${event}`,
  (event: string) => `${event}: Hồi ức của người trong cuộc`,
  (event: string) => `Hỏi đáp về ${event}`,
  (event: string) => `${event} qua tư liệu và hình ảnh`,
] as const;
const recent = /^959\.704/u;
const eventBooks = events.flatMap(({ name, ddc }) =>
  eventFrames
    // No one alive remembers Bạch Đằng.
    .filter((_, index) => recent.test(ddc) || (index !== 1 && index !== 2))
    .map((frame) => ({ title: capitalise(frame(name)), ddc })),
);

const eventFamily: TitleFamily = {
  name: 'events',
  shelf: shelves.general,
  weight: 40,
  extra: 1,
  base: eventBooks.length,
  layers: 1,
  compose: (index, _layer, dice) => ({
    ...(eventBooks[index] ?? { title: '', ddc: '' }),
    author: inventAuthors(dice),
    publisher: dice.pick(list('Quân đội nhân dân, Chính trị quốc gia Sự thật, Văn học, Trẻ')),
    year: yearBetween(dice, 2013, 2025),
  }),
};

const cultureFrames = [
  { frame: (place: string) => `Du lịch ${place}`, ddc: '915.97' },
  { frame: (place: string) => `Non nước ${place}`, ddc: '915.97' },
  { frame: (place: string) => `Địa danh ${place}`, ddc: '915.97003' },
  { frame: (place: string) => `Văn hóa ẩm thực ${place}`, ddc: '394.1209597' },
  { frame: (place: string) => `Lễ hội dân gian ${place}`, ddc: '394.269597' },
  { frame: (place: string) => `Làng nghề truyền thống ${place}`, ddc: '680.09597' },
  { frame: (place: string) => `Truyện kể dân gian ${place}`, ddc: '398.209597' },
  { frame: (place: string) => `Ca dao, tục ngữ ${place}`, ddc: '398.809597' },
  { frame: (place: string) => `Di tích và danh thắng ${place}`, ddc: '363.6909597' },
  { frame: (place: string) => `Kiến trúc đình chùa ${place}`, ddc: '726.09597' },
  { frame: (place: string) => `Tín ngưỡng thờ Mẫu ở ${place}`, ddc: '299.592209597' },
  { frame: (place: string) => `Nghề thủ công ${place}`, ddc: '745.509597' },
] as const;
const cultureBooks = combine(provinces).and(cultureFrames);

const culture: TitleFamily = {
  name: 'culture',
  shelf: shelves.general,
  weight: 55,
  extra: 0.6,
  base: cultureBooks.size,
  layers: 1,
  compose: (index, _layer, dice) => {
    const [province, { frame, ddc }] = cultureBooks.at(index);
    return {
      title: frame(province.replace(/^(?:tỉnh|thành phố) (?!Hồ Chí Minh)/u, '')),
      author: inventPerson(dice),
      ddc,
      publisher: dice.pick(list('Khoa học xã hội, Văn hóa dân tộc, Thời đại, Hội Nhà văn, Thế giới')),
      year: yearBetween(dice, 2005, 2023),
    };
  },
};

export const historyFamilies: readonly TitleFamily[] = [biographies, eventFamily, culture];
