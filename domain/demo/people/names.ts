/**
 * Parts of invented names.
 *
 * Family names and the shares of the first fourteen: sigpwned/popular-names-by-country-dataset,
 * common-surnames-by-country.csv, rows of VN (CC0-1.0). The dataset gives no count for the others; they share
 * the rest here. Where it lists a northern and a southern form (Hoàng/Huỳnh, Vũ/Võ), both appear, the northern
 * one more often because the library is in the north.
 *
 * Middle and given names: chosen from duyet/vietnamese-namedb, boy.txt, girl.txt, boy_one_word.txt and
 * girl_one_word.txt (MIT). Names that with a frequent family name would be those of a well-known person are
 * left out. Nobody here exists.
 */

/** Family name and its share in a thousand. */
export const familyShares: readonly (readonly [string, number])[] = [
  ['Nguyễn', 380],
  ['Trần', 110],
  ['Lê', 95],
  ['Phạm', 71],
  ['Hoàng', 40],
  ['Huỳnh', 11],
  ['Phan', 45],
  ['Vũ', 29],
  ['Võ', 10],
  ['Đặng', 21],
  ['Bùi', 20],
  ['Đỗ', 14],
  ['Hồ', 13],
  ['Ngô', 13],
  ['Dương', 10],
  ['Lý', 5],
  ['Đào', 9],
  ['Đoàn', 9],
  ['Trịnh', 9],
  ['Trương', 9],
  ['Thân', 9],
  ['Hà', 8],
  ['Mai', 7],
  ['Lương', 7],
  ['Phùng', 6],
  ['Tạ', 6],
  ['Lưu', 6],
  ['Lâm', 5],
  ['Tô', 5],
  ['Vương', 4],
  ['Quách', 4],
  ['Đàm', 4],
  ['Triệu', 3],
  ['Thái', 3],
];

const words = (text: string): readonly string[] => text.split(',').map((word) => word.trim());

/** Middle and given name of men. */
export const maleNames = words(
  `Anh Duy, Anh Khoa, Anh Quân, Anh Tuấn, Anh Tùng, Bá Cường, Bá Long, Bá Thành, Bảo Khánh, Bảo Lâm, Bảo Long,
   Chí Công, Chí Hiếu, Chí Kiên, Công Hải, Công Hậu, Công Lập, Công Sơn, Công Thành, Đăng Khánh,
   Đăng Minh, Đình Cường, Đình Hợp, Đình Nguyên, Đình Phúc, Đình Thắng, Đình Toàn, Đình Trung, Đình Tuấn,
   Đức Bình, Đức Duy, Đức Giang, Đức Hải, Đức Huy, Đức Kiên, Đức Long, Đức Mạnh, Đức Phong, Đức Thắng,
   Đức Toàn, Đức Trung, Duy Cường, Duy Hải, Duy Hiếu, Duy Hùng, Duy Khánh, Duy Mạnh, Duy Tân, Duy Thành,
   Gia Bảo, Gia Huy, Gia Hưng, Gia Khánh, Gia Minh, Hải Bình, Hải Nam, Hải Sơn, Hoàng Dũng, Hoàng Hải,
   Hoàng Lâm, Hoàng Minh, Hoàng Nam, Hồng Sơn, Hữu Bình, Hữu Cường, Hữu Đạt, Hữu Hùng, Hữu Nam, Hữu Nghĩa,
   Hữu Thắng, Hữu Toàn, Hữu Trung, Huy Hoàng, Huy Khánh, Huy Thành, Khắc Dũng, Khắc Thành, Khánh Duy,
   Mạnh Cường, Mạnh Dũng, Mạnh Thắng, Mạnh Trường, Minh Đạt, Minh Dũng, Minh Hiếu, Minh Hoàng, Minh Khôi,
   Minh Nhật, Minh Quân, Minh Sơn, Minh Thắng, Minh Tiến, Minh Toàn, Ngọc Cường, Ngọc Hải, Ngọc Sơn, Nhật Huy,
   Nhật Minh, Nhật Nam, Phúc Lâm, Quang Anh, Quang Đạt, Quang Huy, Quang Khải, Quang Lâm, Quang Minh,
   Quang Thắng, Quang Vinh, Quốc Anh, Quốc Bảo, Quốc Hưng, Quốc Khánh, Quốc Mạnh, Quốc Trung,
   Sơn Tùng, Thanh Tuấn, Thành Công, Thanh Sơn, Thanh Tùng, Thế Anh, Thế Dũng, Thế Hùng,
   Tiến Dũng, Tiến Đức, Trọng Hiếu, Trọng Nghĩa, Trọng Khánh, Trung Dũng, Trung Hiếu, Trung Kiên, Trường Giang,
   Trường Sơn, Tuấn Anh, Tuấn Hùng, Tuấn Kiệt, Tuấn Minh, Tùng Lâm, Việt Anh, Việt Cường, Việt Dũng, Việt Hoàng,
   Việt Hùng, Xuân Bình, Xuân Hòa, Xuân Huy, Xuân Kiên, Xuân Trường`,
);

