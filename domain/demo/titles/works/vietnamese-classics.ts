/**
 * Vietnamese literature: title | author | DDC | publisher | first year an edition is given (1998 when absent).
 *
 * Titles and authors are facts of literary history; the class numbers follow the Vietnamese use of DDC 23:
 * 895.922 and the form (1 verse, 2 drama, 3 fiction, 8 other prose), then the period (1 to 1799, 2 1800–1899,
 * 32 1900–1945, 34 1945–1999, 4 from 2000). The editions are invented.
 */
export const vietnameseClassics = `
Truyện Kiều | Nguyễn Du | 895.92212 | Văn học
Chinh phụ ngâm | Đặng Trần Côn, Đoàn Thị Điểm | 895.92211 | Văn học
Cung oán ngâm khúc | Nguyễn Gia Thiều | 895.92211 | Văn học
Quốc âm thi tập | Nguyễn Trãi | 895.92211 | Văn học
Thơ Hồ Xuân Hương | Hồ Xuân Hương | 895.92212 | Văn học
Lục Vân Tiên | Nguyễn Đình Chiểu | 895.92212 | Văn học
Thơ Nguyễn Khuyến | Nguyễn Khuyến | 895.92212 | Văn học
Thơ Tú Xương | Trần Tế Xương | 895.92212 | Văn học
Hoàng Lê nhất thống chí | Ngô gia văn phái | 895.92231 | Văn học
Truyền kỳ mạn lục | Nguyễn Dữ | 895.92231 | Hội Nhà văn
Thượng kinh ký sự | Lê Hữu Trác | 895.92281 | Văn học
Vũ trung tùy bút | Phạm Đình Hổ | 895.92281 | Văn học
Lĩnh Nam chích quái | Trần Thế Pháp | 398.209597 | Trẻ
Thơ thơ | Xuân Diệu | 895.922132 | Hội Nhà văn
Gửi hương cho gió | Xuân Diệu | 895.922132 | Hội Nhà văn
Lửa thiêng | Huy Cận | 895.922132 | Hội Nhà văn
Điêu tàn | Chế Lan Viên | 895.922132 | Hội Nhà văn
Ánh sáng và phù sa | Chế Lan Viên | 895.922134 | Hội Nhà văn
Thơ Hàn Mặc Tử | Hàn Mặc Tử | 895.922132 | Văn học
Lỡ bước sang ngang | Nguyễn Bính | 895.922132 | Hội Nhà văn
Mấy vần thơ | Thế Lữ | 895.922132 | Hội Nhà văn
Bức tranh quê | Anh Thơ | 895.922132 | Hội Nhà văn
Từ ấy | Tố Hữu | 895.922132 | Văn học
Việt Bắc | Tố Hữu | 895.922134 | Văn học
Nhật ký trong tù | Hồ Chí Minh | 895.922132 | Chính trị quốc gia Sự thật | 2013
Bên kia sông Đuống | Hoàng Cầm | 895.922134 | Hội Nhà văn
Đầu súng trăng treo | Chính Hữu | 895.922134 | Quân đội nhân dân
Vầng trăng quầng lửa | Phạm Tiến Duật | 895.922134 | Văn học
Mặt đường khát vọng | Nguyễn Khoa Điềm | 895.922134 | Hội Nhà văn
Những người đi tới biển | Thanh Thảo | 895.922134 | Quân đội nhân dân
Ánh trăng | Nguyễn Duy | 895.922134 | Hội Nhà văn
Hoa dọc chiến hào | Xuân Quỳnh | 895.922134 | Hội Nhà văn
Hương cây - Bếp lửa | Lưu Quang Vũ, Bằng Việt | 895.922134 | Văn học
Thi nhân Việt Nam | Hoài Thanh, Hoài Chân | 895.9221009 | Văn học
Nhà văn hiện đại | Vũ Ngọc Phan | 895.92209 | Văn học
Việt Nam văn học sử yếu | Dương Quảng Hàm | 895.92209 | Trẻ
Tố Tâm | Hoàng Ngọc Phách | 895.922332 | Văn học
Nửa chừng xuân | Khái Hưng | 895.922332 | Văn học
Hồn bướm mơ tiên | Khái Hưng | 895.922332 | Hội Nhà văn
Tiêu Sơn tráng sĩ | Khái Hưng | 895.922332 | Văn học
Đoạn tuyệt | Nhất Linh | 895.922332 | Văn học
Bướm trắng | Nhất Linh | 895.922332 | Hội Nhà văn
Gánh hàng hoa | Khái Hưng, Nhất Linh | 895.922332 | Văn học
Tắt đèn | Ngô Tất Tố | 895.922332 | Văn học
Lều chõng | Ngô Tất Tố | 895.922332 | Văn học
Việc làng | Ngô Tất Tố | 895.922832 | Hội Nhà văn
Bước đường cùng | Nguyễn Công Hoan | 895.922332 | Văn học
Kép Tư Bền | Nguyễn Công Hoan | 895.922332 | Hội Nhà văn
Lá ngọc cành vàng | Nguyễn Công Hoan | 895.922332 | Văn học
Số đỏ | Vũ Trọng Phụng | 895.922332 | Văn học
Giông tố | Vũ Trọng Phụng | 895.922332 | Văn học
Vỡ đê | Vũ Trọng Phụng | 895.922332 | Văn học
Kỹ nghệ lấy Tây | Vũ Trọng Phụng | 895.922832 | Hội Nhà văn
Chí Phèo | Nam Cao | 895.922332 | Văn học
Sống mòn | Nam Cao | 895.922332 | Văn học
Lão Hạc | Nam Cao | 895.922332 | Văn học
Đời thừa | Nam Cao | 895.922332 | Văn học
Bỉ vỏ | Nguyên Hồng | 895.922332 | Văn học
Gió đầu mùa | Thạch Lam | 895.922332 | Văn học
Nắng trong vườn | Thạch Lam | 895.922332 | Hội Nhà văn
Sợi tóc | Thạch Lam | 895.922332 | Hội Nhà văn
Hà Nội băm sáu phố phường | Thạch Lam | 895.922832 | Văn học
Vang bóng một thời | Nguyễn Tuân | 895.922332 | Văn học
Sông Đà | Nguyễn Tuân | 895.922834 | Văn học
Quê mẹ | Thanh Tịnh | 895.922332 | Văn học
Vàng và máu | Thế Lữ | 895.922332 | Hội Nhà văn
O chuột | Tô Hoài | 895.922332 | Kim Đồng
Quê người | Tô Hoài | 895.922332 | Hội Nhà văn
Đêm hội Long Trì | Nguyễn Huy Tưởng | 895.922332 | Kim Đồng
An Tư | Nguyễn Huy Tưởng | 895.922332 | Kim Đồng
Vũ Như Tô | Nguyễn Huy Tưởng | 895.922232 | Sân khấu
Bắc Sơn | Nguyễn Huy Tưởng | 895.922234 | Sân khấu
Hồn Trương Ba, da hàng thịt | Lưu Quang Vũ | 895.922234 | Sân khấu
Tôi và chúng ta | Lưu Quang Vũ | 895.922234 | Sân khấu
Lời thề thứ chín | Lưu Quang Vũ | 895.922234 | Hội Nhà văn
`;

