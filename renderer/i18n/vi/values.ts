/** Words for values that travel as ids. */
export const valueWords = {
  values: {
    itemStatus: {
      available: 'sẵn sàng',
      'on-loan': 'đang mượn',
      'on-hold-shelf': 'ở giá giữ',
      'in-transit': 'đang vận chuyển',
      lost: 'đã mất',
      'claimed-returned': 'bạn đọc báo đã trả',
      missing: 'không tìm thấy',
      damaged: 'bị hư hỏng',
      withdrawn: 'đã thanh lọc',
    },
    lending: {
      'for-loan': 'cho mượn',
      'not-for-loan': 'không cho mượn về',
      restricted: 'hạn chế sử dụng',
    },
    category: {
      'thieu-nhi': 'Thiếu nhi',
      'hoc-sinh': 'Học sinh',
      'sinh-vien': 'Sinh viên',
      'nguoi-lon': 'Người lớn',
      'giao-vien': 'Giáo viên',
      'can-bo': 'Cán bộ, công chức, viên chức',
      'luc-luong-vu-trang': 'Lực lượng vũ trang',
      'nguoi-cao-tuoi': 'Người cao tuổi',
    },
    itemClass: {
      sach: 'Sách',
      'sach-giao-khoa': 'Sách giáo khoa',
      'giao-trinh': 'Giáo trình',
      'ngoai-van': 'Sách ngoại văn',
      'tap-chi': 'Tạp chí',
      'tham-khao': 'Tài liệu tra cứu',
    },
    collection: {
      'kho-mo': 'Kho mở',
      'thieu-nhi': 'Phòng thiếu nhi',
      'giao-khoa': 'Kho sách giáo khoa',
      'phong-doc': 'Phòng đọc',
      'bao-tap-chi': 'Phòng báo, tạp chí',
      'dia-chi': 'Kho địa chí',
    },
  },
} as const;
