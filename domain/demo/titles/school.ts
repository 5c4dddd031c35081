import { inventAuthors } from '../people/person.ts';
import { shelves } from '../shelves/shelf.ts';
import { at } from '../random.ts';
import { combine, yearBetween } from './family.ts';
import type { TitleFamily } from './family.ts';
import { list } from './lists.ts';
import { provinces } from './places.ts';

interface Subject {
  readonly name: string;
  readonly grades: readonly number[];
  /** Dewey number with T1—076 for exercises, or the number of primary schooling. */
  readonly exercises: string;
  /** Dewey number of how the subject is taught. */
  readonly teaching: string;
  /** The school year since which the subject exists under this name; 2012 when absent. */
  readonly since?: number;
}

const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const subjects: readonly Subject[] = [
  { name: 'Toán', grades: range(1, 5), exercises: '372.7', teaching: '372.7' },
  { name: 'Tiếng Việt', grades: range(1, 5), exercises: '372.6', teaching: '372.6' },
  { name: 'Tiếng Anh', grades: range(3, 5), exercises: '372.6521', teaching: '372.6521' },
  { name: 'Tự nhiên và Xã hội', grades: range(1, 3), exercises: '372.3', teaching: '372.3' },
  { name: 'Khoa học', grades: range(4, 5), exercises: '372.35', teaching: '372.35' },
  { name: 'Toán', grades: range(6, 12), exercises: '510.76', teaching: '510.712' },
  { name: 'Ngữ văn', grades: range(6, 12), exercises: '807.6', teaching: '807.12' },
  { name: 'Tiếng Anh', grades: range(6, 12), exercises: '428.0076', teaching: '428.00712' },
  { name: 'Khoa học tự nhiên', grades: range(6, 9), exercises: '507.6', teaching: '507.12', since: 2021 },
  { name: 'Lịch sử và Địa lí', grades: range(6, 9), exercises: '907.6', teaching: '907.12', since: 2021 },
  { name: 'Vật lí', grades: range(10, 12), exercises: '530.076', teaching: '530.0712' },
  { name: 'Hoá học', grades: range(10, 12), exercises: '540.76', teaching: '540.712' },
  { name: 'Sinh học', grades: range(10, 12), exercises: '570.76', teaching: '570.712' },
  { name: 'Lịch sử', grades: range(10, 12), exercises: '907.6', teaching: '907.12' },
  { name: 'Địa lí', grades: range(10, 12), exercises: '910.76', teaching: '910.712' },
  { name: 'Tin học', grades: range(6, 12), exercises: '004.076', teaching: '004.0712' },
];
const classes = subjects.flatMap((subject) => subject.grades.map((grade) => ({ subject, grade })));

/** Kinds of exercise book, each with the last grade that has it. */
const exerciseFrames = [
  ...list(
    `Bài tập nâng cao, Bồi dưỡng học sinh giỏi, Ôn tập và kiểm tra, Câu hỏi trắc nghiệm, Củng cố kiến thức,
     Kiến thức trọng tâm, Sổ tay kiến thức, Để học tốt, Luyện tập và tự kiểm tra, Hướng dẫn tự học,
     Đề kiểm tra học kì, Chuyên đề bồi dưỡng`,
  ).map((frame) => ({ frame, lastGrade: 12 })),
  { frame: 'Phiếu bài tập cuối tuần', lastGrade: 5 },
  { frame: 'Vở luyện tập', lastGrade: 5 },
  { frame: 'Ôn hè', lastGrade: 8 },
];
const exerciseBooks = classes.flatMap(({ subject, grade }) =>
  exerciseFrames
    .filter(({ lastGrade }) => grade <= lastGrade)
    .map(({ frame }) => ({ subject, title: `${frame} ${subject.name} ${grade}` })),
);
const volumeMarks = ['', '. Tập 1', '. Tập 2'] as const;
const educationPublishers = list(
  'Giáo dục Việt Nam, Đại học Sư phạm, Đại học Quốc gia Hà Nội, Tổng hợp Thành phố Hồ Chí Minh, Đại học Quốc gia Thành phố Hồ Chí Minh',
);

