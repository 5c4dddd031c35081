import { inventAuthors } from '../people/person.ts';
import { shelves } from '../shelves/shelf.ts';
import { combine, yearBetween } from './family.ts';
import type { TitleFamily } from './family.ts';
import { topics } from './lists.ts';
import type { Topic } from './lists.ts';

const chronicDiseases = topics(`
tăng huyết áp | 616.132; tiểu đường | 616.462; viêm gan | 616.3623; viêm loét dạ dày | 616.343; hen phế quản | 616.238
thoái hóa khớp | 616.7223; gút | 616.3999; mất ngủ | 616.8498; Parkinson | 616.833; động kinh | 616.853; béo phì | 616.398
viêm xoang | 616.212; loãng xương | 616.716; ung thư | 616.994; sỏi thận | 616.622; tim mạch | 616.1; viêm khớp dạng thấp | 616.7227
`);
const otherDiseases = topics(`
lao phổi | 616.246; đau lưng | 617.564; trầm cảm | 616.8527; đột quỵ não | 616.81; cúm | 616.203; sốt xuất huyết | 616.91852
sởi | 616.915; thủy đậu | 616.914; viêm phổi | 616.241; thiếu máu | 616.152; giun sán | 616.962; sốt rét | 616.9362
đục thủy tinh thể | 617.742; sâu răng | 617.67; dị ứng | 616.97; thoát vị đĩa đệm | 616.73; trĩ | 616.352
`);
const diseaseFrames = [
  (disease: string) => `Hỏi đáp về bệnh ${disease}`,
  (disease: string) => `Phòng và chữa bệnh ${disease}`,
  (disease: string) => `Những điều cần biết về bệnh ${disease}`,
  (disease: string) => `Cẩm nang phòng bệnh ${disease}`,
  (disease: string) => `Bệnh ${disease}: Cách phòng và điều trị`,
] as const;
const chronicFrames = [
  (disease: string) => `Sống chung với bệnh ${disease}`,
  (disease: string) => `Chế độ ăn uống cho người bệnh ${disease}`,
  (disease: string) => `Đông y trị bệnh ${disease}`,
  (disease: string) => `Chăm sóc người bệnh ${disease} tại nhà`,
] as const;

const healthFamily = (
  name: string,
  weight: number,
  diseases: readonly Topic[],
  frames: readonly ((disease: string) => string)[],
): TitleFamily => {
  const books = combine(diseases).and(frames);
  return {
    name,
    shelf: shelves.general,
    weight,
    extra: 0.7,
    base: books.size,
    layers: 1,
    compose: (index, _layer, dice) => {
      const [disease, frame] = books.at(index);
      return {
        title: frame(disease.name),
        author: inventAuthors(dice),
        ddc: disease.ddc,
        publisher: dice.pick(['Y học', 'Y học', 'Phụ nữ Việt Nam', 'Lao động', 'Hồng Đức', 'Dân trí']),
        year: yearBetween(dice, 2000, 2025),
      };
    },
  };
};

const laws = topics(`
Luật Đất đai | 346.59704; Bộ luật Dân sự | 346.597; Luật Hôn nhân và gia đình | 346.597016; Luật Doanh nghiệp | 346.59706
Bộ luật Hình sự | 345.597; Bộ luật Lao động | 344.59701; Luật Bảo hiểm xã hội | 344.59702; Luật Giáo dục | 344.59707
Luật Bảo vệ môi trường | 344.597046; Luật Hộ tịch | 346.597012; Luật Quản lý thuế | 343.59704
Luật Sở hữu trí tuệ | 346.597048; Luật Thương mại | 346.59707; Luật Tố cáo | 342.59706; Luật Khiếu nại | 342.59706
Luật Cán bộ, công chức | 342.597068; Luật Tổ chức chính quyền địa phương | 342.59709; Luật Di sản văn hóa | 344.59709
Luật Thư viện | 344.597092; Luật Trẻ em | 342.597087; Luật Bình đẳng giới | 342.597087; Luật Người cao tuổi | 342.597087
Luật Người khuyết tật | 342.597087; Luật Hòa giải ở cơ sở | 347.59709; Luật Bảo hiểm y tế | 344.59702; Luật An toàn thực phẩm | 344.59704
Luật Phòng, chống tham nhũng | 345.59702; Luật Phòng, chống ma túy | 345.59702; Luật Xử lý vi phạm hành chính | 342.59706
Luật Nhà ở | 344.597063; Luật Xây dựng | 343.597078; Luật Hợp tác xã | 346.59706; Luật Tiếp cận thông tin | 342.5970662
Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân | 342.59707; Bộ luật Tố tụng dân sự | 347.59705
Bộ luật Tố tụng hình sự | 345.59705; Luật Nghĩa vụ quân sự | 343.597012; Luật Dân quân tự vệ | 343.59701; Luật Quốc phòng | 343.59701
`);
const lawFrames = [
  (law: string) => `Tìm hiểu ${law}`,
  (law: string) => `Hỏi đáp về ${law}`,
  (law: string) => `${law} và các văn bản hướng dẫn thi hành`,
  (law: string) => `Những nội dung cơ bản của ${law}`,
  (law: string) => `Sổ tay tuyên truyền, phổ biến ${law}`,
  (law: string) => `Bình luận khoa học ${law}`,
] as const;
const lawBooks = combine(laws).and(lawFrames);

