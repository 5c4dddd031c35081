/**
 * Foreign literature in Vietnamese translation: title | author | DDC | publisher | first year (1998 when absent).
 * Titles are those under which the translations are known; class numbers are DDC 23 by language, form and
 * period. The editions are invented.
 */
export const foreignClassics = `
Những người khốn khổ | Victor Hugo | 843.7 | Văn học
Nhà thờ Đức Bà Paris | Victor Hugo | 843.7 | Văn học
Đỏ và đen | Stendhal | 843.7 | Văn học
Lão Goriot | Honoré de Balzac | 843.7 | Văn học
Eugénie Grandet | Honoré de Balzac | 843.7 | Văn học
Miếng da lừa | Honoré de Balzac | 843.7 | Văn học
Ba chàng lính ngự lâm | Alexandre Dumas | 843.7 | Văn học
Bá tước Monte Cristo | Alexandre Dumas | 843.7 | Văn học
Bà Bovary | Gustave Flaubert | 843.8 | Văn học
Trà hoa nữ | Alexandre Dumas con | 843.8 | Văn học
Một cuộc đời | Guy de Maupassant | 843.8 | Văn học
Người tình | Marguerite Duras | 843.912 | Hội Nhà văn
Dịch hạch | Albert Camus | 843.914 | Văn học
Người xa lạ | Albert Camus | 843.914 | Hội Nhà văn
Bay đêm | Antoine de Saint-Exupéry | 843.912 | Hội Nhà văn
Đồi gió hú | Emily Brontë | 823.8 | Văn học
Jane Eyre | Charlotte Brontë | 823.8 | Văn học
Kiêu hãnh và định kiến | Jane Austen | 823.7 | Văn học
David Copperfield | Charles Dickens | 823.8 | Văn học
Oliver Twist | Charles Dickens | 823.8 | Văn học
Ruồi trâu | Ethel Lilian Voynich | 823.8 | Văn học
Sherlock Holmes toàn tập | Arthur Conan Doyle | 823.8 | Văn học
Mười người da đen nhỏ | Agatha Christie | 823.912 | Trẻ
Án mạng trên chuyến tàu tốc hành Phương Đông | Agatha Christie | 823.912 | Trẻ
Trại súc vật | George Orwell | 823.912 | Hội Nhà văn | 2013
Hamlet | William Shakespeare | 822.33 | Sân khấu
Romeo và Juliet | William Shakespeare | 822.33 | Sân khấu
Othello | William Shakespeare | 822.33 | Sân khấu
Túp lều bác Tom | Harriet Beecher Stowe | 813.3 | Văn học
Cá voi trắng | Herman Melville | 813.3 | Văn học
Ông già và biển cả | Ernest Hemingway | 813.52 | Văn học
Giã từ vũ khí | Ernest Hemingway | 813.52 | Văn học
Chuông nguyện hồn ai | Ernest Hemingway | 813.52 | Văn học
Đại gia Gatsby | F. Scott Fitzgerald | 813.52 | Hội Nhà văn
Chùm nho phẫn nộ | John Steinbeck | 813.52 | Văn học
Cuốn theo chiều gió | Margaret Mitchell | 813.52 | Văn học
Martin Eden | Jack London | 813.52 | Văn học
Chiếc lá cuối cùng | O. Henry | 813.52 | Văn học
Bắt trẻ đồng xanh | J. D. Salinger | 813.54 | Hội Nhà văn
Giết con chim nhại | Harper Lee | 813.54 | Văn học
Bố già | Mario Puzo | 813.54 | Văn học
Mật mã Da Vinci | Dan Brown | 813.54 | Văn hóa Thông tin | 2005
Faust | Johann Wolfgang von Goethe | 832.6 | Văn học
Nỗi đau của chàng Werther | Johann Wolfgang von Goethe | 833.6 | Văn học
Hóa thân | Franz Kafka | 833.912 | Hội Nhà văn
Vụ án | Franz Kafka | 833.912 | Hội Nhà văn
Phía Tây không có gì lạ | Erich Maria Remarque | 833.912 | Văn học
Ba người bạn | Erich Maria Remarque | 833.912 | Văn học
Chiến tranh và hòa bình | Lev Tolstoy | 891.733 | Văn học
Anna Karenina | Lev Tolstoy | 891.733 | Văn học
Phục sinh | Lev Tolstoy | 891.733 | Văn học
Tội ác và hình phạt | Fyodor Dostoevsky | 891.733 | Văn học
Anh em nhà Karamazov | Fyodor Dostoevsky | 891.733 | Văn học
Chàng ngốc | Fyodor Dostoevsky | 891.733 | Văn học
Con đầm pích | Aleksandr Pushkin | 891.733 | Văn học
Evgeny Onegin | Aleksandr Pushkin | 891.713 | Văn học
Những linh hồn chết | Nikolai Gogol | 891.733 | Văn học
Truyện ngắn Chekhov | Anton Chekhov | 891.733 | Văn học
Người mẹ | Maxim Gorky | 891.7342 | Văn học
Thời thơ ấu | Maxim Gorky | 891.7342 | Văn học
Sông Đông êm đềm | Mikhail Sholokhov | 891.7342 | Văn học
Số phận con người | Mikhail Sholokhov | 891.7342 | Văn học
Thép đã tôi thế đấy | Nikolai Ostrovsky | 891.7342 | Thanh niên
Bông hồng vàng | Konstantin Paustovsky | 891.7342 | Văn học
Nghệ nhân và Margarita | Mikhail Bulgakov | 891.7342 | Hội Nhà văn
Bác sĩ Zhivago | Boris Pasternak | 891.7342 | Phụ nữ Việt Nam
Và nơi đây bình minh yên tĩnh | Boris Vasilyev | 891.7344 | Văn học
Giamilia | Chinghiz Aitmatov | 894.347 | Văn học
Tam quốc diễn nghĩa | La Quán Trung | 895.1346 | Văn học
Thủy hử | Thi Nại Am | 895.1346 | Văn học
Tây du ký | Ngô Thừa Ân | 895.1346 | Văn học
Đông Chu liệt quốc | Phùng Mộng Long | 895.1346 | Văn học
Hồng lâu mộng | Tào Tuyết Cần | 895.1348 | Văn học
Liêu trai chí dị | Bồ Tùng Linh | 895.1348 | Văn học
Chuyện làng Nho | Ngô Kính Tử | 895.1348 | Văn học
AQ chính truyện | Lỗ Tấn | 895.1351 | Văn học
Gào thét | Lỗ Tấn | 895.1351 | Văn học
Lạc đà Tường Tử | Lão Xá | 895.1351 | Văn học
Sống | Dư Hoa | 895.1352 | Văn học | 2002
Báu vật của đời | Mạc Ngôn | 895.1352 | Phụ nữ Việt Nam | 2001
Cao lương đỏ | Mạc Ngôn | 895.1352 | Lao động | 2000
Đường thi tam bách thủ | Hành Đường Thoái Sĩ | 895.113 | Văn hóa Thông tin
Xứ tuyết | Kawabata Yasunari | 895.6344 | Hội Nhà văn
Ngàn cánh hạc | Kawabata Yasunari | 895.6344 | Hội Nhà văn
Rừng Na Uy | Murakami Haruki | 895.635 | Hội Nhà văn | 2006
Kafka bên bờ biển | Murakami Haruki | 895.635 | Văn học | 2007
Hãy chăm sóc mẹ | Shin Kyung-sook | 895.735 | Hà Nội | 2011
Nhà quý tộc tài ba Don Quijote xứ Mancha | Miguel de Cervantes | 863.3 | Văn học
Trăm năm cô đơn | Gabriel García Márquez | 863.64 | Văn học
Tình yêu thời thổ tả | Gabriel García Márquez | 863.64 | Văn học
Nhà giả kim | Paulo Coelho | 869.342 | Văn học | 2002
Mười ngày | Giovanni Boccaccio | 853.1 | Văn học
Thần khúc | Dante Alighieri | 851.1 | Khoa học xã hội
Iliad | Homer | 883.01 | Văn học
Odyssey | Homer | 883.01 | Văn học
Thơ Dâng | Rabindranath Tagore | 891.4414 | Văn học
`;

