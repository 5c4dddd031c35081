import { inventAuthors } from '../people/person.ts';
import { familyShares } from '../people/names.ts';
import { shelves } from '../shelves/shelf.ts';
import { combine, yearBetween } from './family.ts';
import type { TitleFamily } from './family.ts';
import { localCommunes, provinces } from './places.ts';

/** What a commune brings out about itself; `{}` in the class number is its area. */
const communeFrames = [
  {
    frame: (xa: string) => `Lịch sử Đảng bộ xã ${xa} (1945 - 2015)`,
    ddc: '324.25970709{}',
    body: 'Ban Chấp hành Đảng bộ',
  },
  {
    frame: (xa: string) => `Lịch sử đấu tranh cách mạng của Đảng bộ và nhân dân xã ${xa}`,
    ddc: '324.25970709{}',
    body: 'Ban Chấp hành Đảng bộ',
  },
  {
    frame: (xa: string) => `Lịch sử lực lượng vũ trang nhân dân xã ${xa}`,
    ddc: '355.009{}',
    body: 'Ban Chỉ huy quân sự',
  },
  { frame: (xa: string) => `Kỷ yếu liệt sĩ xã ${xa}`, ddc: '959.70430922', body: 'Ủy ban nhân dân' },
  {
    frame: (xa: string) => `Kỷ yếu Bà mẹ Việt Nam anh hùng xã ${xa}`,
    ddc: '959.70430922',
    body: 'Ủy ban nhân dân',
  },
  { frame: (xa: string) => `Địa chí xã ${xa}`, ddc: '9{}', body: 'Ủy ban nhân dân' },
  { frame: (xa: string) => `Di tích lịch sử - văn hóa xã ${xa}`, ddc: '363.6909{}', body: null },
  { frame: (xa: string) => `Lễ hội truyền thống xã ${xa}`, ddc: '394.269{}', body: null },
  { frame: (xa: string) => `Hương ước và tục lệ các làng xã ${xa}`, ddc: '390.09{}', body: null },
  { frame: (xa: string) => `Văn bia Hán Nôm xã ${xa}`, ddc: '9{}', body: null },
  { frame: (xa: string) => `Truyện kể dân gian xã ${xa}`, ddc: '398.209{}', body: null },
  { frame: (xa: string) => `Ca dao, tục ngữ, câu đố xã ${xa}`, ddc: '398.809{}', body: null },
  { frame: (xa: string) => `Đình, chùa, nghè, miếu xã ${xa}`, ddc: '726.09{}', body: null },
  { frame: (xa: string) => `Truyền thống hiếu học xã ${xa}`, ddc: '370.9{}', body: null },
  { frame: (xa: string) => `Xã ${xa} trên đường đổi mới`, ddc: '9{}', body: 'Ủy ban nhân dân' },
  { frame: (xa: string) => `Hát ví, hát ru vùng ${xa}`, ddc: '781.62009{}', body: null },
] as const;
const communeBooks = combine(localCommunes).and(communeFrames);

/** Writes the area into a class number; `9{}` is history itself, which takes its point inside the area. */
function withArea(ddc: string, area: string): string {
  return ddc === '9{}' ? `9${area.slice(0, 2)}.${area.slice(2)}` : ddc.replace('{}', area);
}

const communeFamily: TitleFamily = {
  name: 'communes',
  shelf: shelves.local,
  weight: 75,
  extra: 0.5,
  base: communeBooks.size,
  layers: 1,
  compose: (index, _layer, dice) => {
    const [commune, { frame, ddc, body }] = communeBooks.at(index);
    return {
      title: frame(commune.name),
      author: body === null ? inventAuthors(dice) : `${body} xã ${commune.name}`,
      ddc: withArea(ddc, commune.area),
      publisher:
        body === null ? dice.pick(['Văn hóa dân tộc', 'Khoa học xã hội']) : `${body} xã ${commune.name}`,
      // The communes of this list were merged or renamed after that.
      year: yearBetween(dice, body === null ? 2000 : 2016, 2024),
    };
  },
};

const clans = familyShares.filter(([name]) => name !== 'Huỳnh' && name !== 'Võ').map(([name]) => name);
const branches = ['Gia phả họ', 'Tộc phả họ', 'Lịch sử dòng họ'] as const;
const clanBooks = combine(clans).and(localCommunes).and(branches);

const genealogies: TitleFamily = {
  name: 'genealogies',
  shelf: shelves.local,
  weight: 15,
  extra: 0.1,
  base: clanBooks.size,
  layers: 1,
  compose: (index, _layer, dice) => {
    const [clan, commune, branch] = clanBooks.at(index);
    return {
      title: `${branch} ${clan} xã ${commune.name}`,
      author: `Hội đồng gia tộc họ ${clan}`,
      ddc: `929.209${commune.area}`,
      publisher: 'Bản in lưu hành nội bộ',
      year: yearBetween(dice, 1992, 2024),
    };
  },
};

const yearly = [
  { frame: 'Báo cáo kết quả phát triển kinh tế - xã hội xã', ddc: '330.9' },
  { frame: 'Báo cáo xây dựng nông thôn mới xã', ddc: '307.141209' },
  { frame: 'Báo cáo công tác thư viện và phong trào đọc sách xã', ddc: '027.4' },
  { frame: 'Báo cáo công tác giáo dục xã', ddc: '370.9' },
] as const;
/** From the first full year of the national programme for the new countryside. */
const firstReport = 2011;
const years = Array.from({ length: 13 }, (_, index) => firstReport + index);
const yearlyReports = combine(yearly).and(localCommunes);

const reports: TitleFamily = {
  name: 'reports',
  shelf: shelves.local,
  weight: 18,
  extra: 0,
  base: yearlyReports.size,
  layers: years.length,
  compose: (index, layer) => {
    const [kind, commune] = yearlyReports.at(index);
    const year = years[(index + layer) % years.length] ?? firstReport;
    return {
      title: `${kind.frame} ${commune.name} năm ${year}`,
      author: `Ủy ban nhân dân xã ${commune.name}`,
      ddc: `${kind.ddc}${commune.area}`,
      publisher: `Ủy ban nhân dân xã ${commune.name}`,
      year,
    };
  },
};

const statistics = combine(provinces.filter((province) => province !== 'tỉnh Bắc Ninh')).and(
  Array.from({ length: 15 }, (_, index) => 2008 + index),
);

const yearbooks: TitleFamily = {
  name: 'yearbooks',
  shelf: shelves.reference,
  weight: 8,
  extra: 0,
  base: statistics.size,
  layers: 1,
  compose: (index) => {
    const [province, year] = statistics.at(index);
    return {
      title: `Niên giám thống kê ${province} ${year}`,
      author: `Cục Thống kê ${province}`,
      ddc: '315.97',
      publisher: 'Thống kê',
      year: year + 1,
    };
  },
};

export const localFamilies: readonly TitleFamily[] = [communeFamily, genealogies, reports, yearbooks];
