/** A name on screen in both languages. */
export interface Label {
  readonly vi: string;
  readonly en: string;
}

/** Reader categories, by the code that policies use. Practical groups of `reference/vietnam.md` §4.4. */
export const categoryLabels: Readonly<Record<string, Label>> = {
  'thieu-nhi': { vi: 'Thiếu nhi', en: 'Child' },
  'hoc-sinh': { vi: 'Học sinh', en: 'Pupil' },
  'sinh-vien': { vi: 'Sinh viên', en: 'Student' },
  'nguoi-lon': { vi: 'Người lớn', en: 'Adult' },
  'giao-vien': { vi: 'Giáo viên', en: 'Teacher' },
  'can-bo': { vi: 'Cán bộ, công chức, viên chức', en: 'Public employee' },
  'luc-luong-vu-trang': { vi: 'Lực lượng vũ trang', en: 'Armed forces' },
  'nguoi-cao-tuoi': { vi: 'Người cao tuổi', en: 'Senior' },
};

/** Classes of copies, by the code that policies use. */
export const itemClassLabels: Readonly<Record<string, Label>> = {
  sach: { vi: 'Sách', en: 'Book' },
  'sach-giao-khoa': { vi: 'Sách giáo khoa', en: 'School textbook' },
  'giao-trinh': { vi: 'Giáo trình', en: 'Coursebook' },
  'ngoai-van': { vi: 'Sách ngoại văn', en: 'Foreign-language book' },
  'tham-khao': { vi: 'Tài liệu tra cứu', en: 'Reference material' },
  'tap-chi': { vi: 'Tạp chí', en: 'Magazine' },
};

/** Shelving locations. */
export const collectionLabels: Readonly<Record<string, Label>> = {
  'kho-mo': { vi: 'Kho mở', en: 'Open stack' },
  'thieu-nhi': { vi: 'Phòng thiếu nhi', en: "Children's room" },
  'giao-khoa': { vi: 'Kho sách giáo khoa', en: 'Textbook room' },
  'phong-doc': { vi: 'Phòng đọc', en: 'Reading room' },
  'bao-tap-chi': { vi: 'Phòng báo, tạp chí', en: 'Newspaper and magazine room' },
  'dia-chi': { vi: 'Kho địa chí', en: 'Local-studies stack' },
};
