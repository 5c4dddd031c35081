import { inventPerson } from '../people/person.ts';
import { shelves } from '../shelves/shelf.ts';
import { at, diceFor, hash32 } from '../random.ts';
import { combine, yearBetween } from './family.ts';
import type { TitleFamily } from './family.ts';
import { list } from './lists.ts';
import { localCommunes } from './places.ts';

const things = list(
  `Bến sông, Con đò, Ngọn đèn, Cánh đồng, Triền đê, Ngõ nhỏ, Mái đình, Giếng làng, Cây gạo, Bờ tre, Vườn cau,
   Hàng bưởi, Căn nhà, Khung cửa, Chuyến tàu, Sân ga, Con đường, Cơn mưa, Ngọn gió, Vầng trăng, Mùa hoa, Tiếng sáo,
   Tiếng chuông, Khúc hát, Lời ru, Bức thư, Lá thư, Phiên chợ, Mùa gặt, Ngọn khói, Bếp lửa, Tiếng trống, Đêm hội,
   Dòng sông, Cây cầu, Ngôi sao, Cánh diều, Mùa chim, Chiếc nón, Cánh buồm, Lối về, Hương lúa, Hương bưởi, Nắng,
   Sương, Gió, Mưa, Khói, Lửa, Trăng, Bến đợi, Mùa trám, Hoa cải, Hoa gạo, Hoa sim, Rặng nhãn, Đồi chè, Rừng dẻ,
   Bóng núi, Ngọn đồi`,
);
const moments = list(
  `ngày cũ, tháng Ba, tháng Giêng, tháng Chạp, cuối làng, bên sông, sau mưa, trong sương, ngày giáp Tết,
   đêm ba mươi, mùa lũ, cuối đông, đầu hạ, cuối thu, chớm xuân, trong ký ức, của mẹ, của bà, xa quê, miền trung du,
   bên kia đồi, không tên, trở lại, trong chiều, lúc tàn canh, sau lũy tre, ngày trở gió, mùa nước nổi,
   năm mười bảy tuổi, của người ở lại, trước bão, sau chiến tranh, nơi biên ải, giữa đại ngàn, thời thơ ấu,
   đêm Trung thu, của cha, ven đường, chân núi, quê ngoại`,
);

/** Forms of writing with their class number for the period from 2000. */
const forms = [
  { name: 'tiểu thuyết', ddc: '895.92234' },
  { name: 'tập truyện ngắn', ddc: '895.92234' },
  { name: 'thơ', ddc: '895.92214' },
  { name: 'truyện dài', ddc: '895.92234' },
  { name: 'tản văn', ddc: '895.92284' },
  { name: 'bút ký', ddc: '895.92284' },
] as const;

const publishers = list(
  'Hội Nhà văn, Văn học, Trẻ, Phụ nữ Việt Nam, Thanh niên, Lao động, Quân đội nhân dân',
);

const wordsOf = (text: string): readonly string[] => text.toLocaleLowerCase('vi').split(' ');

/** Every thing at every moment, but for those that would say a word twice. */
const images = things.flatMap((thing) =>
  moments
    .filter((moment) => !wordsOf(moment).some((word) => wordsOf(thing).includes(word)))
    .map((moment) => `${thing} ${moment}`),
);

/** Share of the novels whose publisher marks them for readers of 16 and over. */
const grownNovels = 0.08;

const fiction: TitleFamily = {
  name: 'fiction',
  shelf: shelves.literature,
  weight: 260,
  extra: 1,
  base: images.length,
  layers: forms.length,
  compose: (index, layer, dice) => {
    const form = at(forms, (hash32(index) + layer) % forms.length);
    const draft = {
      title: `${at(images, index)}: ${form.name}`,
      author: inventPerson(dice),
      ddc: form.ddc,
      publisher: dice.pick(publishers),
      year: yearBetween(dice, 2000, 2025),
    };
    return form.name === 'tiểu thuyết' && dice.chance(grownNovels) ? { ...draft, minAge: 16 } : draft;
  },
};

