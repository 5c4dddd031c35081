import type { RescueRefusal, RescueReport } from '../../contract/sync/rescue.ts';
import { rangeWords } from '../../domain/exceptions/range-words.ts';

const ends = {
  gap: 'thiếu các lượt ở giữa mà tỉnh chưa có (xuất lại ở trạm với --all)',
  forked: 'không khớp với sổ tỉnh đang giữ: sổ của trạm đã bị chép sang máy khác',
  'wrong-hash': 'nội dung không khớp mã băm',
  damaged: 'dòng bị hỏng, không đọc được',
} as const satisfies Readonly<Record<NonNullable<RescueReport['journals'][number]['ended']>['why'], string>>;

/** What became of a rescue file, for whoever brought it. */
export function reportLines(report: RescueReport): readonly string[] {
  const { station, added, held, left, journals, whole, openEnd } = report;
  return [
    `Trạm ${station}: thêm ${added} giao dịch; ${held} giao dịch tỉnh đã có; ${left} dòng không nhập được.`,
    ...journals.flatMap(({ inc, ended }) =>
      ended ? [`Sổ ${inc}: dừng ở dòng ${ended.line} của tệp: ${ends[ended.why]}.`] : [],
    ),
    ...journals.flatMap(({ inc, missing }) =>
      missing
        ? [
            `Sổ ${inc} của trạm bị hỏng: thiếu lượt ${rangeWords(missing)}. Các lượt đọc được sau chỗ hỏng đã nhập vào một sổ riêng; tỉnh đã mở việc cần xem “sổ bị hỏng”. Đối chiếu phiếu giấy của quầy.`,
          ]
        : [],
    ),
    ...(openEnd === true
      ? [
          'Tệp được xuất từ một sổ bị hỏng: không chắc sau mục cuối còn mục nào khác không. Giữ ổ đĩa của trạm lại.',
        ]
      : []),
    ...(whole ? [] : ['Tệp không nguyên vẹn: độ dài hoặc mã băm khác với dòng đầu tệp. Giữ tệp lại.']),
  ];
}

export function refusalLine({ refused, station, why }: RescueRefusal): string {
  switch (refused) {
    case 'not-a-rescue-file':
      return 'Tệp này không phải tệp cứu dữ liệu của trạm (journal export). Chưa nhập gì.';
    case 'unknown-station':
      return `Tỉnh không có trạm ${station ?? ''}. Chưa nhập gì. Xem lại tệp, hoặc đăng ký trạm trước (enrol --station).`;
    case 'nothing-usable':
      return `Không dòng nào của trạm ${station ?? ''} dùng được: ${why === null ? 'tệp bị hỏng' : ends[why]}. Chưa nhập gì. Giữ tệp lại.`;
  }
}
