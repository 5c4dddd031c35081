import type { CitizenCardFault } from '../../domain/identifiers/citizen-card.ts';
import type { Unreadable } from '../../domain/identifiers/classify.ts';
import type { HealthCardFault } from '../../domain/identifiers/health-card.ts';

/** One sentence that says what is wrong with a scan and what to do about it. Never repeats what was scanned. */
export function sentenceOf(what: Unreadable): string {
  switch (what.like) {
    case 'text':
      return textSentences[what.fault];
    case 'citizen-card':
      return citizenCardSentences[what.fault];
    case 'health-card':
      return healthCardSentences[what.fault];
    case 'isbn':
      return 'ISBN sai số kiểm tra: hãy quét lại hoặc nhập lại theo trang sách.';
    case 'issn':
      return 'ISSN sai số kiểm tra: hãy quét lại hoặc nhập lại theo bìa tạp chí.';
    case 'command':
      return 'Mã lệnh này không có trong bảng lệnh: hãy in lại bảng lệnh của quầy.';
  }
}

export const emptySentence = 'Không có gì để nhận dạng: nội dung quét trống.';

const textSentences = {
  damaged: 'Nội dung quét bị hỏng chữ (không phải UTF-8): hãy kiểm tra chế độ của máy quét rồi quét lại.',
  'control-characters': 'Nội dung quét có ký tự điều khiển: hãy kiểm tra cấu hình máy quét rồi quét lại.',
  'too-long': 'Nội dung quét dài quá mức của mọi loại nhãn và thẻ: hãy quét lại từng mã một.',
} as const;

const citizenCardSentences: Readonly<Record<CitizenCardFault, string>> = {
  'not-a-citizen-card': 'Đây không phải mã QR của thẻ căn cước.',
  'health-card': 'Đây là mã QR của thẻ bảo hiểm y tế, không phải thẻ căn cước.',
  cut: 'Mã QR của thẻ căn cước bị cắt giữa chừng: hãy quét lại cả mã.',
  'bad-id-number': 'Số định danh trên mã không đủ 12 chữ số: hãy quét lại thẻ căn cước.',
  'bad-old-number': 'Các phần trong mã thẻ căn cước bị lệch vị trí: hãy quét lại hoặc nhập tay theo thẻ.',
  'no-name': 'Mã thẻ căn cước không có họ tên: hãy quét lại hoặc nhập tay theo thẻ.',
  'name-damaged':
    'Họ tên trong mã thẻ căn cước bị hỏng chữ: hãy chuyển máy quét sang chế độ COM hoặc nhập tay theo thẻ.',
  'residence-damaged':
    'Nơi cư trú trong mã thẻ căn cước bị hỏng chữ: hãy chuyển máy quét sang chế độ COM hoặc nhập tay theo thẻ.',
  'bad-birth-date': 'Ngày sinh trong mã thẻ căn cước không có thật: hãy quét lại hoặc nhập tay theo thẻ.',
  'bad-sex': 'Giới tính trong mã thẻ căn cước không đọc được: hãy quét lại hoặc nhập tay theo thẻ.',
};

const healthCardSentences: Readonly<Record<HealthCardFault, string>> = {
  'not-a-health-card': 'Đây không phải mã QR của thẻ bảo hiểm y tế.',
  cut: 'Mã QR của thẻ bảo hiểm y tế bị cắt giữa chừng: hãy quét lại cả mã.',
  'name-damaged': 'Họ tên trong mã thẻ bảo hiểm y tế bị hỏng: hãy quét lại hoặc nhập tay theo thẻ.',
  'bad-birth-date':
    'Ngày sinh trong mã thẻ bảo hiểm y tế không có thật: hãy quét lại hoặc nhập tay theo thẻ.',
};