/** Books with a place in their name: the sort that local writers' associations bring out. */
const localFrames = [
  (place: string) => `Chuyện làng ${place}`,
  (place: string) => `Đêm ${place}`,
  (place: string) => `Chiều ${place}`,
  (place: string) => `Gửi ${place}`,
  (place: string) => `Về ${place}`,
  (place: string) => `${place} ngày ấy`,
  (place: string) => `${place} mùa hoa`,
  (place: string) => `Người ${place}`,
  (place: string) => `Nhớ ${place}`,
  (place: string) => `Tình quê ${place}`,
] as const;

const localImages = combine(localFrames).and(localCommunes);

const localFiction: TitleFamily = {
  name: 'local-fiction',
  shelf: shelves.literature,
  weight: 30,
  extra: 0.2,
  base: localImages.size,
  layers: forms.length,
  compose: (index, layer, dice) => {
    const [frame, commune] = localImages.at(index);
    const form = at(forms, (hash32(index, 1) + layer) % forms.length);
    return {
      title: `${frame(commune.name)}: ${form.name}`,
      author: inventPerson(dice),
      ddc: form.ddc,
      publisher: 'Hội Nhà văn',
      year: yearBetween(dice, 2000, 2025),
    };
  },
};

const comicHeroes = list(
  `Cậu bé Trạng Tí Hon, Đội bóng xóm Đình, Thám tử lớp 6A, Cô bé bán chong chóng, Ba chàng ngốc nghếch,
   Biệt đội Sao Khuê, Vương quốc Mây Trắng, Hiệp sĩ Sen Hồng, Chú Tễu phiêu lưu ký, Trạng Gàu, Nhóm bạn Cầu Vồng,
   Hành tinh Kẹo Dẻo, Học viện Phù Thủy Nhí, Xóm Gà Gáy, Siêu nhân Rơm, Thần trống đồng, Lớp học Bí Ngô,
   Đảo Kho Báu Cuối Cùng, Ngôi trường trên mây, Chiến binh Lạc Việt`,
);
const volumes = Array.from({ length: 40 }, (_, index) => index + 1);
const comicVolumes = combine(volumes).and(comicHeroes);

const comics: TitleFamily = {
  name: 'comics',
  shelf: shelves.children,
  weight: 45,
  extra: 0.6,
  base: comicVolumes.size,
  layers: 1,
  compose: (index, _layer, dice) => {
    const [volume, hero] = comicVolumes.at(index);
    return {
      title: `${hero}. Tập ${volume}: truyện tranh`,
      // One author for the whole series, whatever the volume.
      author: inventPerson(diceFor(comicHeroes.indexOf(hero))),
      ddc: '741.59597',
      publisher: 'Kim Đồng',
      year: 2012 + Math.floor(volume / 4) + dice.below(2),
    };
  },
};

/** Real series of many volumes. */
const realSeries = [
  { title: 'Doraemon', author: 'Fujiko F. Fujio', ddc: '741.5952', publisher: 'Kim Đồng', volumes: 45 },
  {
    title: 'Thám tử lừng danh Conan',
    author: 'Aoyama Gosho',
    ddc: '741.5952',
    publisher: 'Kim Đồng',
    volumes: 90,
  },
  { title: 'Kính vạn hoa', author: 'Nguyễn Nhật Ánh', ddc: '895.922334', publisher: 'Kim Đồng', volumes: 45 },
  { title: 'Thần đồng đất Việt', author: 'Lê Linh', ddc: '741.59597', publisher: 'Trẻ', volumes: 70 },
] as const;
const realVolumes = realSeries.flatMap((series) =>
  Array.from({ length: series.volumes }, (_, index) => ({ series, volume: index + 1 })),
);

const seriesVolumes: TitleFamily = {
  name: 'series',
  shelf: shelves.children,
  weight: 60,
  extra: 1,
  base: realVolumes.length,
  layers: 1,
  compose: (index, _layer, dice) => {
    const { series, volume } = at(realVolumes, index);
    const { title, author, ddc, publisher } = series;
    return { title: `${title}. Tập ${volume}`, author, ddc, publisher, year: yearBetween(dice, 2010, 2024) };
  },
};

export const fictionFamilies: readonly TitleFamily[] = [seriesVolumes, fiction, comics, localFiction];