const exercises: TitleFamily = {
  name: 'exercises',
  shelf: shelves.school,
  weight: 170,
  extra: 1.2,
  base: exerciseBooks.length,
  layers: volumeMarks.length,
  compose: (index, layer, dice) => {
    const { subject, title } = at(exerciseBooks, index);
    return {
      title: `${title}${at(volumeMarks, layer)}`,
      author: inventAuthors(dice),
      ddc: subject.exercises,
      publisher: dice.pick(educationPublishers),
      year: yearBetween(dice, subject.since ?? 2012, 2025),
    };
  },
};

const teachingFrames = list(
  'Thiết kế bài giảng, Kế hoạch bài dạy, Hướng dẫn dạy học, Đổi mới kiểm tra đánh giá môn, Dạy học tích hợp môn',
);
const teachingBooks = combine(classes).and(teachingFrames);

const teaching: TitleFamily = {
  name: 'teaching',
  shelf: shelves.teacher,
  weight: 25,
  extra: 0.6,
  base: teachingBooks.size,
  layers: 1,
  compose: (index, _layer, dice) => {
    const [{ subject, grade }, frame] = teachingBooks.at(index);
    return {
      title: `${frame} ${subject.name} ${grade}`,
      author: inventAuthors(dice),
      ddc: subject.teaching,
      publisher: dice.pick(['Giáo dục Việt Nam', 'Đại học Sư phạm']),
      year: yearBetween(dice, subject.since ?? 2012, 2025),
    };
  },
};

const essayFrames = [
  (grade: number) => `Những bài văn mẫu lớp ${grade}`,
  (grade: number) => `100 bài văn hay lớp ${grade}`,
  (grade: number) => `Tuyển tập đề bài và bài văn nghị luận lớp ${grade}`,
  (grade: number) => `Rèn kĩ năng viết đoạn văn lớp ${grade}`,
  (grade: number) => `Đọc hiểu mở rộng văn bản lớp ${grade}`,
  (grade: number) => `Cảm thụ văn học lớp ${grade}`,
] as const;
const essays = combine(range(6, 12)).and(essayFrames);

const essayBooks: TitleFamily = {
  name: 'essays',
  shelf: shelves.school,
  weight: 14,
  extra: 1.5,
  base: essays.size,
  layers: volumeMarks.length,
  compose: (index, layer, dice) => {
    const [grade, frame] = essays.at(index);
    return {
      title: `${frame(grade)}${at(volumeMarks, layer)}`,
      author: inventAuthors(dice),
      ddc: '807.6',
      publisher: dice.pick(educationPublishers),
      year: yearBetween(dice, 2012, 2025),
    };
  },
};

const examSubjects = [
  { name: 'Toán', ddc: '510.76' },
  { name: 'Ngữ văn', ddc: '807.6' },
  { name: 'Tiếng Anh', ddc: '428.0076' },
] as const;
const examKinds = [
  (subject: string) => `thi học sinh giỏi môn ${subject} lớp 9`,
  (subject: string) => `thi học sinh giỏi môn ${subject} lớp 12`,
  (subject: string) => `tuyển sinh vào lớp 10 môn ${subject}`,
  (subject: string) => `thi thử tốt nghiệp trung học phổ thông môn ${subject}`,
] as const;
const examSets = combine(examSubjects).and(examKinds).and(range(2010, 2023)).and(provinces);

const exams: TitleFamily = {
  name: 'exams',
  shelf: shelves.school,
  weight: 18,
  extra: 0.2,
  base: examSets.size,
  layers: 1,
  compose: (index, _layer, dice) => {
    const [subject, kind, year, province] = examSets.at(index);
    return {
      title: `Tuyển chọn đề ${kind(subject.name)} ${province} năm học ${year} - ${year + 1}`,
      author: inventAuthors(dice),
      ddc: subject.ddc,
      publisher: dice.pick(educationPublishers),
      year: year + 1,
    };
  },
};

export const schoolFamilies: readonly TitleFamily[] = [exercises, essayBooks, teaching, exams];
