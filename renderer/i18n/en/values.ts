import type { English } from '../english.ts';
import type { valueWords as vietnamese } from '../vi/values.ts';

export const valueWords: English<typeof vietnamese> = {
  values: {
    itemStatus: {
      available: 'available',
      'on-loan': 'on loan',
      'on-hold-shelf': 'on the hold shelf',
      'in-transit': 'in transit',
      lost: 'lost',
      'claimed-returned': 'claimed returned',
      missing: 'missing',
      damaged: 'damaged',
      withdrawn: 'withdrawn',
    },
    lending: {
      'for-loan': 'for loan',
      'not-for-loan': 'not for loan',
      restricted: 'restricted',
    },
    category: {
      'thieu-nhi': 'Child',
      'hoc-sinh': 'Pupil',
      'sinh-vien': 'Student',
      'nguoi-lon': 'Adult',
      'giao-vien': 'Teacher',
      'can-bo': 'Public employee',
      'luc-luong-vu-trang': 'Armed forces',
      'nguoi-cao-tuoi': 'Senior',
    },
    itemClass: {
      sach: 'Book',
      'sach-giao-khoa': 'School textbook',
      'giao-trinh': 'Coursebook',
      'ngoai-van': 'Foreign-language book',
      'tap-chi': 'Magazine',
      'tham-khao': 'Reference material',
    },
    collection: {
      'kho-mo': 'Open stack',
      'thieu-nhi': 'Children’s room',
      'giao-khoa': 'Textbook room',
      'phong-doc': 'Reading room',
      'bao-tap-chi': 'Newspaper and magazine room',
      'dia-chi': 'Local-studies stack',
    },
  },
};
