/** The first page of a folder that is no station yet, and the file of what was not sent. */
export const setUpWords = {
  setUp: {
    title: 'Đăng ký trạm với tỉnh',
    intro:
      'Thư mục {{folder}} chưa có trạm nào. Gõ địa chỉ máy chủ và mã đăng ký mà tỉnh đã đưa; mã dùng một lần.',
    province: 'Địa chỉ máy chủ tỉnh',
    provinceHint: 'https://luuthong.tinh.example',
    provinceWrong: 'Địa chỉ bắt đầu bằng https://',
    plainHttp: 'http:// không mã hóa đường truyền. Chỉ dùng trong mạng thử nghiệm.',
    code: 'Mã đăng ký',
    codeHelp: 'Mười chữ và số. Chữ hoa hay thường, có gạch nối hay không đều được.',
    send: 'Đăng ký',
    compareTitle: 'So dấu chứng chỉ',
    compare:
      'Máy chủ đang trả lời có chứng chỉ mà máy này chưa biết. Dấu của nó là {{fingerprint}}. Chỉ tiếp tục nếu tỉnh đã đưa đúng dấu này; nếu khác, dừng lại và hỏi tỉnh.',
    same: 'Đúng dấu này, tiếp tục',
    different: 'Khác, dừng lại',
    done: 'Máy này đã là {{desk}}, {{library}}.',
    doneStation:
      'Tên trạm: {{station}}. Danh mục và bạn đọc tải về trong nền; quét được khi thanh đồng bộ báo xong.',
    begin: 'Bắt đầu làm việc',
    noAnswer: 'Chương trình không trả lời. Chưa thay đổi gì. Thử lại.',
  },
  rescue: {
    button_other: 'Xuất {{count}} giao dịch chưa gửi',
    help: 'Ghi ra tệp để mang đến tỉnh bằng USB khi mạng hỏng lâu. Xuất bao nhiêu lần cũng chỉ tính một lần.',
    saved_other: 'Đã lưu {{count}} giao dịch vào tệp {{name}}. Chép tệp vào USB và giao cho quản trị tỉnh.',
    unreadable_other: 'Sổ có {{count}} mục không đọc được. Giữ nguyên ổ đĩa, gọi kỹ thuật.',
    damaged: 'Sổ bị hỏng; mọi mục còn nguyên đã nằm trong tệp. Giữ nguyên ổ đĩa, gọi kỹ thuật.',
    failed: 'Chưa xuất được. Sổ vẫn nguyên. Thử lại.',
  },
} as const;
