import type { OutcomeCode } from '../../domain/outcome.ts';
import { circulationVi } from './circulation.vi.ts';

/** What happened, what was kept, what to do. `{{name}}` is filled from the reason's parameters. */
export const outcomesVi: Readonly<Record<OutcomeCode, string>> = {
  ...circulationVi,
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
  'LT-1109': 'Đây là số ISBN của “{{title}}”. Chưa ghi gì. Quét nhãn ĐKCB của bản tài liệu.',
  'LT-1110':
    'Đây là mã thanh toán hoặc địa chỉ mạng, không dùng để mượn trả. Chưa ghi gì. Quét thẻ hoặc nhãn tài liệu.',
  'LT-1111': 'Giấy tờ này chưa đăng ký cho bạn đọc nào. Chưa ghi gì. Bấm Đăng ký để cấp thẻ.',
  'LT-1112': 'Mã trên giấy tờ đọc chưa trọn vẹn. Chưa ghi gì. Quét lại, giữ yên tay và đủ sáng.',
  'LT-1113': 'Không có lệnh nào như mã này. Chưa làm gì. In lại tờ mã lệnh.',
  'LT-1114': 'Câu hỏi này không còn hiệu lực. Chưa ghi gì. Quét lại tài liệu.',
  'LT-1115': 'Máy quét đọc đúng mã thử. Không ghi gì. Bắt đầu quét được.',
  'LT-1116':
    'Mã thử bị đọc sai: {{fault}}. Không ghi gì. Mở Cài đặt, chọn Thử máy quét để xem cách sửa trước khi quét tiếp.',
  'LT-1117':
    'Ký tự kiểm tra trên nhãn không khớp: mã bị đọc sai hoặc gõ nhầm. Chưa ghi gì. Quét lại; nếu vẫn vậy, in lại nhãn.',
  'LT-1118':
    'Máy ảnh chưa được phép dùng. Chưa ghi gì. Cho phép ở biểu tượng máy ảnh trên thanh địa chỉ, hoặc trong Cài đặt, Quyền riêng tư của Windows, rồi mở lại.',
  'LT-1119': 'Máy này không có máy ảnh. Chưa ghi gì. Cắm máy ảnh rồi mở lại; máy quét khác vẫn dùng được.',
  'LT-1120':
    'Máy ảnh không mở được. Chưa ghi gì. Đóng chương trình khác đang dùng máy ảnh rồi mở lại; máy quét khác vẫn dùng được.',
  'LT-1501': 'Danh mục chưa tải xong. Chưa ghi gì. Đợi thanh đồng bộ báo xong rồi quét lại.',
  'LT-2101': 'Mất kết nối máy quét. Các lượt đã ghi vẫn còn. Cắm lại cáp; chương trình tự nối lại.',
  'LT-2102':
    'Tiến trình thiết bị vừa khởi động lại. Các lượt đã ghi vẫn còn. Quét lại mã cuối nếu không thấy trên màn hình.',
  'LT-2103': 'Hai thiết bị cùng dùng một cổng. Thiết bị này chưa chạy. Sửa lại cổng trong Thiết bị.',
  'LT-2104': 'Mất kết nối thiết bị. Các lượt đã ghi vẫn còn. Kiểm tra nguồn và cáp; chương trình tự nối lại.',
  'LT-2105':
    'Cổng mở được nhưng thiết bị không trả lời. Các lượt đã ghi vẫn còn. Kiểm tra nguồn, tốc độ và loại thiết bị trong Thiết bị.',
  'LT-2106':
    'Thiết bị trả lời nhưng báo lỗi. Các lượt đã ghi vẫn còn. Tắt rồi bật lại thiết bị; nếu lặp lại, báo kỹ thuật.',
  'LT-2111':
    'Chưa khử từ được: cổng an ninh sẽ báo. Lượt mượn vẫn được ghi. Đặt lại tài liệu lên bàn đọc rồi bấm Thử lại.',
  'LT-2112':
    'Chưa nạp từ được: cổng an ninh sẽ không báo. Lượt trả vẫn được ghi. Đặt lại tài liệu lên bàn đọc rồi bấm Thử lại.',
  'LT-2113':
    'Bộ {{total}} phần mới đọc được {{found}}. Chưa ghi gì. Đặt đủ các phần lên bàn đọc; thiếu thì quét mã vạch.',
  'LT-2114':
    'Có thẻ RFID đọc không được. Chưa ghi gì. Tách chồng tài liệu ra rồi đặt lại, hoặc quét mã vạch.',
  'LT-2115': 'Thẻ RFID này không theo chuẩn thư viện đang dùng. Chưa ghi gì. Quét mã vạch của tài liệu.',
  'LT-2116': 'Thẻ RFID còn trắng. Chưa ghi gì. Quét mã vạch của tài liệu.',
  'LT-2121':
    'Cổng an ninh báo: tài liệu này đã ghi mượn nhưng chưa khử từ. Lượt mượn vẫn đúng. Đặt tài liệu lên bàn đọc rồi bấm Thử lại, hoặc để bạn đọc qua.',
  'LT-2122': 'Cổng an ninh báo: tài liệu này chưa ghi mượn. Chưa ghi gì. Mời bạn đọc về quầy để ghi mượn.',
  'LT-2123':
    'Cổng an ninh báo với thẻ RFID {{tag}}, không có trong thư viện này. Chưa ghi gì. Hỏi bạn đọc, có thể là sách của thư viện khác.',
  'LT-2124':
    'Cổng an ninh báo: tài liệu này chỉ mượn đọc tại chỗ. Chưa ghi gì. Mời bạn đọc mang về phòng đọc.',
  'LT-2125':
    'Cổng an ninh đã báo nhiều lần hơn số nó nhớ được. Có lượt báo không hiện ở đây. Kiểm tra tại cổng.',
  'LT-2118':
    'Chương trình tắt trước khi thẻ RFID được xác nhận. Lượt mượn trả vẫn được ghi. Đặt lại tài liệu lên bàn đọc rồi bấm Thử lại.',
  'LT-2201':
    'Không liên lạc được máy in. Lượt mượn vẫn được ghi, phiếu đang chờ in. Kiểm tra nguồn và cáp máy in.',
  'LT-2202': 'Máy in hết giấy. Lượt mượn vẫn được ghi, phiếu đang chờ in. Thay cuộn giấy; phiếu tự in tiếp.',
  'LT-2203': 'Nắp máy in đang mở. Lượt mượn vẫn được ghi, phiếu đang chờ in. Đóng nắp; phiếu tự in tiếp.',
  'LT-2204': 'Máy in báo lỗi. Lượt mượn vẫn được ghi, phiếu đang chờ in. Tắt rồi bật lại máy in.',
  'LT-2205':
    'Trạm này chưa có máy in. Lượt mượn vẫn được ghi, phiếu được giữ lại. Thêm máy in trong phần thiết bị.',
  'LT-2206': 'Không vẽ được phiếu. Lượt mượn vẫn được ghi, phiếu được giữ lại. Báo kỹ thuật kèm mã lỗi này.',
  'LT-2207': 'Máy in sắp hết giấy. Phiếu vẫn in được. Chuẩn bị cuộn giấy mới.',
  'LT-2208':
    'Máy in này nối một chiều nên không báo hết giấy hay mở nắp. Phiếu đã gửi được coi là đã in. Hãy nhìn xem giấy có ra không.',
  'LT-2209':
    'Phiếu đang in thì bị ngắt, có thể đã ra một phần hoặc cả phiếu. Lượt đã ghi vẫn còn. Xem giấy ở máy in rồi chọn in lại hoặc bỏ qua.',
  'LT-2210':
    'Hàng đợi in của máy tính không nhận. Chưa in gì, phiếu được giữ lại. Kiểm tra tên máy in trong phần thiết bị.',
  'LT-2211': 'Máy in này không làm được việc đó. Chưa làm gì. Chọn máy in khác trong phần thiết bị.',
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
    'Thư mục {{path}} chưa có trạm nào. Chưa tạo gì trong đó. Kiểm tra lại đường dẫn; nếu đây là trạm mới, tạo thư mục đó rồi mở lại để gõ mã đăng ký.',
  'LT-3108':
    'Sổ trong thư mục này là của trạm {{owner}}, không phải trạm {{station}}. Chưa ghi gì để hai trạm không lẫn sổ. Sửa station trong station.json hoặc dùng đúng thư mục của trạm.',
  'LT-3109':
    'Còn {{count}} giao dịch chưa gửi lên tỉnh, cũ nhất từ {{since}}, trong {{path}}. Chưa xóa gì. Xuất ra USB trước: npm run -s cli -- journal export --data {{path}} --out TỆP. Muốn bỏ hẳn thì thêm --discard-unsent {{total}}.',
  'LT-3110':
    'Còn {{count}} giao dịch chưa gửi cho {{from}}, cũ nhất từ {{since}}. Chưa đổi gì. Nối lại với tỉnh cũ để gửi, hoặc xuất ra USB: npm run -s cli -- journal export --data {{path}} --out TỆP. Vẫn đổi thì thêm --discard-unsent {{count}}; các giao dịch ở lại trong sổ và sẽ gửi cho tỉnh mới.',
  'LT-3111':
    'Còn {{count}} giao dịch chưa gửi, không phải {{said}}. Chưa làm gì. Xem lại rồi gõ đúng số, hoặc xuất ra USB trước.',
  'LT-3112':
    'Sổ giao dịch có {{count}} mục không đọc được. Các mục đọc được đã nằm trong tệp. Giữ nguyên ổ đĩa, gọi kỹ thuật.',
  'LT-3113':
    'Sổ giao dịch bị hỏng một chỗ. Phần đọc được đã giữ lại và được gửi về tỉnh, sổ mới ghi tiếp; sổ hỏng còn nguyên ở {{path}}. Cứ làm việc bình thường và báo kỹ thuật; đối chiếu phiếu giấy hôm nay.',
  'LT-3114':
    'Dữ liệu trên ổ đĩa có chỗ hỏng. Lượt này chưa được ghi; các lượt trước vẫn còn. Chương trình đang tự mở lại để sửa; quét lại sau vài giây.',
  'LT-3115':
    'Ổ đĩa sắp đầy. Lượt mượn, trả vẫn được ghi nhờ chỗ dự phòng; danh mục tạm ngừng tải về. Giải phóng ổ đĩa trong hôm nay.',
  'LT-3116':
    'Sổ giao dịch bị hỏng. Mọi mục còn nguyên đã nằm trong tệp; không chắc sau mục cuối còn mục nào khác không. Giữ nguyên ổ đĩa, gọi kỹ thuật; đối chiếu phiếu giấy.',
  'LT-4101':
    'Chưa liên lạc được máy chủ tỉnh. Vẫn mượn, trả bình thường; các lượt được giữ trong máy và tự gửi khi có mạng.',
  'LT-4102':
    'Máy chủ tỉnh vừa được phục hồi. Trạm đang gửi lại sổ và tải lại danh mục. Cứ làm việc bình thường.',
  'LT-4103':
    'Sổ của trạm này đã bị sao chép sang máy khác. Các lượt vẫn được giữ trong máy, chưa gửi. Gọi quản trị tỉnh để cấp lại trạm.',
  'LT-4104':
    'Máy chủ tỉnh không chấp nhận khóa của trạm. Các lượt vẫn được giữ trong máy. Gọi quản trị tỉnh để xin mã đăng ký mới.',
  'LT-4105':
    'Máy chủ tỉnh dùng giao thức mới hơn. Vẫn mượn, trả bình thường; các lượt được giữ trong máy. Cập nhật phần mềm.',
  'LT-4106':
    'Máy chủ đang trả lời không có chứng chỉ của tỉnh mà trạm đã ghi nhận. Chưa gửi gì cho máy chủ đó; các lượt vẫn được giữ trong máy. Hỏi quản trị tỉnh: nếu tỉnh đã đổi chứng chỉ, xin mã đăng ký mới.',
  'LT-4107':
    'Tỉnh gửi loại dữ liệu mới mà phần mềm này chưa đọc được; phần đó được giữ riêng. Vẫn mượn, trả và gửi bình thường. Cập nhật phần mềm.',
  'LT-4111':
    'Không nối được máy chủ tỉnh. Chưa thay đổi gì. Kiểm tra mạng và địa chỉ rồi thử lại; mã vẫn dùng được.',
  'LT-4112': 'Mã sai, đã dùng hoặc đã hết hạn. Chưa thay đổi gì. Xem lại từng chữ, hoặc xin tỉnh mã khác.',
  'LT-4113':
    'Thư mục này đã có sổ của một trạm khác. Chưa thay đổi gì. Xin tỉnh mã dành cho đúng trạm đó (enrol --station), hoặc chọn thư mục trống.',
  'LT-4114': 'Thử quá nhiều lần. Chưa thay đổi gì. Chờ nửa phút rồi thử lại.',
  'LT-4115':
    'Địa chỉ này không phải máy chủ tỉnh, hoặc máy chủ chưa cập nhật. Chưa thay đổi gì. Xem lại địa chỉ.',
  'LT-4116': 'Dấu chứng chỉ của máy chủ là {{shown}}, không phải dấu tỉnh đã đưa. Chưa gửi gì. Hỏi lại tỉnh.',
  'LT-4118':
    'Đã đóng trạm khi còn {{count}} giao dịch chưa gửi lên tỉnh, cũ nhất từ {{since}}. Các giao dịch nằm trong sổ của máy này và tự gửi khi mở lại. Đừng xóa thư mục dữ liệu.',
  'LT-4117':
    'Máy này không có kho khóa của hệ điều hành: khóa của trạm nằm trong tệp station.key, ai đăng nhập được tài khoản này đều đọc được. Trạm vẫn làm việc bình thường. Đừng chép tệp này; nếu lộ, báo tỉnh thu hồi trạm.',
  'LT-4131':
    'Tệp danh mục tải về bị hỏng và đã bỏ. Sổ và các lượt vẫn nguyên; vẫn mượn, trả bình thường. Trạm tự tải lại. Nếu còn lặp lại, báo quản trị tỉnh.',
  'LT-4132':
    'Ổ đĩa không đủ chỗ cho tệp danh mục; phần đã tải đã xóa. Sổ và các lượt vẫn nguyên; vẫn mượn, trả bình thường. Trạm tải danh mục dần từng phần. Dọn bớt ổ đĩa.',
  'LT-5101':
    'Địa chỉ mở chương trình đã dùng hoặc không đúng. Chưa mở gì. Bấm Enter ở cửa sổ lệnh, hoặc khởi động lại, để có địa chỉ mới.',
  'LT-5102':
    'Yêu cầu đến từ trang khác nên bị từ chối. Chưa thay đổi gì. Mở chương trình từ biểu tượng Lưu Thông.',
  'LT-5103':
    'Có lỗi ngoài dự kiến. Các lượt đã hiện là xong vẫn được giữ. Thử lại; nếu lặp lại, báo kỹ thuật kèm mã này.',
  'LT-5104': 'Việc này cần quyền “{{permission}}”. Chưa thay đổi gì. Nhờ người có quyền thực hiện.',
};
