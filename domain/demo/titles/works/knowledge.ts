/**
 * History, culture, thought, science, self-help: title | author | DDC | publisher | first year (1998 when absent).
 * History of Vietnam by period follows the Vietnamese extension of DDC: 959.7013 to 939, 959.7024 Trần,
 * 959.7026 Lê, 959.7028 Tây Sơn, 959.7029 Nguyễn, 959.703 1883–1945, 959.7041 1945–1954, 959.7043 1954–1975.
 * The editions are invented.
 */
export const knowledgeWorks = `
Đại Việt sử ký toàn thư | Ngô Sĩ Liên | 959.702 | Khoa học xã hội
Việt Nam sử lược | Trần Trọng Kim | 959.7 | Văn học
Đại Nam thực lục | Quốc sử quán triều Nguyễn | 959.7029 | Giáo dục Việt Nam
Khâm định Việt sử thông giám cương mục | Quốc sử quán triều Nguyễn | 959.702 | Giáo dục Việt Nam
Lịch triều hiến chương loại chí | Phan Huy Chú | 959.702 | Giáo dục Việt Nam
Phủ biên tạp lục | Lê Quý Đôn | 959.702 | Văn hóa Thông tin
Gia Định thành thông chí | Trịnh Hoài Đức | 959.77 | Tổng hợp Đồng Nai
Đất nước Việt Nam qua các đời | Đào Duy Anh | 911.597 | Hồng Đức
Lịch sử Việt Nam từ nguồn gốc đến thế kỷ XIX | Đào Duy Anh | 959.7 | Văn học
Việt Nam văn hóa sử cương | Đào Duy Anh | 306.09597 | Thế giới
Việt Nam phong tục | Phan Kế Bính | 390.09597 | Văn học
Hội hè đình đám | Toan Ánh | 394.269597 | Trẻ
Bản sắc văn hóa Việt Nam | Phan Ngọc | 306.09597 | Văn học
Tìm về bản sắc văn hóa Việt Nam | Trần Ngọc Thêm | 306.09597 | Tổng hợp Thành phố Hồ Chí Minh
Tục ngữ, ca dao, dân ca Việt Nam | Vũ Ngọc Phan | 398.809597 | Văn học
Thần thoại Hy Lạp | Nguyễn Văn Khỏa | 292.13 | Văn học
Hà Nội xưa và nay | Vũ Tuân Sán | 959.731 | Hà Nội
Điện Biên Phủ | Võ Nguyên Giáp | 959.7041 | Quân đội nhân dân
Những năm tháng không thể nào quên | Võ Nguyên Giáp | 959.7041 | Quân đội nhân dân
Chiến đấu trong vòng vây | Võ Nguyên Giáp | 959.7041 | Quân đội nhân dân
Đường tới Điện Biên Phủ | Võ Nguyên Giáp | 959.7041 | Quân đội nhân dân
Tổng hành dinh trong mùa xuân toàn thắng | Võ Nguyên Giáp | 959.7043 | Chính trị quốc gia Sự thật | 2013
Đại thắng mùa Xuân | Văn Tiến Dũng | 959.7043 | Quân đội nhân dân
Kết thúc cuộc chiến tranh 30 năm | Trần Văn Trà | 959.7043 | Quân đội nhân dân
Không còn con đường nào khác | Nguyễn Thị Định | 959.7043092 | Phụ nữ Việt Nam
Bất khuất | Nguyễn Đức Thuận | 959.7043092 | Thanh niên
Sống như Anh | Trần Đình Vân | 959.7043092 | Kim Đồng
Nhật ký Đặng Thùy Trâm | Đặng Thùy Trâm | 959.7043092 | Hội Nhà văn | 2005
Mãi mãi tuổi hai mươi | Nguyễn Văn Thạc | 959.7043092 | Thanh niên | 2005
Những mẩu chuyện về đời hoạt động của Hồ Chủ tịch | Trần Dân Tiên | 959.704092 | Chính trị quốc gia Sự thật | 2013
Vừa đi đường vừa kể chuyện | T. Lan | 959.704092 | Chính trị quốc gia Sự thật | 2013
Bản án chế độ thực dân Pháp | Nguyễn Ái Quốc | 959.703 | Chính trị quốc gia Sự thật | 2013
Đường Kách mệnh | Nguyễn Ái Quốc | 335.4346 | Chính trị quốc gia Sự thật | 2013
Sửa đổi lối làm việc | Hồ Chí Minh | 335.4346 | Chính trị quốc gia Sự thật | 2013
Tuyên ngôn của Đảng Cộng sản | Karl Marx, Friedrich Engels | 335.422 | Chính trị quốc gia Sự thật | 2013
Binh pháp Tôn Tử | Tôn Tử | 355.02 | Lao động
Sử ký | Tư Mã Thiên | 931 | Văn học
Luận ngữ | Khổng Tử | 181.112 | Văn học
Đạo đức kinh | Lão Tử | 299.51482 | Văn học
Bàn về tự do | John Stuart Mill | 323.44 | Tri thức | 2006
Bàn về khế ước xã hội | Jean-Jacques Rousseau | 320.11 | Chính trị quốc gia Sự thật | 2013
Bàn về tinh thần pháp luật | Montesquieu | 340 | Lý luận chính trị | 2004
Thế giới phẳng | Thomas L. Friedman | 303.483 | Trẻ | 2006
Súng, vi trùng và thép | Jared Diamond | 303.4 | Thế giới | 2007
Sụp đổ | Jared Diamond | 304.28 | Tri thức | 2007
Sapiens - Lược sử loài người | Yuval Noah Harari | 909 | Tri thức | 2017
Lược sử thời gian | Stephen Hawking | 523.1 | Trẻ
Vũ trụ trong vỏ hạt dẻ | Stephen Hawking | 530.12 | Trẻ | 2004
Nguồn gốc các loài | Charles Darwin | 576.82 | Tri thức | 2009
Tư duy nhanh và chậm | Daniel Kahneman | 153.42 | Thế giới | 2014
Đắc nhân tâm | Dale Carnegie | 158.1 | Tổng hợp Thành phố Hồ Chí Minh
Quẳng gánh lo đi và vui sống | Dale Carnegie | 158.1 | Tổng hợp Thành phố Hồ Chí Minh
Bảy thói quen của người thành đạt | Stephen R. Covey | 158 | Tổng hợp Thành phố Hồ Chí Minh | 2004
Nghĩ giàu và làm giàu | Napoleon Hill | 650.1 | Tổng hợp Thành phố Hồ Chí Minh | 2006
Dạy con làm giàu | Robert T. Kiyosaki | 332.024 | Trẻ | 2001
Tôi tài giỏi, bạn cũng thế | Adam Khoo | 371.3028 | Phụ nữ Việt Nam | 2008
Những cây thuốc và vị thuốc Việt Nam | Đỗ Tất Lợi | 615.321 | Y học
Nam dược thần hiệu | Tuệ Tĩnh | 615.88 | Y học
Hải Thượng y tông tâm lĩnh | Lê Hữu Trác | 615.88 | Y học
Cây cỏ Việt Nam | Phạm Hoàng Hộ | 581.9597 | Trẻ
Thiên nhiên Việt Nam | Lê Bá Thảo | 508.597 | Giáo dục Việt Nam
Lịch sử mỹ thuật thế giới | Phạm Thị Chỉnh | 709 | Đại học Sư phạm | 2004
Tranh dân gian Việt Nam | Nguyễn Bá Vân, Chu Quang Trứ | 769.9597 | Mỹ thuật
`;

