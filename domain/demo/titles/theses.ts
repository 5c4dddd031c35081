import { inventPerson } from '../people/person.ts';
import { shelves } from '../shelves/shelf.ts';
import { combine, yearBetween } from './family.ts';
import type { TitleFamily } from './family.ts';
import { list, topics } from './lists.ts';
import { localCommunes, provinces } from './places.ts';

/*
 * Theses are where a million titles come from: their names are long, exact and never the same, as in any
 * university depository.
 */

interface Study {
  readonly title: string;
  readonly ddc: string;
  /** First year in which it can have been handed in, where the title tells. */
  readonly since?: number;
}

const thesis = (
  name: string,
  weight: number,
  size: number,
  degree: string,
  schools: readonly string[],
  compose: (index: number) => Study,
): TitleFamily => ({
  name,
  shelf: shelves.thesis,
  weight,
  extra: 0,
  base: size,
  layers: 1,
  compose: (index, _layer, dice) => {
    const { title, ddc, since } = compose(index);
    return {
      title: `${title}: ${degree}`,
      author: inventPerson(dice),
      ddc,
      publisher: dice.pick(schools),
      year: since === undefined ? yearBetween(dice, 2004, 2024) : since + dice.below(2),
    };
  },
});

const places = [
  ...localCommunes.map(({ name, area }) => ({ name: `xã ${name}`, area })),
  ...provinces.map((name) => ({ name, area: '597' })),
];

const fieldCrops = topics(`
lúa | 633.18; ngô | 633.15; lạc | 633.368; đậu tương | 633.34; sắn | 633.682; khoai tây | 635.21; khoai lang | 635.22; vừng | 633.85; cà chua | 635.642
dưa chuột | 635.63; bắp cải | 635.34; ớt | 635.643; hành | 635.25; dưa hấu | 635.615; bí xanh | 635.62; cà rốt | 635.13
`);
const factors = list(
  `mật độ trồng, lượng phân đạm, lượng phân kali, lượng phân lân, lượng vôi bón, phân hữu cơ vi sinh,
   thời vụ gieo trồng, chế độ tưới nước, biện pháp làm đất, phân bón lá, chế phẩm sinh học,
   chất điều hòa sinh trưởng, chất lượng hạt giống,
   biện pháp phòng trừ cỏ dại, phân chuồng ủ hoai, thời điểm thu hoạch`,
);
const effects = list(
  `năng suất, khả năng sinh trưởng, chất lượng, khả năng chống chịu sâu bệnh, hiệu quả kinh tế,
   các yếu tố cấu thành năng suất, khả năng tích lũy chất khô, tình hình sâu bệnh hại`,
);
const trialYears = Array.from({ length: 20 }, (_, index) => 2004 + index);
const seasons = list('vụ xuân, vụ hè thu, vụ đông');
const trials = combine(fieldCrops).and(factors).and(effects).and(seasons).and(places).and(trialYears);

const illnesses = topics(`
tăng huyết áp | 616.132; đái tháo đường típ 2 | 616.462; viêm gan B mạn tính | 616.3623; viêm loét dạ dày | 616.343; hen phế quản | 616.238
viêm phổi cộng đồng | 616.241; thoái hóa khớp gối | 616.7223; đột quỵ não | 616.81; suy tim | 616.129; sỏi thận | 616.622; loãng xương | 616.716; thiếu máu thiếu sắt | 616.152
sốt xuất huyết Dengue | 616.91852; rối loạn lipid máu | 616.3997; trầm cảm | 616.8527; bệnh phổi tắc nghẽn mạn tính | 616.24; gút | 616.3999; thoát vị đĩa đệm | 616.73
`);
const studies = [
  (illness: string) => `Đặc điểm lâm sàng, cận lâm sàng ở người bệnh ${illness}`,
  (illness: string) => `Kết quả điều trị ngoại trú người bệnh ${illness}`,
  (illness: string) => `Thực trạng tuân thủ điều trị của người bệnh ${illness}`,
  (illness: string) => `Chất lượng cuộc sống của người bệnh ${illness}`,
  (illness: string) => `Kiến thức và thực hành tự chăm sóc của người bệnh ${illness}`,
  (illness: string) => `Tình trạng dinh dưỡng của người bệnh ${illness}`,
] as const;
const hospitals = provinces.filter((province) => province.startsWith('tỉnh'));
const studyYears = Array.from({ length: 15 }, (_, index) => 2008 + index);
const clinics = combine(illnesses).and(studies).and(hospitals).and(studyYears);