const law: TitleFamily = {
  name: 'law',
  shelf: shelves.general,
  weight: 75,
  extra: 0.8,
  base: lawBooks.size,
  layers: 1,
  compose: (index, _layer, dice) => {
    const [subject, frame] = lawBooks.at(index);
    return {
      title: frame(subject.name),
      author: inventAuthors(dice),
      ddc: subject.ddc,
      publisher: dice.pick([
        'Chính trị quốc gia Sự thật',
        'Tư pháp',
        'Lao động',
        'Hồng Đức',
        'Công an nhân dân',
      ]),
      year: yearBetween(dice, 2019, 2025),
    };
  },
};

const cadreTopics = topics(`
công tác dân vận ở cơ sở | 324.259707; công tác kiểm tra, giám sát của Đảng | 324.259707; xây dựng nông thôn mới | 307.141209597
xây dựng gia đình văn hóa | 306.8509597; cải cách hành chính ở cấp xã | 352.36709597; chuyển đổi số ở cơ sở | 303.4833
giữ gìn an ninh trật tự ở cơ sở | 363.209597; phòng, chống cháy nổ | 363.37; phòng, chống thiên tai | 363.34
phòng, chống bạo lực gia đình | 362.8292; phong trào thanh niên ở cơ sở | 305.23509597; công tác phụ nữ ở cơ sở | 305.409597
giảm nghèo bền vững | 339.4609597; công tác văn thư, lưu trữ | 651.5; xây dựng thư viện cấp xã | 027.4597
hòa giải ở khu dân cư | 347.59709; tổ chức lễ hội truyền thống | 394.269597; bảo vệ môi trường nông thôn | 363.7009597
`);
const cadreFrames = [
  (topic: string) => `Cẩm nang ${topic}`,
  (topic: string) => `Một số vấn đề về ${topic}`,
  (topic: string) => `Hỏi đáp về ${topic}`,
  (topic: string) => `Sổ tay ${topic}`,
  (topic: string) => `Kinh nghiệm ${topic}`,
] as const;
const cadreBooks = combine(cadreTopics).and(cadreFrames);

const grassroots: TitleFamily = {
  name: 'grassroots',
  shelf: shelves.general,
  weight: 35,
  extra: 0.6,
  base: cadreBooks.size,
  layers: 1,
  compose: (index, _layer, dice) => {
    const [topic, frame] = cadreBooks.at(index);
    return {
      title: frame(topic.name),
      author: inventAuthors(dice),
      ddc: topic.ddc,
      publisher: dice.pick(['Chính trị quốc gia Sự thật', 'Lao động', 'Thanh niên', 'Văn hóa dân tộc']),
      year: yearBetween(dice, 2014, 2025),
    };
  },
};

const defenceTopics = topics(`
giáo dục quốc phòng và an ninh | 355.0071; công tác đảng, công tác chính trị trong quân đội | 324.259707
quản lý bộ đội ở đơn vị cơ sở | 355.6; huấn luyện dân quân tự vệ | 355.37; kỹ thuật bắn súng tiểu liên AK | 355.547
điều lệnh đội ngũ | 355.54; hậu cần ở đơn vị cơ sở | 355.411; quân y đơn vị | 355.345; công binh | 358.22; trinh sát | 355.413
thông tin liên lạc quân sự | 358.24; phòng thủ dân sự | 363.35; văn hóa quân sự Việt Nam | 355.1; bộ đội biên phòng | 355.351
`);
const defenceFrames = [
  (topic: string) => `Tài liệu học tập: ${topic}`,
  (topic: string) => `Hỏi đáp về ${topic}`,
  (topic: string) => `Sổ tay ${topic}`,
  (topic: string) => `Giáo trình ${topic}`,
] as const;
const defenceBooks = combine(defenceTopics).and(defenceFrames);

const defence: TitleFamily = {
  name: 'defence',
  shelf: shelves.military,
  weight: 30,
  extra: 1.2,
  base: defenceBooks.size,
  layers: 1,
  compose: (index, _layer, dice) => {
    const [topic, frame] = defenceBooks.at(index);
    return {
      title: frame(topic.name),
      author: inventAuthors(dice),
      ddc: topic.ddc,
      publisher: 'Quân đội nhân dân',
      year: yearBetween(dice, 2005, 2024),
    };
  },
};

export const healthAndLawFamilies: readonly TitleFamily[] = [
  healthFamily('health', 55, [...chronicDiseases, ...otherDiseases], diseaseFrames),
  healthFamily('health-chronic', 25, chronicDiseases, chronicFrames),
  law,
  grassroots,
  defence,
];
