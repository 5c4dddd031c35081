import type { DeviceKind, Transport } from '../../contract/devices/config.ts';
import type { DetectionAdvice, DetectionProblem, Probed } from '../../contract/devices/detection.ts';
import { formatReason } from '../../contract/locales/format.ts';
import { reason } from '../../domain/outcome.ts';
import type { DoctorReport, FoundLine, SetUpDevice } from './doctor-report.ts';

const kinds: Readonly<Record<DeviceKind, string>> = {
  scanner: 'máy quét',
  printer: 'máy in',
  rfid: 'đầu đọc RFID',
  gate: 'cổng an ninh',
  relay: 'rơ-le',
  turnstile: 'cửa xoay',
  'card-reader': 'đầu đọc thẻ',
};

const advices: Readonly<Record<DetectionAdvice, string>> = {
  add: 'Thêm vào trong Thiết bị.',
  probe: 'Chưa biết là gì: chạy lại với --probe để hỏi, hoặc chọn loại trong Thiết bị.',
  'leave-keyboard':
    'Dùng được ngay như bàn phím; tốt hơn nên quét mã đổi sang chế độ COM hoặc HID POS trong sách hướng dẫn của máy.',
  'add-printer': 'Nếu in phiếu bằng máy này, thêm vào trong Thiết bị.',
  other: 'Không phải thiết bị của quầy.',
};

const sources: Readonly<Record<DetectionProblem['source'], string>> = {
  serial: 'cổng nối tiếp',
  hid: 'thiết bị HID',
  printers: 'máy in của hệ thống',
  cards: 'đầu đọc thẻ',
};

/** The report in sentences: what is there, what answers, what to do. */
export function doctorLines({ looked, found, problems, devices }: DoctorReport): readonly string[] {
  return [
    'Đang cắm vào máy này:',
    ...(looked
      ? []
      : ['  Không hỏi được: tiến trình thiết bị không chạy. Cài lại chương trình nếu lặp lại.']),
    ...(looked && found.length === 0 ? ['  Không thấy gì. Kiểm tra cáp và nguồn.'] : []),
    ...found.map((device) => `  ${foundLine(device)}`),
    ...problems.map(({ source, words }) => `  Không xem được ${sources[source]}: ${words}`),
    ...(devices.length > 0 ? ['Đã thiết lập:'] : []),
    ...devices.map((device) => `  ${setUpLine(device)}`),
  ];
}

function foundLine({ transport, label, maker, model, kind, advice, answer }: FoundLine): string {
  const place = where(transport);
  const names = [label === place ? '' : label, [maker, model].filter(Boolean).join(' ')].filter(Boolean);
  const what = [place, ...new Set(names), kind === null ? '' : kinds[kind]].filter(Boolean).join(', ');
  if (answer === undefined) return `${what}. ${advices[advice]}`;
  return `${what}. ${answer === null ? `Không ai trả lời. ${noAnswer}` : `${who(answer)} trả lời. Thêm vào trong Thiết bị.`}`;
}

function setUpLine({ config, state, answers, instead }: SetUpDevice): string {
  const what = `${config.name || config.id} (${kinds[config.kind]}, ${where(config.transport)})`;
  if (answers) return `${what}: trả lời.`;
  const why =
    state.problem === null ? noAnswer : `${state.problem} ${formatReason(reason(state.problem), 'vi')}`;
  const other = instead
    ? ` Trên đường này có ${who(instead)} trả lời: sửa loại thiết bị và tốc độ trong Thiết bị.`
    : '';
  return `${what}: không trả lời. ${why}${other}`;
}

const noAnswer = 'Kiểm tra nguồn, cáp và tốc độ của thiết bị.';

function who({ kind, model, firmware }: Probed): string {
  return [kinds[kind], model, firmware].filter(Boolean).join(' ');
}

function where(transport: Transport): string {
  switch (transport.kind) {
    case 'serial':
    case 'file':
      return transport.path;
    case 'tcp':
      return `${transport.host}:${transport.port}`;
    case 'listen':
      return `chờ gọi tại ${transport.host}:${transport.port}`;
    case 'hid':
      return `USB ${hex4(transport.vendorId)}:${hex4(transport.productId)}`;
    case 'spooler':
      return `máy in ${transport.printer}`;
    case 'pcsc':
      return transport.reader === '' ? 'đầu đọc thẻ đầu tiên' : transport.reader;
  }
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}
