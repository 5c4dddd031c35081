import { inventAuthors } from '../people/person.ts';
import { shelves } from '../shelves/shelf.ts';
import { at } from '../random.ts';
import { capitalise, combine, yearBetween } from './family.ts';
import type { TitleFamily } from './family.ts';
import { list, topics } from './lists.ts';
import type { Topic } from './lists.ts';

/** Subjects of higher education. */
const disciplines = topics(`
Triết học Mác - Lênin | 335.411; Kinh tế chính trị Mác - Lênin | 335.412; Chủ nghĩa xã hội khoa học | 335.423; Tư tưởng Hồ Chí Minh | 335.4346
Lịch sử Đảng Cộng sản Việt Nam | 324.25970709; Logic học đại cương | 160; Tâm lí học đại cương | 150; Xã hội học đại cương | 301; Mĩ học đại cương | 111.85
Cơ sở văn hóa Việt Nam | 306.09597; Giáo dục học | 370; Tâm lí học lứa tuổi | 155; Dân số học | 304.6; Thống kê xã hội học | 301.0727
Kinh tế vi mô | 338.5; Kinh tế vĩ mô | 339; Kinh tế lượng | 330.015195; Kinh tế phát triển | 338.9; Kinh tế nông nghiệp | 338.1; Kinh tế du lịch | 338.4791
Tài chính tiền tệ | 332; Ngân hàng thương mại | 332.12; Thị trường chứng khoán | 332.642; Thuế | 336.2; Bảo hiểm | 368; Quản trị học | 658; Quản trị nhân lực | 658.3
Quản trị tài chính | 658.15; Quản trị sản xuất | 658.5; Marketing căn bản | 658.8; Kế toán tài chính | 657; Nguyên lí kế toán | 657; Kiểm toán | 657.45
Luật Hiến pháp Việt Nam | 342.597; Luật Hành chính Việt Nam | 342.59706; Luật Hình sự Việt Nam | 345.597; Luật Dân sự Việt Nam | 346.597; Luật Quốc tế | 341; Lí luận nhà nước và pháp luật | 340.1
Ngôn ngữ học đại cương | 410; Ngữ âm tiếng Việt | 495.92215; Ngữ pháp tiếng Việt | 495.9225; Lí luận văn học | 801; Văn học dân gian Việt Nam | 398.209597; Văn học Việt Nam trung đại | 895.92209
Lịch sử thế giới cận đại | 909.8; Lịch sử Việt Nam cận đại | 959.703; Khảo cổ học | 930.1; Dân tộc học đại cương | 305.8; Thông tin học | 020; Thư viện học đại cương | 020; Biên mục tài liệu | 025.3; Lưu trữ học | 025.171
Đại số tuyến tính | 512.5; Giải tích | 515; Hình học giải tích | 516.3; Xác suất thống kê | 519.2; Toán rời rạc | 511.1; Phương trình vi phân | 515.35; Phương pháp tính | 518
Cơ học | 531; Vật lí đại cương | 530; Nhiệt học | 536; Quang học | 535; Điện từ học | 537; Cơ học lượng tử | 530.12; Hoá học đại cương | 540; Hoá hữu cơ | 547; Hoá vô cơ | 546; Hoá phân tích | 543; Hoá lí | 541.3
Sinh học đại cương | 570; Di truyền học | 576.5; Vi sinh vật học | 579; Sinh thái học | 577; Thực vật học | 580; Động vật học | 590; Hoá sinh | 572; Địa chất đại cương | 551; Khí tượng học | 551.5; Bản đồ học | 526
Giải phẫu người | 611; Sinh lí học | 612; Dược lí học | 615.1; Điều dưỡng cơ bản | 610.73; Nội khoa | 616; Ngoại khoa | 617; Sản phụ khoa | 618; Nhi khoa | 618.92; Y học cổ truyền | 615.88; Dinh dưỡng | 613.2
Kĩ thuật điện | 621.3; Điện tử cơ bản | 621.381; Kĩ thuật số | 621.3815; Máy điện | 621.31042; Kĩ thuật nhiệt | 621.402; Sức bền vật liệu | 620.112; Vẽ kĩ thuật | 604.2; Vật liệu xây dựng | 691; Kết cấu bê tông cốt thép | 624.18341; Cơ học đất | 624.15136
Trắc địa | 526.9; Công nghệ chế tạo máy | 621.8; Ô tô | 629.222; Công nghệ hàn | 671.52; Công nghệ thực phẩm | 664; Công nghệ sinh học | 660.6; Thổ nhưỡng học | 631.4; Bảo vệ thực vật | 632; Chăn nuôi đại cương | 636; Thú y cơ bản | 636.089; Lâm sinh | 634.95; Nuôi trồng thủy sản | 639.8
Cơ sở dữ liệu | 005.74; Cấu trúc dữ liệu và giải thuật | 005.73; Mạng máy tính | 004.6; Hệ điều hành | 005.43; Kiến trúc máy tính | 004.22; Trí tuệ nhân tạo | 006.3; Công nghệ phần mềm | 005.1; An toàn thông tin | 005.8; Đồ hoạ máy tính | 006.6; Nhập môn lập trình | 005.1
`);
const courseFrames = [
  (subject: string) => `Giáo trình ${subject}`,
  (subject: string) => `Bài giảng ${subject}`,
  (subject: string) => `Hướng dẫn học tập ${subject}`,
  (subject: string) => `Câu hỏi và bài tập ${subject}`,
  (subject: string) => `Ngân hàng câu hỏi trắc nghiệm ${subject}`,
] as const;
const courseBooks = combine(disciplines).and(courseFrames);
const volumeMarks = ['', '. Tập 1', '. Tập 2'] as const;

