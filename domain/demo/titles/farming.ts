import { inventAuthors } from '../people/person.ts';
import { shelves } from '../shelves/shelf.ts';
import { capitalise, combine, yearBetween } from './family.ts';
import type { TitleFamily } from './family.ts';
import { list, topics } from './lists.ts';
import type { Topic } from './lists.ts';
import { localCommunes } from './places.ts';

/** What is eaten, with its class number. */
const foodCrops = topics(`
vải thiều | 634.6; nhãn | 634.6; cam | 634.31; bưởi | 634.32; quýt | 634.31; chuối | 634.772; dứa | 634.774; na | 634.41
ổi | 634.421; xoài | 634.44; thanh long | 634.775; nho | 634.8; táo | 634.11; hồng không hạt | 634.45; mít | 634.39
lúa | 633.18; ngô | 633.15; lạc | 633.368; đậu tương | 633.34; sắn | 633.682; khoai lang | 635.22; khoai tây | 635.21
chè | 633.72; vừng | 633.85; cà chua | 635.642; dưa chuột | 635.63; dưa hấu | 635.615; bí xanh | 635.62; bắp cải | 635.34
su hào | 635.34; súp lơ | 635.35; hành | 635.25; tỏi | 635.26; ớt | 635.643; đậu cô ve | 635.652; nấm rơm | 635.8; nấm sò | 635.8
`);
const otherCrops = topics(`
mía | 633.61; hoa hồng | 635.933734; hoa cúc | 635.93399; hoa lan | 635.9344; hoa ly | 635.9; đào cảnh | 635.9; quất cảnh | 635.9
ba kích | 633.88; hoài sơn | 633.88; cây thuốc nam | 633.88; keo lai | 634.97; bạch đàn | 634.97; tre lấy măng | 633.58
`);
const crops = [...foodCrops, ...otherCrops];
const cropFrames = [
  (crop: string) => `Kỹ thuật trồng ${crop}`,
  (crop: string) => `Kỹ thuật trồng và chăm sóc ${crop}`,
  (crop: string) => `Hỏi đáp về kỹ thuật trồng ${crop}`,
  (crop: string) => `Phòng trừ sâu bệnh hại ${crop}`,
  (crop: string) => `Kinh nghiệm trồng ${crop} hiệu quả`,
  (crop: string) => `Sổ tay khuyến nông: Trồng ${crop}`,
] as const;
const foodCropFrames = [
  (crop: string) => `Trồng ${crop} theo tiêu chuẩn VietGAP`,
  (crop: string) => `Giống và kỹ thuật thâm canh ${crop}`,
  (crop: string) => `Thu hoạch và bảo quản ${crop}`,
] as const;

const animals = topics(`
lợn thịt | 636.4; lợn nái | 636.4; lợn rừng lai | 636.4; bò thịt | 636.213; bò sữa | 636.2142; trâu | 636.293; dê | 636.39; thỏ | 636.932
ngựa bạch | 636.1; gà thả vườn | 636.5; gà đẻ trứng | 636.5; gà đồi | 636.5; gà ác | 636.5; vịt siêu trứng | 636.597; vịt trời | 636.597
ngan Pháp | 636.597; ngỗng | 636.598; chim bồ câu | 636.596; chim cút | 636.594; nhím | 636.935; ong mật | 638.1; tằm | 638.2
cá trắm cỏ | 639.3748; cá chép | 639.3748; cá rô phi | 639.3774; cá trê lai | 639.3749; cá tầm | 639.3742; cá chim trắng | 639.3748; lươn | 639.37
ếch | 639.378; ba ba | 639.392; tôm càng xanh | 639.68; ốc nhồi | 639.483
`);
const animalFrames = [
  (animal: string) => `Kỹ thuật nuôi ${animal}`,
  (animal: string) => `Hỏi đáp về kỹ thuật nuôi ${animal}`,
  (animal: string) => `Nuôi ${animal} ở hộ gia đình`,
  (animal: string) => `Kinh nghiệm nuôi ${animal} hiệu quả`,
  (animal: string) => `Phòng và trị bệnh cho ${animal}`,
  (animal: string) => `Sổ tay khuyến nông: Nuôi ${animal}`,
  (animal: string) => `Thức ăn và dinh dưỡng cho ${animal}`,
  (animal: string) => `Nuôi ${animal} an toàn sinh học`,
] as const;

const farmPublishers = list('Nông nghiệp, Lao động, Thanh niên, Hồng Đức, Khoa học và Kỹ thuật, Dân trí');

const handbooks = (
  name: string,
  weight: number,
  subjects: readonly Topic[],
  frames: readonly ((subject: string) => string)[],
  firstYear: number,
): TitleFamily => {
  const books = combine(subjects).and(frames);
  return {
    name,
    shelf: shelves.general,
    weight,
    extra: 0.7,
    base: books.size,
    layers: 1,
    compose: (index, _layer, dice) => {
      const [subject, frame] = books.at(index);
      return {
        title: frame(subject.name),
        author: inventAuthors(dice),
        ddc: subject.ddc,
        publisher: dice.pick(farmPublishers),
        year: yearBetween(dice, firstYear, 2023),
      };
    },
  };
};

const works = [
  ...crops.map(({ name, ddc }) => ({ name: `trồng ${name}`, ddc })),
  ...animals.map(({ name, ddc }) => ({ name: `nuôi ${name}`, ddc })),
];
const reportFrames = [
  (work: string, place: string) => `Mô hình ${work} ở xã ${place}`,
  (work: string, place: string) => `Kết quả chuyển giao kỹ thuật ${work} tại xã ${place}`,
  (work: string, place: string) => `Tài liệu tập huấn ${work} cho nông dân xã ${place}`,
  (work: string, place: string) => `Báo cáo tổng kết mô hình ${work} tại xã ${place}`,
  (work: string, place: string) => `Điều tra hiện trạng ${work} tại xã ${place}`,
  (work: string, place: string) => `Hiệu quả kinh tế của mô hình ${work} ở xã ${place}`,
] as const;
const reportYears = Array.from({ length: 20 }, (_, index) => 2004 + index);
const reports = combine(works).and(localCommunes).and(reportFrames);

const extensionReports: TitleFamily = {
  name: 'extension-reports',
  shelf: shelves.local,
  weight: 26,
  extra: 0,
  base: reports.size,
  layers: reportYears.length,
  compose: (index, layer, dice) => {
    const [work, commune, frame] = reports.at(index);
    const year = reportYears[(index + layer) % reportYears.length] ?? 2004;
    return {
      title: capitalise(`${frame(work.name, commune.name)} năm ${year}`),
      author: 'Trung tâm Khuyến nông',
      ddc: `${work.ddc}09${commune.area}`,
      publisher: dice.pick(['Trung tâm Khuyến nông', 'Sở Nông nghiệp và Phát triển nông thôn']),
      year,
    };
  },
};

export const farmingFamilies: readonly TitleFamily[] = [
  handbooks('crops', 60, crops, cropFrames, 2000),
  // The VietGAP rules were issued in January 2008.
  handbooks('food-crops', 25, foodCrops, foodCropFrames, 2009),
  handbooks('livestock', 60, animals, animalFrames, 2000),
  extensionReports,
];
