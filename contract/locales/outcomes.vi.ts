import type { OutcomeCode } from '../../domain/outcome.ts';

/** What happened, what was kept, what to do. `{{name}}` is filled from the reason's parameters. */
export const outcomesVi: Readonly<Record<OutcomeCode, string>> = {
  'LT-1101': 'Không nhận ra mã này. Chưa ghi gì. Quét lại để xác nhận.',
  'LT-1102':
    'Mã không có trong danh mục thẻ và tài liệu. Chưa ghi gì. Kiểm tra nhãn; nếu nhãn đúng, báo người phụ trách danh mục.',
  'LT-1103':
    'Máy quét gửi dữ liệu không phải chữ ({{bytes}} byte). Chưa ghi gì. Quét lại; nếu lặp lại, kiểm tra cáp và cấu hình máy quét.',
  'LT-1104':
    'Máy quét gửi một dòng quá dài ({{bytes}} byte). Chưa ghi gì. Quét lại; nếu lặp lại, kiểm tra ký tự kết thúc của máy quét.',
  'LT-1105': 'Mã có ký tự điều khiển. Chưa ghi gì. Quét lại; nếu lặp lại, kiểm tra cấu hình máy quét.',
  'LT-1106': 'Vừa quét mã này. Không ghi lần thứ hai.',
  'LT-1107':
    'Nhiều thư viện khác có cùng số ĐKCB này. Chưa ghi gì. Để riêng cuốn này và báo người phụ trách danh mục.',
  'LT-1108':
    'Bộ gõ tiếng Việt đang bật và đã làm sai mã. Chưa ghi gì. Chuyển bộ gõ sang chế độ E rồi quét lại.',
  'LT-1201': 'Thẻ {{card}} hết hạn ngày {{expires}}. Chưa ghi mượn. Gia hạn thẻ trước khi cho mượn.',
  'LT-1202': 'Thẻ {{card}} đang bị khóa. Chưa ghi mượn. Hỏi bộ phận cấp thẻ.',
  'LT-1203':
    'Bạn đọc đang mượn {{count}} tài liệu, tối đa {{max}}. Chưa ghi mượn. Nhận trả bớt trước khi cho mượn thêm.',
  'LT-1204':
    'Bản này đang do bạn đọc khác mượn, hạn trả {{due}}. Chưa ghi mượn. Ghi trả trước rồi mới cho mượn.',
  'LT-1205':
    'Bạn đọc này đang mượn chính bản này, hạn trả {{due}}. Chưa ghi thêm. Bấm gia hạn nếu bạn đọc muốn giữ tiếp.',
  'LT-1206':
    'Bản này không ở diện cho mượn về (tình trạng: {{status}}). Chưa ghi mượn. Chuyển bản này cho bộ phận kho.',
  'LT-1207':
    'Chưa có quy tắc lưu thông cho đối tượng và loại tài liệu này. Chưa ghi mượn. Báo người quản lý chính sách.',
  'LT-1208':
    'Chính sách “{{policy}}” không cho mượn loại tài liệu này. Chưa ghi mượn. Bạn đọc có thể đọc tại chỗ.',
  'LT-1209': 'Thẻ {{card}} đã báo mất. Chưa ghi mượn. Giữ thẻ lại và kiểm tra giấy tờ của người cầm thẻ.',
  'LT-1210': 'Lịch không có ngày mở cửa nào trong một năm tới. Chưa ghi. Kiểm tra lịch nghỉ của thư viện.',
  'LT-1301':
    'Không có lượt mượn nào đang mở cho bản này. Đã ghi nhận bản này có mặt tại quầy. Nếu bạn đọc nói đang mượn, kiểm tra lại số ĐKCB.',
  'LT-1302': 'Bản này thuộc {{library}}. Đã nhận tại quầy. Chuyển bản này về thư viện sở hữu.',
  'LT-1401': 'Lượt mượn này đã được trả. Không gia hạn. Mở lại bạn đọc để xem danh sách mới.',
  'LT-1402': 'Đã gia hạn {{count}} lần, tối đa {{max}}. Hạn trả giữ nguyên. Bạn đọc cần trả rồi mượn lại.',
  'LT-1403':
    'Gia hạn hôm nay không kéo dài thêm hạn trả {{due}}. Hạn trả giữ nguyên. Gia hạn lại gần ngày đến hạn.',
  'LT-1404': 'Chính sách không cho gia hạn loại tài liệu này. Hạn trả giữ nguyên. Bạn đọc cần trả đúng hạn.',
  'LT-1501': 'Danh mục chưa tải xong. Chưa ghi gì. Đợi thanh đồng bộ báo xong rồi quét lại.',
  'LT-2101': 'Mất kết nối máy quét. Các lượt đã ghi vẫn còn. Cắm lại cáp; chương trình tự nối lại.',
  'LT-2102':
    'Tiến trình thiết bị vừa khởi động lại. Các lượt đã ghi vẫn còn. Quét lại mã cuối nếu không thấy trên màn hình.',
  'LT-2201':
    'Không liên lạc được máy in. Lượt mượn vẫn được ghi, phiếu đang chờ in. Kiểm tra nguồn và cáp máy in.',
  'LT-2202': 'Máy in hết giấy. Lượt mượn vẫn được ghi, phiếu đang chờ in. Thay cuộn giấy; phiếu tự in tiếp.',
  'LT-2203': 'Nắp máy in đang mở. Lượt mượn vẫn được ghi, phiếu đang chờ in. Đóng nắp; phiếu tự in tiếp.',
  'LT-2204': 'Máy in báo lỗi. Lượt mượn vẫn được ghi, phiếu đang chờ in. Tắt rồi bật lại máy in.',
  'LT-2205':
    'Trạm này chưa có máy in. Lượt mượn vẫn được ghi, phiếu được giữ lại. Thêm máy in trong phần thiết bị.',
  'LT-2206': 'Không vẽ được phiếu. Lượt mượn vẫn được ghi, phiếu được giữ lại. Báo kỹ thuật kèm mã lỗi này.',
  'LT-3101':
    'Thư mục dữ liệu {{path}} đang được một chương trình Lưu Thông khác dùng. Không mở lần thứ hai để khỏi hỏng sổ. Đóng chương trình kia hoặc chọn thư mục khác.',
  'LT-3102': 'Ổ đĩa đã đầy. Lượt này chưa được ghi; các lượt trước vẫn còn. Giải phóng ổ đĩa rồi quét lại.',
  'LT-3103':
    'Sổ giao dịch bị hỏng từ mục {{seq}}. Các mục trước đó vẫn đọc được. Không ghi tiếp; gọi kỹ thuật trước khi làm gì khác.',
  'LT-3104': 'Bản sao danh mục bị hỏng. Sổ giao dịch không ảnh hưởng. Danh mục đang được tải lại từ tỉnh.',
  'LT-3105': 'Dữ liệu do phiên bản mới hơn tạo ra. Chưa thay đổi gì. Cập nhật phần mềm rồi mở lại.',
  'LT-3106':
    'Tệp cấu hình {{path}} sai ở mục “{{field}}”. Chưa mở trạm; dữ liệu vẫn nguyên. Sửa mục đó rồi mở lại.',
  'LT-3107':
    'Thư mục {{path}} chưa có trạm nào. Chưa tạo gì trong đó. Kiểm tra lại đường dẫn, hoặc tạo trạm bằng npm start hoặc demo make.',
  'LT-3108':
    'Sổ trong thư mục này là của trạm {{owner}}, không phải trạm {{station}}. Chưa ghi gì để hai trạm không lẫn sổ. Sửa station trong station.json hoặc dùng đúng thư mục của trạm.',
  'LT-4101':
    'Chưa liên lạc được máy chủ tỉnh. Vẫn mượn, trả bình thường; các lượt được giữ trong máy và tự gửi khi có mạng.',
  'LT-4102':
    'Máy chủ tỉnh vừa được phục hồi. Trạm đang gửi lại sổ và tải lại danh mục. Cứ làm việc bình thường.',
  'LT-4103':
    'Sổ của trạm này đã bị sao chép sang máy khác. Các lượt vẫn được giữ trong máy, chưa gửi. Gọi quản trị tỉnh để cấp lại trạm.',
  'LT-4104':
    'Máy chủ tỉnh không chấp nhận khóa của trạm. Các lượt vẫn được giữ trong máy. Gọi quản trị tỉnh để cấp lại khóa.',
  'LT-4105':
    'Máy chủ tỉnh dùng giao thức mới hơn. Vẫn mượn, trả bình thường; các lượt được giữ trong máy. Cập nhật phần mềm.',
  'LT-5101':
    'Địa chỉ mở chương trình đã dùng hoặc không đúng. Chưa mở gì. Bấm Enter ở cửa sổ lệnh, hoặc khởi động lại, để có địa chỉ mới.',
  'LT-5102':
    'Yêu cầu đến từ trang khác nên bị từ chối. Chưa thay đổi gì. Mở chương trình từ biểu tượng Lưu Thông.',
  'LT-5103':
    'Có lỗi ngoài dự kiến. Các lượt đã hiện là xong vẫn được giữ. Thử lại; nếu lặp lại, báo kỹ thuật kèm mã này.',
};