/** Who brings out coursebooks of a field, by the beginning of its class number; the first that fits. */
const fields = [
  { begins: '61', publishers: list('Y học, Giáo dục Việt Nam, Đại học Quốc gia Hà Nội') },
  { begins: '63', publishers: list('Nông nghiệp, Đại học Nông nghiệp, Khoa học và Kỹ thuật') },
  { begins: '6', publishers: list('Khoa học và Kỹ thuật, Bách khoa Hà Nội, Giáo dục Việt Nam') },
  { begins: '00', publishers: list('Bách khoa Hà Nội, Thông tin và Truyền thông, Đại học Quốc gia Hà Nội') },
  { begins: '34', publishers: list('Công an nhân dân, Tư pháp, Đại học Quốc gia Hà Nội') },
  { begins: '33', publishers: list('Đại học Kinh tế Quốc dân, Tài chính, Đại học Quốc gia Hà Nội') },
] as const;
const otherFields = list('Đại học Quốc gia Hà Nội, Giáo dục Việt Nam, Đại học Sư phạm');

function academicPublishers(ddc: string): readonly string[] {
  return fields.find(({ begins }) => ddc.startsWith(begins))?.publishers ?? otherFields;
}

const coursebooks: TitleFamily = {
  name: 'coursebooks',
  shelf: shelves.coursebook,
  weight: 130,
  extra: 1,
  base: courseBooks.size,
  layers: volumeMarks.length,
  compose: (index, layer, dice) => {
    const [subject, frame] = courseBooks.at(index);
    return {
      title: `${frame(subject.name)}${at(volumeMarks, layer)}`,
      author: inventAuthors(dice),
      ddc: subject.ddc,
      publisher: dice.pick(academicPublishers(subject.ddc)),
      year: yearBetween(dice, 2000, 2025),
    };
  },
};

const programs = topics(`
Microsoft Word | 005.52; Microsoft Excel | 005.54; PowerPoint | 005.58; Photoshop | 006.686; AutoCAD | 620.00420285; CorelDRAW | 006.686
Linux | 005.432; Windows | 005.446; Internet | 004.678
`);
const programFrames = [
  (program: string) => `Tự học ${program}`,
  (program: string) => `${program} căn bản`,
  (program: string) => `${program} cho người mới bắt đầu`,
  (program: string) => `Hướng dẫn sử dụng ${program}`,
  (program: string) => `Cẩm nang ${program}`,
  (program: string) => `Thủ thuật ${program}`,
] as const;

const programming = topics(`
Python | 005.133; Java | 005.133; C++ | 005.133; C# | 005.133; PHP | 005.133; JavaScript | 005.2762; HTML và CSS | 006.74; SQL | 005.7565; Scratch | 005.133
`);
const programmingFrames = [
  (language: string) => `Tự học ${language}`,
  (language: string) => `Lập trình ${language} căn bản`,
  (language: string) => `Lập trình ${language} nâng cao`,
  (language: string) => `Thực hành ${language} qua ví dụ`,
  (language: string) => `Bài tập lập trình ${language}`,
  (language: string) => `${language} cho người mới bắt đầu`,
] as const;

/** What can be practised. */
const crafts = topics(`
kĩ năng giao tiếp | 153.6; kĩ năng thuyết trình | 808.51; kĩ năng quản lí thời gian | 650.11; kĩ năng làm việc nhóm | 658.4022
rèn luyện trí nhớ | 153.14; yoga | 613.7046; bơi lội | 797.21; bóng đá | 796.334; cầu lông | 796.345; bóng bàn | 796.346
cờ vua | 794.1; cờ tướng | 794.18; võ cổ truyền | 796.8; ghi-ta | 787.87; đàn bầu | 787.7; vẽ tranh | 741.2; thư pháp | 745.61
cắm hoa | 745.92; đan móc len | 746.43; thêu tay | 746.44; cắt may | 646.4; gấp giấy | 736.982; làm gốm | 738.1; nghề mộc | 684.08
sửa chữa xe máy | 629.28775; sửa chữa điện gia dụng | 683.83; sửa chữa điện thoại | 621.38456; làm bánh | 641.815; pha chế đồ uống | 641.874
`);
const craftFrames = [
  (craft: string) => `Tự học ${craft}`,
  (craft: string) => `Nhập môn ${craft}`,
  (craft: string) => `Cẩm nang ${craft}`,
  (craft: string) => `Hướng dẫn ${craft}`,
  (craft: string) => `Bí quyết ${craft}`,
] as const;

