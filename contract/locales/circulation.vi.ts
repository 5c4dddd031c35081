import type { CirculationCode } from '../../domain/outcome.ts';

/** Circulation, money and readers: what happened, what was kept, what to do. */
export const circulationVi: Readonly<Record<CirculationCode, string>> = {
  'LT-1201': 'Thẻ {{card}} hết hạn ngày {{expires}}. Chưa ghi gì. Gia hạn thẻ trước.',
  'LT-1202':
    'Thẻ {{card}} đang bị khóa ({{why}}), đến {{until}}. Chưa ghi gì. Giải quyết lý do khóa thẻ trước.',
  'LT-1203':
    'Bạn đọc đang mượn {{count}} tài liệu ({{itemClass}}), tối đa {{max}}. Chưa ghi mượn. Nhận trả bớt trước khi cho mượn thêm.',
  'LT-1204':
    'Bản này đang do bạn đọc khác mượn, hạn trả {{due}}. Chưa ghi mượn. Xác nhận để ghi trả rồi cho mượn.',
  'LT-1205':
    'Bạn đọc này đang mượn chính bản này, hạn trả {{due}}. Chưa ghi thêm. Xác nhận nếu bạn đọc muốn gia hạn.',
  'LT-1206': 'Bản này không cho mượn về. Chưa ghi mượn. Bạn đọc có thể đọc tại chỗ.',
  'LT-1207':
    'Chưa có quy tắc lưu thông cho đối tượng và loại tài liệu này. Chưa ghi mượn. Báo người quản lý chính sách.',
  'LT-1208':
    'Chính sách “{{policy}}” không cho mượn về loại tài liệu này. Chưa ghi. Bạn đọc có thể đọc tại chỗ.',
  'LT-1209': 'Thẻ {{card}} đã báo mất. Chưa ghi mượn. Giữ thẻ lại và kiểm tra giấy tờ của người cầm thẻ.',
  'LT-1210': 'Lịch không có ngày mở cửa nào trong một năm tới. Chưa ghi. Kiểm tra lịch nghỉ của thư viện.',
  'LT-1211':
    'Bạn đọc {{age}} tuổi, tài liệu dành cho độ tuổi từ {{from}} đến {{to}}. Chưa ghi mượn. Chọn tài liệu phù hợp hoặc hỏi người phụ trách.',
  'LT-1212':
    'Tài liệu chỉ cho mượn từ {{from}} tuổi, mà hồ sơ chưa có ngày sinh. Chưa ghi mượn. Hỏi ngày sinh và bổ sung vào hồ sơ.',
  'LT-1213':
    'Bạn đọc còn nợ {{debt}}, mức cho phép {{debtLimit}}. Chưa ghi mượn. Thu tiền trước hoặc xác nhận cho mượn.',
  'LT-1214':
    'Người bảo lãnh và các bạn đọc được bảo lãnh còn nợ {{debt}}, mức cho phép {{debtLimit}}. Chưa ghi mượn. Thu tiền trước hoặc xác nhận cho mượn.',
  'LT-1215': 'Bạn đọc có {{count}} tài liệu quá hạn. Chưa ghi mượn. Nhận trả hoặc gia hạn trước.',
  'LT-1216':
    'Bạn đọc đang đọc tại chỗ {{count}} tài liệu, mỗi lần tối đa {{max}}. Chưa ghi. Nhận trả tài liệu đang đọc trước.',
  'LT-1217':
    'Thế chân {{held}}, đang mượn {{onLoan}}, tài liệu này {{price}}: thiếu {{short}}. Chưa ghi mượn. Nhận thêm thế chân hoặc nhận trả bớt.',
  'LT-1218':
    'Chính sách “{{policy}}” chỉ cho dùng tài liệu này: {{use}}. Chưa ghi. Chuyển cách mượn rồi quét lại.',
  'LT-1219':
    'Bản này đã thanh lọc (quyết định {{decision}}). Không cho mượn. Chuyển bản này cho bộ phận kho.',
  'LT-1220': 'Tài nguyên thông tin hạn chế sử dụng. Chưa ghi mượn. Nhập số giấy giới thiệu và người duyệt.',
  'LT-1221': 'Bản này đã ghi mất ngày {{since}}. Chưa ghi mượn. Xác nhận để ghi tìm thấy rồi cho mượn.',
  'LT-1222': 'Bản này từng ghi không tìm thấy ({{since}}). Đã ghi là có lại.',
  'LT-1223': 'Bản này đang ghi hư hỏng ({{since}}). Chưa ghi mượn. Xác nhận nếu đã sửa xong.',
  'LT-1224': 'Bạn đọc khác báo đã trả bản này ({{since}}). Chưa ghi mượn. Xác nhận để ghi trả rồi cho mượn.',
  'LT-1225': 'Bản này đang trên đường đến {{to}}. Chưa ghi mượn. Xác nhận để nhận tại đây và cho mượn.',
  'LT-1226':
    'Bản này đang giữ cho {{name}} ({{card}}) đến {{until}}. Chưa ghi mượn. Trả bản này về giá giữ, hoặc xác nhận để cho mượn.',
  'LT-1227':
    '{{name}} ({{card}}) đã đặt mượn trước, {{waiting}} người đang chờ. Chưa ghi mượn. Giữ lại cho người đặt, hoặc xác nhận để cho mượn.',
  'LT-1228':
    'Bạn đọc đang mượn bản khác cùng nhan đề ({{barcode}}, hạn trả {{due}}). Chưa ghi mượn. Xác nhận nếu cần mượn thêm.',
  'LT-1229': 'Bạn đọc đã từng mượn nhan đề này.',
  'LT-1230': 'Kèm theo: {{parts}}. Chưa ghi mượn. Kiểm tra đủ rồi xác nhận.',
  'LT-1231': 'Bản này thuộc {{library}}. Vẫn cho mượn theo quy tắc áp dụng.',
  'LT-1232': 'Lời nhắn: {{text}}',
  'LT-1233': 'Loại tài liệu này không có thời hạn mượn. Chưa ghi mượn. Nhập hạn trả rồi xác nhận.',
  'LT-1234': '{{waiting}} người đang chờ nhan đề này: hạn trả rút ngắn còn {{due}}.',
  'LT-1235': 'Ngày “{{due}}” không có trong lịch. Chưa ghi. Nhập lại hạn trả.',
  'LT-1236': 'Hạn trả {{due}} đã qua. Chưa ghi. Chọn ngày từ hôm nay trở đi.',
  'LT-1237': 'Hạn trả {{due}} xa quá {{years}} năm. Chưa ghi. Nhập lại hạn trả.',
  'LT-1301':
    'Không có lượt mượn nào đang mở cho bản này. Đã ghi nhận bản này có mặt tại quầy. Nếu bạn đọc nói đang mượn, kiểm tra lại số ĐKCB.',
  'LT-1302': 'Bản này thuộc {{library}}. Đã nhận tại quầy. Chuyển bản này về thư viện sở hữu.',
  'LT-1303': 'Giữ cho {{name}} ({{card}}) đến {{until}}. Đã ghi. Kẹp phiếu và đặt lên giá giữ.',
  'LT-1304': '{{name}} ({{card}}) nhận tại {{library}}. Đã ghi. Kẹp phiếu và chuyển bản này đi.',
  'LT-1305': 'Trả quá hạn: bồi thường {{amount}}. Đã ghi trả và ghi khoản thu. Thu ngay hoặc để sau.',
  'LT-1306':
    'Bản này đã ghi mất ngày {{lost}}, nay tìm thấy. Đã ghi trả; khoản bồi thường được tính lại theo chính sách.',
  'LT-1307':
    'Bản này đã ghi mất ngày {{since}}. Chưa ghi trả. Chính sách yêu cầu người phụ trách quyết định trước.',
  'LT-1308': 'Kèm theo: {{parts}}. Kiểm tra đã đủ chưa.',
  'LT-1309': 'Đang giữ cho {{name}} ({{card}}) đến {{until}}. Không ghi gì thêm. Đặt lại lên giá giữ.',
  'LT-1310': 'Đã nhận bản chuyển từ {{from}}.',
  'LT-1311': 'Đã ghi một lượt đọc tại chỗ.',
  'LT-1312': 'Thời điểm trả {{at}} chưa đến. Chưa ghi trả. Sửa ngày trả rồi quét lại.',
  'LT-1313': 'Thời điểm trả {{at}} trước lúc mượn {{lent}}. Chưa ghi trả. Sửa ngày trả rồi quét lại.',
  'LT-1314':
    'Bạn đọc đã báo trả bản này ({{claimed}}); nay đã thấy. Đã ghi trả, không tính thêm ngày quá hạn.',
  'LT-1315': 'Bản này từng ghi không tìm thấy. Đã ghi là có lại.',
  'LT-1316': 'Bản này đang ghi hư hỏng. Đã ghi nhận có mặt. Chuyển cho bộ phận sửa chữa.',
  'LT-1317': 'Bản này đã thanh lọc (quyết định {{decision}}). Đã ghi nhận có mặt. Chuyển cho bộ phận kho.',
  'LT-1318': 'Không tìm thấy lượt trả cần sửa. Chưa thay đổi gì. Chỉ sửa được lượt trả gần đây.',
  'LT-1320': 'Bản này đang do bạn đọc mượn. Chưa thay đổi gì. Ghi trả hoặc ghi mất trước.',
  'LT-1321': 'Thanh lọc cần số quyết định. Chưa thay đổi gì. Nhập số quyết định.',
  'LT-1322': 'Tình trạng của bản này không cho ghi như vậy. Chưa thay đổi gì.',
  'LT-1323': 'Số ĐKCB {{barcode}} đã có. Chưa thêm gì. Quét lại nhãn hoặc dùng số khác.',
  'LT-1324': 'Thiếu “{{field}}”. Chưa thêm gì. Điền vào rồi ghi lại.',
  'LT-1325': 'Hạn trả chuyển từ {{before}} sang {{due}}.',
  'LT-1401': 'Lượt mượn này đã được trả. Không gia hạn. Mở lại bạn đọc để xem danh sách mới.',
  'LT-1402': 'Đã gia hạn {{count}} lần, tối đa {{max}}. Hạn trả giữ nguyên. Bạn đọc cần trả rồi mượn lại.',
  'LT-1403':
    'Gia hạn hôm nay không kéo dài thêm hạn trả {{due}}. Hạn trả giữ nguyên. Gia hạn được từ {{soonest}}.',
  'LT-1404': 'Chính sách không cho gia hạn lượt mượn này. Hạn trả giữ nguyên. Bạn đọc cần trả đúng hạn.',
  'LT-1405': '{{waiting}} bạn đọc đang chờ tài liệu này. Hạn trả giữ nguyên. Bạn đọc cần trả đúng hạn.',
  'LT-1406': 'Chưa đến ngày được gia hạn. Hạn trả giữ nguyên. Gia hạn được từ {{soonest}}.',
  'LT-1407': 'Đã quá hạn {{due}}: chính sách không cho gia hạn. Hạn trả giữ nguyên. Nhận trả hoặc xác nhận.',
  'LT-1408': 'Tài liệu đang được đòi sớm, hạn trả {{due}}. Không gia hạn. Bạn đọc cần trả đúng hạn mới.',
  'LT-1409':
    'Đã gia hạn vắng tài liệu {{count}} lần, tối đa {{max}}. Hạn trả giữ nguyên. Mang tài liệu đến quầy để gia hạn.',
  'LT-1410':
    'Gia hạn khi đã quá hạn: bồi thường {{amount}} cho những ngày đã quá hạn. Đã gia hạn và ghi khoản thu. Thu ngay hoặc để sau.',
  'LT-1411': 'Bạn đọc báo đã trả tài liệu này ({{claimed}}). Không gia hạn. Giải quyết việc báo trả trước.',
  'LT-1601': 'Chính sách không cho đặt mượn kiểu này. Chưa đặt. Chọn kiểu đặt khác hoặc hỏi người phụ trách.',
  'LT-1602': 'Bạn đọc đang đặt mượn {{count}} tài liệu, tối đa {{max}}. Chưa đặt. Hủy bớt trước.',
  'LT-1603': 'Bạn đọc đã đặt mượn tài liệu này. Chưa đặt thêm.',
  'LT-1604': 'Còn bản sẵn sàng trên giá ({{barcode}}). Chưa đặt. Bạn đọc lấy trên giá và mượn ngay.',
  'LT-1605': 'Bạn đọc đang mượn tài liệu này. Chưa đặt.',
  'LT-1606': 'Không có bản nào cho đặt mượn. Chưa đặt.',
  'LT-1607': 'Chính sách chỉ cho nhận tại thư viện cấp thẻ. Chưa đặt. Chọn nơi nhận khác.',
  'LT-1608': 'Lượt đặt mượn này đã kết thúc. Chưa thay đổi gì.',
  'LT-1609':
    'Ngày bắt đầu {{from}} và ngày hết hiệu lực {{to}} không hợp lệ. Chưa ghi. Sửa ngày rồi ghi lại.',
  'LT-1610': 'Đã có bản giữ cho lượt đặt này. Chưa thay đổi gì. Giải quyết bản đang giữ trước.',
  'LT-1611': 'Chính sách không cho đòi sớm. Chưa đặt. Đặt mượn thường.',
  'LT-1612': 'Đã hủy. Lấy bản {{barcode}} khỏi giá giữ và quét trả để biết chuyển đi đâu.',
  'LT-1613': 'Đã đòi sớm bản {{barcode}}: hạn trả {{due}}. Báo bạn đọc đang mượn.',
  'LT-1701': 'Không đọc được số tiền “{{text}}”. Chưa ghi gì. Nhập số nguyên, ví dụ 35.000.',
  'LT-1702': 'Số tiền phải lớn hơn 0. Chưa ghi gì. Nhập lại.',
  'LT-1703': 'Số tiền quá lớn. Chưa ghi gì. Kiểm tra lại các chữ số.',
  'LT-1704': 'Chỉ còn {{owed}} phải thu. Chưa ghi gì. Nhập số tiền không quá mức đó.',
  'LT-1705': 'Chưa mở ngăn tiền. Chưa thu. Mở ca thu tiền trước.',
  'LT-1706': 'Ngăn tiền đang mở. Chưa thay đổi gì. Chốt ca đang mở trước.',
  'LT-1707':
    'Đếm được {{counted}}, sổ ghi {{expected}}. Chưa chốt ca. Đếm lại, hoặc ghi rõ lý do chênh lệch.',
  'LT-1708': 'Không còn khoản nào như vậy để thu. Chưa ghi gì. Mở lại bạn đọc để xem số mới.',
  'LT-1709': 'Miễn giảm cần căn cứ. Chưa ghi gì. Chọn căn cứ trong danh sách.',
  'LT-1710':
    'Khoản thu này không đổi được như vậy nữa. Chưa thay đổi gì. Mở lại bạn đọc để xem tình trạng mới.',
  'LT-1711': 'Khách đưa {{tendered}}, cần {{amount}}. Chưa thu. Nhập lại số tiền khách đưa.',
  'LT-1712':
    'Thư viện chưa khai tài khoản nhận chuyển khoản. Chưa tạo mã QR. Khai tài khoản trong phần cài đặt.',
  'LT-1713':
    'Thế chân còn cần {{needed}} cho tài liệu đang mượn; trả lại được tối đa {{free}}. Chưa ghi gì. Nhận trả tài liệu trước.',
  'LT-1714':
    'Chưa có dải số biên lai. Đã thu và in phiếu thu tạm; số chính thức có khi nối được máy chủ tỉnh.',
  'LT-1715': 'Thư viện không nợ bạn đọc khoản nào như vậy; trả lại được tối đa {{free}}. Chưa ghi gì.',
  'LT-1716': 'Thối lại {{change}}.',
  'LT-1717': 'Ngăn tiền chỉ còn {{held}}. Chưa chi. Bổ sung tiền vào ngăn trước.',
  'LT-1801': 'Họ và tên không hợp lệ ({{fault}}). Chưa ghi gì. Nhập lại họ và tên.',
  'LT-1802': 'Ngày sinh không hợp lệ ({{fault}}). Chưa ghi gì. Nhập lại ngày sinh.',
  'LT-1803': 'Số thẻ {{card}} đã cấp cho bạn đọc khác. Chưa ghi gì. Dùng số thẻ khác.',
  'LT-1804': 'Mã QR căn cước không đọc được trọn vẹn ({{fault}}). Chưa điền gì. Quét lại hoặc nhập tay.',
  'LT-1805':
    'Bạn đọc dưới {{age}} tuổi cần người giám hộ. Chưa ghi gì. Chọn bạn đọc bảo lãnh hoặc ghi tên người giám hộ.',
  'LT-1806': 'Số điện thoại không hợp lệ. Chưa ghi gì. Nhập lại hoặc để trống.',
  'LT-1807': 'Thư điện tử không hợp lệ. Chưa ghi gì. Nhập lại hoặc để trống.',
  'LT-1808': 'Đối tượng “{{category}}” không có trong chính sách. Chưa ghi gì. Chọn đối tượng khác.',
  'LT-1809': 'Giấy tờ này đã đăng ký cho thẻ {{card}} ({{name}}). Chưa ghi gì. Mở bạn đọc đó.',
  'LT-1810': 'Giấy tờ vừa quét có chỗ cần xem lại: {{what}}. Vẫn dùng được. Kiểm tra lại với bạn đọc.',
  'LT-1811': 'Không tìm thấy bạn đọc này. Chưa ghi gì. Đợi đồng bộ rồi thử lại.',
  'LT-1812': 'Nội dung trống hoặc quá dài. Chưa ghi gì. Sửa lại rồi ghi.',
  'LT-1813': 'Ngày không hợp lệ ở “{{field}}”. Chưa ghi gì. Sửa ngày rồi ghi lại.',
  'LT-1814': 'Số thẻ không hợp lệ. Chưa ghi gì. Nhập lại số thẻ.',
  'LT-1815': 'Lời nhắn: {{text}}',
  'LT-1816': 'Người bảo lãnh này không nhận được: {{why}}. Chưa ghi gì. Chọn người khác.',
  'LT-1817': 'Phí {{amount}} ({{legalAct}}). Đã ghi khoản thu.',
  'LT-1818': 'Miễn phí theo luật ({{ground}}).',
  'LT-1819':
    'Máy này không có khóa mở liên hệ của bạn đọc. Chưa ghi gì; dữ liệu cũ vẫn nguyên. Sửa ở máy của thư viện cấp thẻ.',
  'LT-1820': 'Đây là thẻ cũ, đã đổi sang thẻ {{card}}. Đã mở bạn đọc. Hỏi người cầm thẻ và thu lại thẻ cũ.',
  'LT-1821':
    'Bạn đọc của {{library}}: trạm này chỉ có phần dữ liệu cần để mượn, trả. Chưa thay đổi gì. Miễn phí, thẻ có thu phí và thông tin liên hệ do thư viện đó làm.',
  'LT-1901': 'Không còn lượt nào để hoàn tác. Chưa thay đổi gì.',
  'LT-1902':
    'Sau lượt này đã có việc khác với cùng tài liệu hoặc bạn đọc. Không hoàn tác. Ghi một lượt mới để sửa.',
  'LT-1903': 'Lượt này không hoàn tác được. Khoản thu thì ghi trả lại; cài đặt thì ghi bản mới.',
  'LT-1904': 'Đã hoàn tác.',
  'LT-1905': 'Chính sách chưa dùng được ở “{{path}}” ({{fault}}). Chưa lưu. Sửa chỗ đó rồi lưu lại.',
  'LT-1906': 'Lịch chưa dùng được ở “{{path}}” ({{fault}}). Chưa lưu. Sửa chỗ đó rồi lưu lại.',
  'LT-1907': 'Mẫu phiếu sai ở dòng {{line}} ({{fault}}). Chưa lưu. Sửa dòng đó rồi lưu lại.',
  'LT-1908': 'Đã đóng cửa {{from}}–{{to}} và dời hạn trả của {{count}} lượt mượn.',
  'LT-1910': 'Đã tính lại {{count}} khoản bồi thường quá hạn theo lịch mới.',
  'LT-1911': 'Đã lùi ngày giữ cuối cùng của {{count}} tài liệu trên giá giữ.',
  'LT-1912':
    'Không tìm thấy việc này trong danh sách của thư viện. Chưa ghi gì. Đợi đồng bộ rồi xem lại danh sách.',
  'LT-1913': 'Việc này đã được xử lý ({{desk}}, {{at}}). Chưa ghi gì thêm. Xem cách xử lý trong danh sách.',
  'LT-1914': 'Cách xử lý này không hợp với việc đang xem. Chưa ghi gì. Chọn cách khác trong danh sách.',
  'LT-1909': 'Cất tài liệu trước theo phiếu rồi bấm “Đã xong” để quét tiếp.',
};
