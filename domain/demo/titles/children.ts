import { inventAuthors, inventPerson } from '../people/person.ts';
import { shelves } from '../shelves/shelf.ts';
import { combine, yearBetween } from './family.ts';
import type { TitleFamily } from './family.ts';
import { list, topics } from './lists.ts';

const animals = list(
  `Thỏ Trắng, Gấu Con, Mèo Mun, Sóc Nâu, Vịt Xám, Nhím Xù, Cún Bông, Ếch Xanh, Rùa Đá, Voi Con, Khỉ Con, Hươu Sao,
   Dê Đen, Cáo Lửa, Nai Tơ, Chồn Hương, Lợn Hồng, Bê Vàng, Gà Nhép, Chim Sẻ, Chuột Nhắt, Mèo Mướp, Gấu Trúc, Tê Giác,
   Hổ Con, Sư Tử Nhỏ, Ngựa Vằn, Lạc Đà, Cánh Cụt, Thỏ Nâu`,
);
const adventures = list(
  `đi học, tìm bạn, lạc đường, và người bạn mới, không còn sợ bóng tối, học cách xin lỗi, biết nói lời cảm ơn,
   giúp mẹ, dọn phòng, đi khám răng, và cơn mưa đầu mùa, đón Tết Trung thu, trồng cây, tập đếm, và chiếc ô đỏ,
   làm việc tốt, học chia sẻ, và món quà sinh nhật, dũng cảm, tốt bụng, kiên trì, thật thà, tự tin, tự lập,
   không kén ăn, thăm bà ngoại, đi chợ Tết, và khu vườn bí mật, và vầng trăng, trông nhà, bảo vệ rừng xanh,
   tiết kiệm nước, phân loại rác, qua đường an toàn, và chiếc kính thần, làm bánh sinh nhật, xem hội làng,
   và trận bóng mùa thu, tập viết, và ngôi nhà trên cây`,
);
const tales = combine(animals).and(adventures);
const taleForms = [
  { suffix: 'truyện đồng thoại', ddc: '895.92234' },
  { suffix: 'truyện tranh', ddc: '741.59597' },
  { suffix: 'truyện kể trước giờ đi ngủ', ddc: '895.92234' },
] as const;

const animalTales: TitleFamily = {
  name: 'animal-tales',
  shelf: shelves.children,
  weight: 95,
  extra: 1,
  base: tales.size,
  layers: taleForms.length,
  compose: (index, layer, dice) => {
    const [animal, adventure] = tales.at(index);
    const form = taleForms[(index + layer) % taleForms.length] ?? taleForms[0];
    return {
      title: `${animal} ${adventure}: ${form.suffix}`,
      author: inventPerson(dice),
      ddc: form.ddc,
      publisher: dice.pick(['Kim Đồng', 'Kim Đồng', 'Trẻ', 'Mỹ thuật', 'Phụ nữ Việt Nam']),
      year: yearBetween(dice, 2006, 2025),
    };
  },
};

/** Folk tales that every Vietnamese child knows. */
const folkTales = list(
  `Thánh Gióng, Sơn Tinh Thủy Tinh, Tấm Cám, Thạch Sanh, Sọ Dừa, Cây tre trăm đốt, Cây khế, Con Rồng cháu Tiên,
   Bánh chưng bánh giầy, Sự tích Hồ Gươm, Sự tích trầu cau, Sự tích dưa hấu, Sự tích con Dã Tràng, Sự tích cây vú sữa,
   Sự tích chú Cuội cung trăng, Sự tích hồ Ba Bể, Sự tích hoa cúc trắng, Sự tích con muỗi, Sự tích ông Táo,
   Chử Đồng Tử, Mỵ Châu Trọng Thủy, Lang Liêu, Cóc kiện Trời, Trí khôn của ta đây, Chàng ngốc học khôn,
   Ba lưỡi rìu, Ai mua hành tôi, Từ Thức gặp tiên, Nàng tiên Ốc, Vợ chàng Trương, Sự tích cây nêu ngày Tết,
   Sự tích con thạch sùng, Sự tích chim quốc, Sự tích đá Vọng Phu, Sự tích núi Ngũ Hành, Hai cô gái và cục bướu,
   Chiếc áo tàng hình, Của Thiên trả Địa, Quạ và Công, Người con gái Nam Xương, Em bé thông minh`,
);
const folkForms = [
  'tranh truyện dân gian Việt Nam',
  'truyện cổ tích Việt Nam',
  'song ngữ Việt - Anh',
] as const;
const folk = combine(folkTales);