const matters = topics(`
kĩ năng sống cho tuổi thiếu niên | 646.700835; tư duy sáng tạo | 153.35; tư duy phản biện | 160; phương pháp đọc sách | 418.4
phương pháp học tập | 371.3028; hướng nghiệp | 331.702; khởi nghiệp | 658.11; bán hàng | 658.85; chăm sóc khách hàng | 658.812
quản lí tài chính cá nhân | 332.024; nghệ thuật lãnh đạo | 658.4092; nuôi dạy con | 649.1; chăm sóc trẻ sơ sinh | 649.122
chăm sóc sức khỏe bà mẹ mang thai | 618.2; giáo dục giới tính | 613.9071; hạnh phúc gia đình | 306.85; tâm lí tuổi dậy thì | 155.5
tâm lí người cao tuổi | 155.67; dưỡng sinh | 613.7; dinh dưỡng học đường | 613.2; phong tục cưới hỏi | 392.509597; văn hóa ứng xử | 395.09597
`);
const matterFrames = [
  (matter: string) => `Những điều cần biết về ${matter}`,
  (matter: string) => `Hỏi đáp về ${matter}`,
  (matter: string) => `Bước đầu tìm hiểu ${matter}`,
  (matter: string) => `Bàn về ${matter}`,
] as const;

const ingredients = topics(`
thịt lợn | 641.664; thịt bò | 641.662; thịt gà | 641.665; thịt vịt | 641.665; cá | 641.692; tôm | 641.695; cua | 641.695; mực | 641.694; ốc | 641.694; ếch | 641.696; trứng | 641.675; đậu phụ | 641.65655
nấm | 641.658; rau củ | 641.65; đậu đỗ | 641.6565; gạo nếp | 641.6318; bột mì | 641.6311; ngô | 641.6315; khoai | 641.6521; trái cây | 641.64; sữa | 641.671; măng | 641.65
`);
const kitchenFrames = [
  (food: string) => `100 món ngon từ ${food}`,
  (food: string) => `Món ngon mỗi ngày từ ${food}`,
  (food: string) => `Kĩ thuật chế biến món ăn từ ${food}`,
  (food: string) => `Các món ăn bài thuốc từ ${food}`,
  (food: string) => `Ẩm thực ba miền: Món ăn từ ${food}`,
] as const;

const handbookFamily = (
  name: string,
  weight: number,
  subjects: readonly Topic[],
  frames: readonly ((topic: string) => string)[],
  publishers: readonly string[],
  firstYear: number,
): TitleFamily => {
  const books = combine(subjects).and(frames);
  return {
    name,
    shelf: shelves.general,
    weight,
    extra: 0.8,
    base: books.size,
    layers: 1,
    compose: (index, _layer, dice) => {
      const [topic, frame] = books.at(index);
      return {
        title: capitalise(frame(topic.name)),
        author: inventAuthors(dice, 2),
        ddc: topic.ddc,
        publisher: dice.pick(publishers),
        year: yearBetween(dice, firstYear, 2025),
      };
    },
  };
};

const computingPublishers = list('Thông tin và Truyền thông, Bách khoa Hà Nội, Thanh niên, Hồng Đức');

export const learningFamilies: readonly TitleFamily[] = [
  coursebooks,
  handbookFamily('programs', 25, programs, programFrames, computingPublishers, 2008),
  handbookFamily('programming', 25, programming, programmingFrames, computingPublishers, 2010),
  handbookFamily(
    'crafts',
    55,
    crafts,
    craftFrames,
    list('Lao động, Phụ nữ Việt Nam, Thế giới, Dân trí, Thanh niên, Mỹ thuật'),
    2005,
  ),
  handbookFamily(
    'matters',
    40,
    matters,
    matterFrames,
    list('Lao động, Phụ nữ Việt Nam, Thế giới, Dân trí, Thanh niên, Trẻ'),
    2005,
  ),
  handbookFamily(
    'cooking',
    35,
    ingredients,
    kitchenFrames,
    list('Phụ nữ Việt Nam, Mỹ thuật, Hồng Đức, Lao động'),
    2003,
  ),
];