/** Reference books: read in the library. */
export const referenceWorks = `
Từ điển tiếng Việt | Hoàng Phê | 495.9223 | Đà Nẵng
Đại từ điển tiếng Việt | Nguyễn Như Ý | 495.9223 | Đại học Quốc gia Thành phố Hồ Chí Minh
Việt Nam tự điển | Hội Khai Trí Tiến Đức | 495.9223 | Văn hóa Thông tin
Hán Việt từ điển | Đào Duy Anh | 495.1395922 | Văn hóa Thông tin
Từ điển bách khoa Việt Nam | Hội đồng Quốc gia chỉ đạo biên soạn Từ điển bách khoa Việt Nam | 039.95922 | Từ điển bách khoa
Từ điển Anh - Việt | Viện Ngôn ngữ học | 423.95922 | Khoa học xã hội
Từ điển Việt - Anh | Đặng Chấn Liêu | 495.922321 | Thế giới
Từ điển Pháp - Việt | Lê Khả Kế | 443.95922 | Khoa học xã hội
Từ điển thành ngữ và tục ngữ Việt Nam | Nguyễn Lân | 398.995922 | Văn học
Sách đỏ Việt Nam | Viện Hàn lâm Khoa học và Công nghệ Việt Nam | 578.6809597 | Khoa học tự nhiên và Công nghệ | 2007
`;

/** About the province: the local-studies stack. */
export const localWorks = `
Địa chí Bắc Giang | Ủy ban nhân dân tỉnh Bắc Giang | 959.725 | Sở Văn hóa - Thông tin Bắc Giang | 2002
Quan họ: Nguồn gốc và quá trình phát triển | Đặng Văn Lung, Hồng Thao, Trần Linh Quý | 781.6200959727 | Khoa học xã hội
Dân ca quan họ | Hồng Thao | 781.6200959727 | Âm nhạc
Hoàng Hoa Thám (1836 - 1913) | Khổng Đức Thiêm | 959.703092 | Tri thức | 2014
Tìm hiểu về Hoàng Hoa Thám | Tôn Quang Phiệt | 959.703092 | Sở Văn hóa và Thông tin Hà Bắc | 1984
`;

/** In English. */
export const englishWorks = `
Animal Farm | George Orwell | 823.912 | Penguin
Pride and Prejudice | Jane Austen | 823.7 | Penguin
Treasure Island | Robert Louis Stevenson | 823.8 | Penguin
Alice's Adventures in Wonderland | Lewis Carroll | 823.8 | Oxford University Press
The Adventures of Tom Sawyer | Mark Twain | 813.4 | Oxford University Press
The Old Man and the Sea | Ernest Hemingway | 813.52 | Scribner
Charlotte's Web | E. B. White | 813.52 | HarperCollins
A Brief History of Time | Stephen Hawking | 523.1 | Bantam
English Grammar in Use | Raymond Murphy | 428.24 | Cambridge University Press
Oxford Advanced Learner's Dictionary | A. S. Hornby | 423 | Oxford University Press
`;
