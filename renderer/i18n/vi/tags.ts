/** RFID tags of copies, at the desk. */
export const tagWords = {
  tags: {
    off: { writing: 'Đang khử từ…', done: 'Đã khử từ', failed: 'CHƯA KHỬ TỪ' },
    on: { writing: 'Đang nạp từ…', done: 'Đã nạp từ', failed: 'CHƯA NẠP TỪ' },
    retry: 'Thử lại',
    retryOf: 'Thử lại: ghi thẻ RFID của {{barcode}}',
    band_other: '{{count}} tài liệu có thẻ RFID chưa ghi được: cổng an ninh sẽ báo sai',
    see: 'Xem danh sách',
    title: 'Thẻ RFID chưa ghi được',
    help: 'Đặt tài liệu lên bàn đọc rồi bấm Thử lại. Lượt mượn trả đã được ghi, không phải ghi lại.',
    none: 'Mọi thẻ RFID đều đã ghi đúng.',
    since: 'từ {{time}}',
    dismiss: 'Đã xử lý',
    dismissOf: 'Đã xử lý bằng cách khác: bỏ {{barcode}} khỏi danh sách',
    barcode: 'ĐKCB {{barcode}}',
  },
} as const;