/** The same, from 1945 on: prose. */
export const vietnameseModern = `
Truyện Tây Bắc | Tô Hoài | 895.922334 | Văn học
Vợ chồng A Phủ | Tô Hoài | 895.922334 | Văn học
Cát bụi chân ai | Tô Hoài | 895.92283403 | Hội Nhà văn
Vợ nhặt | Kim Lân | 895.922334 | Văn học
Con chó xấu xí | Kim Lân | 895.922334 | Hội Nhà văn
Mùa lạc | Nguyễn Khải | 895.922334 | Văn học
Gặp gỡ cuối năm | Nguyễn Khải | 895.922334 | Hội Nhà văn
Đất nước đứng lên | Nguyên Ngọc | 895.922334 | Quân đội nhân dân
Rừng xà nu | Nguyễn Trung Thành | 895.922334 | Văn học
Hòn Đất | Anh Đức | 895.922334 | Văn học
Người mẹ cầm súng | Nguyễn Thi | 895.922334 | Quân đội nhân dân
Chiếc lược ngà | Nguyễn Quang Sáng | 895.922334 | Văn học
Mùa gió chướng | Nguyễn Quang Sáng | 895.922334 | Trẻ
Đất lửa | Nguyễn Quang Sáng | 895.922334 | Trẻ
Dấu chân người lính | Nguyễn Minh Châu | 895.922334 | Văn học
Cửa sông | Nguyễn Minh Châu | 895.922334 | Văn học
Chiếc thuyền ngoài xa | Nguyễn Minh Châu | 895.922334 | Văn học
Bến quê | Nguyễn Minh Châu | 895.922334 | Hội Nhà văn
Cỏ lau | Nguyễn Minh Châu | 895.922334 | Văn học
Sống mãi với thủ đô | Nguyễn Huy Tưởng | 895.922334 | Văn học
Xung kích | Nguyễn Đình Thi | 895.922334 | Quân đội nhân dân
Vỡ bờ | Nguyễn Đình Thi | 895.922334 | Văn học
Bão biển | Chu Văn | 895.922334 | Văn học
Sao đổi ngôi | Chu Văn | 895.922334 | Văn học
Cái sân gạch | Đào Vũ | 895.922334 | Văn học
Mẫn và tôi | Phan Tứ | 895.922334 | Văn học
Gia đình má Bảy | Phan Tứ | 895.922334 | Văn học
Vùng trời | Hữu Mai | 895.922334 | Quân đội nhân dân
Ông cố vấn | Hữu Mai | 895.922334 | Quân đội nhân dân
X30 phá lưới | Đặng Thanh | 895.922334 | Công an nhân dân
Ván bài lật ngửa | Nguyễn Trương Thiên Lý | 895.922334 | Trẻ
Đất trắng | Nguyễn Trọng Oánh | 895.922334 | Quân đội nhân dân
Vượt Côn Đảo | Phùng Quán | 895.922334 | Văn học
Búp sen xanh | Sơn Tùng | 895.922334 | Kim Đồng
Thời xa vắng | Lê Lựu | 895.922334 | Hội Nhà văn
Mùa lá rụng trong vườn | Ma Văn Kháng | 895.922334 | Phụ nữ Việt Nam
Đồng bạc trắng hoa xòe | Ma Văn Kháng | 895.922334 | Công an nhân dân
Côi cút giữa cảnh đời | Ma Văn Kháng | 895.922334 | Kim Đồng
Đám cưới không có giấy giá thú | Ma Văn Kháng | 895.922334 | Văn học
Mưa mùa hạ | Ma Văn Kháng | 895.922334 | Văn học
Tướng về hưu | Nguyễn Huy Thiệp | 895.922334 | Văn học
Những ngọn gió Hua Tát | Nguyễn Huy Thiệp | 895.922334 | Hội Nhà văn
Nỗi buồn chiến tranh | Bảo Ninh | 895.922334 | Trẻ
Mảnh đất lắm người nhiều ma | Nguyễn Khắc Trường | 895.922334 | Hội Nhà văn
Bến không chồng | Dương Hướng | 895.922334 | Hội Nhà văn
Lão Khổ | Tạ Duy Anh | 895.922334 | Hội Nhà văn
Ăn mày dĩ vãng | Chu Lai | 895.922334 | Văn học
Nắng đồng bằng | Chu Lai | 895.922334 | Quân đội nhân dân
Phố | Chu Lai | 895.922334 | Văn học
Hương rừng Cà Mau | Sơn Nam | 895.922334 | Trẻ
Thương nhớ mười hai | Vũ Bằng | 895.922834 | Văn học
Miếng ngon Hà Nội | Vũ Bằng | 895.922834 | Văn học
Ai đã đặt tên cho dòng sông? | Hoàng Phủ Ngọc Tường | 895.922834 | Hội Nhà văn
Mắt biếc | Nguyễn Nhật Ánh | 895.922334 | Trẻ
Cô gái đến từ hôm qua | Nguyễn Nhật Ánh | 895.922334 | Trẻ
Còn chút gì để nhớ | Nguyễn Nhật Ánh | 895.922334 | Trẻ
Hạ đỏ | Nguyễn Nhật Ánh | 895.922334 | Trẻ
Trại hoa vàng | Nguyễn Nhật Ánh | 895.922334 | Trẻ
Hồ Quý Ly | Nguyễn Xuân Khánh | 895.92234 | Phụ nữ Việt Nam | 2000
Mẫu Thượng Ngàn | Nguyễn Xuân Khánh | 895.92234 | Phụ nữ Việt Nam | 2006
Đội gạo lên chùa | Nguyễn Xuân Khánh | 895.92234 | Phụ nữ Việt Nam | 2011
Ngọn đèn không tắt | Nguyễn Ngọc Tư | 895.92234 | Trẻ | 2000
Cánh đồng bất tận | Nguyễn Ngọc Tư | 895.92234 | Trẻ | 2005
Sông | Nguyễn Ngọc Tư | 895.92234 | Trẻ | 2012
Biên sử nước | Nguyễn Ngọc Tư | 895.92234 | Phụ nữ Việt Nam | 2020
Mình và họ | Nguyễn Bình Phương | 895.92234 | Trẻ | 2014
Miền hoang | Sương Nguyệt Minh | 895.92234 | Trẻ | 2014
Giã biệt bóng tối | Tạ Duy Anh | 895.92234 | Hội Nhà văn | 2008
Tôi thấy hoa vàng trên cỏ xanh | Nguyễn Nhật Ánh | 895.92234 | Trẻ | 2010
Cho tôi xin một vé đi tuổi thơ | Nguyễn Nhật Ánh | 895.92234 | Trẻ | 2008
Ngồi khóc trên cây | Nguyễn Nhật Ánh | 895.92234 | Trẻ | 2013
Lá nằm trong lá | Nguyễn Nhật Ánh | 895.92234 | Trẻ | 2011
Cây chuối non đi giày xanh | Nguyễn Nhật Ánh | 895.92234 | Trẻ | 2018
`;
