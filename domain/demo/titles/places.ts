import { list } from './lists.ts';

/**
 * Places that stand in titles.
 *
 * Communes of the present province of Bắc Ninh whose names were communes before the mergers of 1 July 2025 too,
 * so that an older book may name them: thanglequoc/vietnamese-provinces-database v3.0.2 and v2.4.1 (MIT),
 * Decision 19/2025/QĐ-TTg. The class number keeps the former provinces apart, as the books on the shelf do:
 * Table 2 of the Vietnamese DDC, 59725 Bắc Giang and 59727 Bắc Ninh.
 */
export interface Commune {
  readonly name: string;
  /** Area number of Table 2. */
  readonly area: string;
}

const communes = (area: string, names: string): readonly Commune[] =>
  list(names).map((name) => ({ name, area }));

export const localCommunes: readonly Commune[] = [
  ...communes(
    '59725',
    `Xuân Lương, Tam Tiến, Đồng Kỳ, Phúc Hòa, Quang Trung, Ngọc Thiện, Tiên Lục, Mỹ Thái, Tân Dĩnh, Đông Phú,
     Bảo Đài, Nghĩa Phương, Trường Sơn, Lục Sơn, Bắc Lũng, Cẩm Lý, Tân Sơn, Sa Lý, Biên Sơn, Kiên Lao, Đèo Gia,
     Nam Dương, Vân Sơn, Yên Định, An Lạc, Tuấn Đạo, Dương Hưu, Hợp Thịnh, Xuân Cẩm, Sơn Hải`,
  ),
  ...communes(
    '59727',
    `Tam Giang, Yên Trung, Tam Đa, Văn Môn, Phù Lãng, Đào Viên, Chi Lăng, Liên Bão, Đại Đồng, Tân Chi,
     Phật Tích, Mão Điền, Song Liễu, Cao Đức, Đại Lai, Đông Cứu, Trung Kênh, Trung Chính, Lâm Thao`,
  ),
];

/**
 * Provinces and cities that bore the same name and rank before and after 1 July 2025 (same sources); the
 * others are left out so that no title names a province that did not exist when it was printed.
 */
export const provinces = list(
  `tỉnh Cao Bằng, tỉnh Tuyên Quang, tỉnh Điện Biên, tỉnh Lai Châu, tỉnh Sơn La, tỉnh Lào Cai, tỉnh Thái Nguyên,
   tỉnh Lạng Sơn, tỉnh Quảng Ninh, tỉnh Bắc Ninh, tỉnh Phú Thọ, tỉnh Hưng Yên, tỉnh Ninh Bình, tỉnh Thanh Hóa,
   tỉnh Nghệ An, tỉnh Hà Tĩnh, tỉnh Quảng Trị, tỉnh Quảng Ngãi, tỉnh Gia Lai, tỉnh Khánh Hòa, tỉnh Đắk Lắk,
   tỉnh Lâm Đồng, tỉnh Đồng Nai, tỉnh Tây Ninh, tỉnh Đồng Tháp, tỉnh Vĩnh Long, tỉnh An Giang, tỉnh Cà Mau,
   thành phố Hà Nội, thành phố Hải Phòng, thành phố Đà Nẵng, thành phố Hồ Chí Minh, thành phố Cần Thơ`,
);
