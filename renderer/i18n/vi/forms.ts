/** What forms beside the desk and in the office have in common. */
export const formWords = {
  forms: {
    save: 'Lưu',
    cancel: 'Thôi',
    edit: 'Sửa',
    remove: 'Xóa',
    note: 'Ghi chú',
    optional: 'không bắt buộc',
    dayPlaceholder: 'ngày/tháng/năm',
    noSuchDay: 'Không có ngày này. Nhập ngày/tháng/năm, ví dụ 06/12/2026.',
    endless: 'không thời hạn',
    until: 'đến hết ngày {{date}}',
    cutOff:
      'Mất liên lạc với phần lõi khi đang ghi. Chưa chắc đã ghi. Khi nối lại, xem lượt mới nhất ở quầy trước khi làm lại.',
    otherReader: 'Quầy đã chuyển sang bạn đọc khác',
    otherReaderHelp: 'Bảng này là của bạn đọc trước. Đóng lại, hoặc quét thẻ để mở lại bạn đọc đó.',
    findReader: 'Tìm theo tên hoặc số thẻ',
    findReaderNone: 'Không có bạn đọc nào khớp.',
    amountFault: {
      empty: 'Nhập số tiền.',
      negative: 'Số tiền không được âm.',
      zero: 'Số tiền phải lớn hơn 0.',
      decimal: 'Đồng không có số lẻ. Nhập số nguyên, ví dụ 35.000.',
      separators: 'Dấu ngăn cách đặt sai. Nhập 35.000 hoặc 35000.',
      'too-large': 'Số tiền quá lớn. Kiểm tra lại các chữ số.',
      'not-a-number': 'Không đọc được số tiền. Chỉ nhập chữ số, ví dụ 35.000.',
    },
  },
} as const;