/** For children. */
export const childrenClassics = `
Dế Mèn phiêu lưu ký | Tô Hoài | 895.922332 | Kim Đồng
Đất rừng phương Nam | Đoàn Giỏi | 895.922334 | Kim Đồng
Những ngày thơ ấu | Nguyên Hồng | 895.922332 | Kim Đồng
Lá cờ thêu sáu chữ vàng | Nguyễn Huy Tưởng | 895.922334 | Kim Đồng
Kể chuyện Quang Trung | Nguyễn Huy Tưởng | 895.922334 | Kim Đồng
Kim Đồng | Tô Hoài | 895.922334 | Kim Đồng
Đội du kích thiếu niên Đình Bảng | Xuân Sách | 895.922334 | Kim Đồng
Quê nội | Võ Quảng | 895.922334 | Kim Đồng
Tảng sáng | Võ Quảng | 895.922334 | Kim Đồng
Tuổi thơ dữ dội | Phùng Quán | 895.922334 | Kim Đồng
Tuổi thơ im lặng | Duy Khán | 895.922334 | Kim Đồng
Góc sân và khoảng trời | Trần Đăng Khoa | 895.922134 | Văn hóa dân tộc
Bầu trời trong quả trứng | Xuân Quỳnh | 895.922134 | Kim Đồng
Chú bé rắc rối | Nguyễn Nhật Ánh | 895.922334 | Trẻ
Thằng quỷ nhỏ | Nguyễn Nhật Ánh | 895.922334 | Trẻ
Bàn có năm chỗ ngồi | Nguyễn Nhật Ánh | 895.922334 | Trẻ
Tôi là Bêtô | Nguyễn Nhật Ánh | 895.92234 | Trẻ | 2007
Đảo mộng mơ | Nguyễn Nhật Ánh | 895.92234 | Trẻ | 2009
Có hai con mèo ngồi bên cửa sổ | Nguyễn Nhật Ánh | 895.92234 | Trẻ | 2012
Con chó nhỏ mang giỏ hoa hồng | Nguyễn Nhật Ánh | 895.92234 | Trẻ | 2016
Kho tàng truyện cổ tích Việt Nam | Nguyễn Đổng Chi | 398.209597 | Trẻ
Hoàng tử bé | Antoine de Saint-Exupéry | 843.912 | Hội Nhà văn
Không gia đình | Hector Malot | 843.8 | Văn học
Trong gia đình | Hector Malot | 843.8 | Văn học
Hai vạn dặm dưới biển | Jules Verne | 843.8 | Kim Đồng
Tám mươi ngày vòng quanh thế giới | Jules Verne | 843.8 | Kim Đồng
Cuộc du hành vào lòng đất | Jules Verne | 843.8 | Kim Đồng
Những đứa con của thuyền trưởng Grant | Jules Verne | 843.8 | Kim Đồng
Nhóc Nicolas | René Goscinny, Jean-Jacques Sempé | 843.914 | Hội Nhà văn | 2007
Ngụ ngôn La Fontaine | Jean de La Fontaine | 841.4 | Văn học
Ngụ ngôn Aesop | Aesop | 398.24 | Kim Đồng
Alice ở xứ sở thần tiên | Lewis Carroll | 823.8 | Kim Đồng
Peter Pan | J. M. Barrie | 823.912 | Kim Đồng
Gió qua rặng liễu | Kenneth Grahame | 823.912 | Kim Đồng
Đảo giấu vàng | Robert Louis Stevenson | 823.8 | Văn học
Robinson Crusoe | Daniel Defoe | 823.5 | Văn học
Gulliver du ký | Jonathan Swift | 823.5 | Văn học
Chuyện rừng xanh | Rudyard Kipling | 823.8 | Kim Đồng
Charlie và nhà máy sô-cô-la | Roald Dahl | 823.914 | Kim Đồng
Matilda | Roald Dahl | 823.914 | Kim Đồng
Harry Potter và Hòn đá phù thủy | J. K. Rowling | 823.914 | Trẻ | 2000
Harry Potter và Phòng chứa bí mật | J. K. Rowling | 823.914 | Trẻ | 2001
Harry Potter và Tên tù nhân ngục Azkaban | J. K. Rowling | 823.914 | Trẻ | 2001
Harry Potter và Chiếc cốc lửa | J. K. Rowling | 823.914 | Trẻ | 2002
Harry Potter và Hội Phượng hoàng | J. K. Rowling | 823.914 | Trẻ | 2004
Harry Potter và Hoàng tử lai | J. K. Rowling | 823.914 | Trẻ | 2006
Harry Potter và Bảo bối tử thần | J. K. Rowling | 823.914 | Trẻ | 2008
Những cuộc phiêu lưu của Tom Sawyer | Mark Twain | 813.4 | Văn học
Những cuộc phiêu lưu của Huckleberry Finn | Mark Twain | 813.4 | Văn học
Phù thủy xứ Oz | L. Frank Baum | 813.4 | Kim Đồng
Khu vườn bí mật | Frances Hodgson Burnett | 813.4 | Kim Đồng
Công chúa nhỏ | Frances Hodgson Burnett | 813.4 | Kim Đồng
Nanh Trắng | Jack London | 813.52 | Văn học
Tiếng gọi nơi hoang dã | Jack London | 813.52 | Văn học
Charlotte và Wilbur | E. B. White | 813.52 | Kim Đồng
Anne tóc đỏ dưới chái nhà xanh | L. M. Montgomery | 813.52 | Hội Nhà văn | 2009
Pippi Tất Dài | Astrid Lindgren | 839.7374 | Kim Đồng
Lũ trẻ làng Ồn Ào | Astrid Lindgren | 839.7374 | Kim Đồng
Truyện cổ Andersen | Hans Christian Andersen | 839.8136 | Văn học
Truyện cổ Grimm | Jacob Grimm, Wilhelm Grimm | 398.20943 | Văn học
Heidi | Johanna Spyri | 833.8 | Kim Đồng
Emil và các thám tử | Erich Kästner | 833.912 | Kim Đồng
Chuyện dài bất tận | Michael Ende | 833.914 | Hội Nhà văn | 2011
Pinocchio | Carlo Collodi | 853.8 | Kim Đồng
Những tấm lòng cao cả | Edmondo De Amicis | 853.8 | Văn học
Chuyện con mèo dạy hải âu bay | Luis Sepúlveda | 863.64 | Hội Nhà văn | 2009
Cây cam ngọt của tôi | José Mauro de Vasconcelos | 869.342 | Hội Nhà văn | 2020
Totto-chan bên cửa sổ | Kuroyanagi Tetsuko | 895.635 | Văn học
Timur và đồng đội | Arkady Gaidar | 891.7342 | Kim Đồng
Cuộc phiêu lưu của Mít Đặc và các bạn | Nikolay Nosov | 891.7344 | Kim Đồng
Ông già Khottabych | Lazar Lagin | 891.7342 | Kim Đồng
Người thầy đầu tiên | Chinghiz Aitmatov | 894.347 | Kim Đồng
`;
