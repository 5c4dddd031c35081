/** The sentences of the `tag` commands: why a tag cannot be written, for people at a desk. */
import type { TagProblem } from '../../drivers/rfid/tags/index.ts';

const fields: Readonly<Record<TagProblem['field'], string>> = {
  id: 'Số của tài liệu hoặc thẻ (itemId, cardNumber)',
  owner: 'Mã thư viện (owner)',
  parts: 'Số tập (parts)',
  usage: 'Loại sử dụng (usage)',
  objects: 'Phần tử thêm (objects, blocks, title)',
  tag: 'Toàn bộ nội dung',
};

const problems: Readonly<Record<TagProblem['problem'], string>> = {
  'too-long': 'quá dài, chip không đủ chỗ.',
  characters: 'để trống hoặc có ký tự mà kiểu chip này không ghi được.',
  'nibble-order':
    'không phải “lưu thông” thì phải cho biết thứ tự hai nửa byte đầu: thêm "settings": {"nibbleOrder": "usage-high"} hoặc "version-high", chép theo một chip thư viện đang dùng.',
  'not-writable': 'không có chỗ trong kiểu chip này.',
};

export function problemSentence({ field, problem }: TagProblem): string {
  return `${fields[field]} ${problems[problem]}`;
}