const folkFamily: TitleFamily = {
  name: 'folk-tales',
  shelf: shelves.children,
  weight: 35,
  extra: 2,
  base: folk.size,
  layers: folkForms.length,
  compose: (index, layer, dice) => {
    const [tale] = folk.at(index);
    const form = folkForms[layer] ?? folkForms[0];
    return {
      title: `${tale}: ${form}`,
      author: `${inventPerson(dice)} (kể)`,
      ddc: '398.209597',
      publisher: dice.pick(['Kim Đồng', 'Mỹ thuật', 'Văn học', 'Giáo dục Việt Nam']),
      year: yearBetween(dice, 2002, 2025),
    };
  },
};

const wonders = topics(`
các loài chim | 598; khủng long | 567.9; đại dương | 551.46; vũ trụ | 523.1; Hệ Mặt Trời | 523.2; Mặt Trăng | 523.3
núi lửa | 551.21; động đất | 551.22; thời tiết | 551.5; côn trùng | 595.7; loài bướm | 595.789; loài kiến | 595.796
loài ong | 595.799; loài nhện | 595.44; động vật hoang dã | 590; động vật có vú | 599; loài cá | 597; cá voi | 599.5
cá heo | 599.53; loài rắn | 597.96; loài rùa | 597.92; loài ếch | 597.89; loài hổ | 599.756; loài voi | 599.67
loài khỉ | 599.8; chó và sói | 599.77; thực vật | 580; cây xanh | 582.16; các loài hoa | 582.13; loài nấm | 579.6
cơ thể người | 612; năm giác quan | 612.8; vi khuẩn | 579.3; máy bay | 629.133; tàu thuyền | 623.82; tàu hỏa | 625.1
ô tô | 629.222; rô-bốt | 629.892; máy tính | 004; điện | 537; ánh sáng | 535; âm thanh | 534; nam châm | 538; nước | 553.7
năng lượng | 333.79; đá và khoáng vật | 552; hóa thạch | 560; sa mạc | 551.415; rừng mưa | 577.34; Bắc Cực và Nam Cực | 998
Ai Cập cổ đại | 932; kim tự tháp | 932; tiền tệ | 332.4; phát minh | 608; biển đảo Việt Nam | 915.97
`);
const wonderFrames = [
  (topic: string) => `Khám phá thế giới: ${topic}`,
  (topic: string) => `Bách khoa thư cho trẻ em: ${topic}`,
  (topic: string) => `Em tìm hiểu về ${topic}`,
  (topic: string) => `Hỏi đáp cùng em: ${topic}`,
  (topic: string) => `Những điều kỳ thú về ${topic}`,
  (topic: string) => `Vì sao thế nhỉ? Chuyện về ${topic}`,
  (topic: string) => `Tủ sách khoa học vui: ${topic}`,
  (topic: string) => `Lật mở khám phá: ${topic}`,
] as const;
const science = combine(wonders).and(wonderFrames);

const scienceFamily: TitleFamily = {
  name: 'children-science',
  shelf: shelves.children,
  weight: 85,
  extra: 0.8,
  base: science.size,
  layers: 1,
  compose: (index, _layer, dice) => {
    const [topic, frame] = science.at(index);
    return {
      title: frame(topic.name),
      author: inventAuthors(dice, 2),
      ddc: topic.ddc,
      publisher: dice.pick(['Kim Đồng', 'Trẻ', 'Dân trí', 'Thanh niên', 'Giáo dục Việt Nam']),
      year: yearBetween(dice, 2006, 2025),
    };
  },
};

export const childrenFamilies: readonly TitleFamily[] = [folkFamily, animalTales, scienceFamily];