/** A commune has schools of the first two levels only. */
const schools = [
  ...localCommunes.flatMap(({ name }) => [`tiểu học xã ${name}`, `trung học cơ sở xã ${name}`]),
  ...provinces.flatMap((name) => [
    `tiểu học ${name}`,
    `trung học cơ sở ${name}`,
    `trung học phổ thông ${name}`,
  ]),
];
const management = topics(`
hoạt động dạy học | 371.102; hoạt động tổ chuyên môn | 371.1; bồi dưỡng giáo viên | 370.711; giáo dục kĩ năng sống | 371.7; giáo dục đạo đức | 370.114; kiểm tra, đánh giá | 371.26
hoạt động trải nghiệm | 371.38; ứng dụng công nghệ thông tin | 371.334; xây dựng văn hóa nhà trường | 371.2; hoạt động thư viện | 027.8; công tác chủ nhiệm | 371.1; phòng, chống bạo lực học đường | 371.782
phối hợp nhà trường và gia đình | 371.192; dạy học tiếng Anh | 428.0071; giáo dục hướng nghiệp | 371.425; giáo dục thể chất | 372.86; phát triển văn hóa đọc | 418.4; xây dựng trường chuẩn quốc gia | 371.2
`);
const ways = list(
  `Quản lí, Biện pháp quản lí, Đổi mới quản lí, Thực trạng và giải pháp quản lí, Nâng cao hiệu quả quản lí`,
);
const headmasters = combine(management).and(ways).and(schools);

const ruralSectors = topics(`
du lịch sinh thái | 338.4791; du lịch cộng đồng | 338.4791; làng nghề | 338.642; hợp tác xã nông nghiệp | 334.683
kinh tế trang trại | 338.16; chăn nuôi lợn | 338.1764; cây ăn quả | 338.174; nuôi trồng thủy sản | 338.3713
kinh tế rừng | 338.1749; chuỗi giá trị nông sản | 338.17; nông nghiệp công nghệ cao | 338.16; tín dụng nông thôn | 332.71
`);
const otherSectors = topics(`
công nghiệp hỗ trợ | 338.4; thương mại điện tử | 381.142; dịch vụ logistics | 388.044; nguồn nhân lực | 331.11
doanh nghiệp nhỏ và vừa | 338.642; mạng lưới thư viện công cộng | 027.4; du lịch văn hóa | 338.4791; giao thông công cộng | 388.4
`);
/** What a commune has is of the country; the rest is a matter of the province. */
const economicPlaces = [
  ...ruralSectors.flatMap((sector) => places.map((place) => ({ sector, place }))),
  ...otherSectors.flatMap((sector) => provinces.map((name) => ({ sector, place: { name, area: '597' } }))),
];
const aims = [
  (sector: string, place: string) => `Phát triển ${sector} trên địa bàn ${place}`,
  (sector: string, place: string) => `Các nhân tố ảnh hưởng đến phát triển ${sector} ở ${place}`,
  (sector: string, place: string) => `Quản lí nhà nước về ${sector} trên địa bàn ${place}`,
  (sector: string, place: string) => `Giải pháp phát triển bền vững ${sector} ở ${place}`,
  (sector: string, place: string) => `Thu hút đầu tư phát triển ${sector} ở ${place}`,
  (sector: string, place: string) =>
    `Vai trò của chính quyền địa phương đối với phát triển ${sector} ở ${place}`,
] as const;
const periodEnds = Array.from({ length: 16 }, (_, index) => 2007 + index);
const economies = combine(economicPlaces).and(aims).and(periodEnds);

function fieldTrial(index: number): Study {
  const [crop, factor, effect, season, place, year] = trials.at(index);
  return {
    title: `Ảnh hưởng của ${factor} đến ${effect} của cây ${crop.name} trồng ${season} ${year} tại ${place.name}`,
    ddc: `${crop.ddc}09${place.area}`,
    since: year,
  };
}

function clinicalStudy(index: number): Study {
  const [illness, study, province, year] = clinics.at(index);
  return {
    title: `${study(illness.name)} tại Bệnh viện Đa khoa ${province} năm ${year}`,
    ddc: illness.ddc,
    since: year,
  };
}

function schoolStudy(index: number): Study {
  const [subject, way, school] = headmasters.at(index);
  return { title: `${way} ${subject.name} ở các trường ${school}`, ddc: subject.ddc };
}

function economyStudy(index: number): Study {
  const [{ sector, place }, aim, end] = economies.at(index);
  return {
    title: `${aim(sector.name, place.name)} giai đoạn ${end - 5} - ${end}`,
    ddc: `${sector.ddc}09${place.area}`,
    since: end,
  };
}

export const thesisFamilies: readonly TitleFamily[] = [
  thesis(
    'school-theses',
    14,
    headmasters.size,
    'luận văn thạc sĩ khoa học giáo dục',
    list(
      'Trường Đại học Sư phạm Hà Nội, Trường Đại học Giáo dục, Trường Đại học Sư phạm - Đại học Thái Nguyên',
    ),
    schoolStudy,
  ),
  thesis(
    'economy-theses',
    14,
    economies.size,
    'luận văn thạc sĩ kinh tế',
    list('Trường Đại học Kinh tế Quốc dân, Học viện Nông nghiệp Việt Nam, Học viện Tài chính'),
    economyStudy,
  ),
  thesis(
    'clinical-theses',
    8,
    clinics.size,
    'luận văn bác sĩ chuyên khoa II',
    list('Trường Đại học Y Hà Nội, Trường Đại học Y Dược - Đại học Thái Nguyên'),
    clinicalStudy,
  ),
  thesis(
    'field-theses',
    12,
    trials.size,
    'luận văn thạc sĩ nông nghiệp',
    list(
      'Học viện Nông nghiệp Việt Nam, Trường Đại học Nông Lâm Bắc Giang, Trường Đại học Nông Lâm - Đại học Thái Nguyên',
    ),
    fieldTrial,
  ),
];