/** Given names of men that follow the middle name Văn. */
export const maleAfterVan = words(
  'An, Bình, Chiến, Chung, Công, Cường, Đông, Giang, Hải, Hiếu, Hòa, Hùng, Hưng, Khánh, Khoa, Lợi, Long, ' +
    'Lộc, Luân, Mạnh, Minh, Nam, Nghĩa, Ngọc, Phúc, Quân, Quang, Quý, Sơn, Tài, Tân, Thắng, Thiện, Thịnh, Thuận, ' +
    'Tiến, Toàn, Trung, Trường, Tuấn, Tùng, Vinh',
);

/** Middle and given name of women. */
export const femaleNames = words(
  `Anh Thư, Bảo Anh, Bảo Châu, Bảo Ngọc, Bảo Trâm, Bích Vân, Bích Hà, Bích Hạnh, Bích Hằng, Bích Liên,
   Bích Loan, Bích Ngọc, Bích Thảo, Bích Thủy, Cẩm Ly, Cẩm Tú, Cẩm Vân, Diệu Anh, Diệu Hương, Diệu Linh,
   Diệu Thúy, Gia Hân, Gia Linh, Hà My, Hà Phương, Hải Anh, Hải Vân, Hải Yến, Hạnh Dung, Hạnh Nga, Hoài An,
   Hoài Thương, Hoàng Lan, Hoàng Yến, Hồng Thảo, Hồng Hạnh, Hồng Liên, Hồng Mai, Hồng Ngọc, Hồng Thắm, Hồng Vân,
   Hương Giang, Hương Lan, Hương Ly, Hương Thảo, Hương Trà, Huyền Anh, Huyền Trang, Khánh Chi, Khánh Huyền,
   Khánh Linh, Khánh Ly, Khánh Ngọc, Khánh Vân, Kim Anh, Kim Dung, Kim Liên, Kim Loan, Kim Oanh, Kim Thoa,
   Kim Tuyến, Lan Anh, Lan Chi, Lan Hương, Lan Phương, Linh Chi, Linh Đan, Mai Anh, Mai Chi, Mai Hương, Mai Lan,
   Mai Linh, Mai Phương, Minh Anh, Minh Hà, Minh Huệ, Minh Ngọc, Minh Nguyệt, Minh Phương, Minh Thu, Minh Thư,
   Minh Trang, Ngân Hà, Ngọc Anh, Ngọc Bích, Ngọc Diệp, Ngọc Hà, Ngọc Hân, Ngọc Huyền, Ngọc Lan, Ngọc Linh,
   Ngọc Mai, Ngọc Quỳnh, Ngọc Yến, Như Quỳnh, Phương Anh, Phương Chi, Phương Dung, Phương Hoa, Phương Lan,
   Phương Linh, Phương Mai, Phương Nhung, Phương Thảo, Phương Uyên, Phương Trang, Quỳnh Anh, Quỳnh Chi,
   Quỳnh Hương, Quỳnh Nga, Quỳnh Trang, Thanh Hà, Thanh Hằng, Thanh Huyền, Thanh Hương, Thanh Mai, Thanh Nga,
   Thanh Nhàn, Thanh Tâm, Thanh Thủy, Thanh Trúc, Thanh Vân, Thảo Linh, Thảo My, Thảo Nguyên, Thảo Vân, Thu Hà,
   Thu Hằng, Thu Hiền, Thu Huyền, Thu Phượng, Thu Nga, Thu Thảo, Thu Thủy, Thu Trang, Thùy Dương, Thùy Linh,
   Thúy Hằng, Thúy Hạnh, Thúy Nga, Thúy Quỳnh, Thúy Vân, Trà My, Trúc Linh, Tú Anh, Tường Vi, Tuyết Mai,
   Tuyết Nhung, Vân Anh, Vân Khánh, Việt Hà, Xuân Mai, Yến Nhi`,
);

/** Given names of women that follow the middle name Thị. */
export const femaleAfterThi = words(
  'An, Anh, Bình, Chi, Cúc, Dung, Duyên, Hà, Hải, Hằng, Hạnh, Hiền, Hoa, Hòa, Huệ, Huyền, Lan, Liên, ' +
    'Loan, Mai, Nga, Ngân, Ngọc, Nhung, Oanh, Phương, Phượng, Quế, Quyên, Thanh, Thảo, Thu, Thủy, Trang, Tuyết, ' +
    'Vân, Xuân, Yến',
);
