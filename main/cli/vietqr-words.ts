/** The sentences of the `vietqr` commands: what is wrong with the input, for people at a desk. */
import type { AmountFault } from '../../domain/money/amount-text.ts';
import type { VietQrAskFault, VietQrFault } from '../../domain/money/vietqr.ts';

export const amountSentences: Readonly<Record<AmountFault, string>> = {
  empty: 'Số tiền để trống.',
  negative: 'Số tiền không được âm.',
  decimal: 'Số tiền phải là số đồng chẵn, không có phần thập phân.',
  separators: 'Dấu ngăn cách hàng nghìn trong số tiền đặt không đúng chỗ.',
  'too-large': 'Số tiền quá lớn.',
  'not-a-number': 'Số tiền có ký tự không phải chữ số.',
};

export const askSentences: Readonly<Record<VietQrAskFault, string>> = {
  bank: 'Mã ngân hàng (BIN) phải có đúng 6 chữ số.',
  account: 'Số tài khoản phải có 1 đến 19 chữ cái không dấu hoặc chữ số; số thẻ chỉ gồm chữ số.',
  amount: 'Số tiền phải từ 1 đến 9.999.999.999.999 đồng.',
  bill: 'Số hóa đơn chỉ được có tối đa 25 ký tự không dấu.',
  reference: 'Mã tham chiếu chỉ được có tối đa 25 ký tự không dấu.',
  purpose: 'Nội dung chuyển khoản không còn ký tự nào sau khi bỏ dấu.',
};

const readingSentences: Readonly<Record<VietQrFault, string>> = {
  'not-emv': 'Chuỗi này không phải mã QR thanh toán: không bắt đầu bằng 000201.',
  truncated: 'Mã QR bị cắt cụt.',
  overrun: 'Một trường trong mã QR ghi độ dài vượt quá phần còn lại.',
  id: 'Một trường trong mã QR có mã trường không phải hai chữ số.',
  length: 'Một trường trong mã QR ghi độ dài không hợp lệ.',
  duplicate: 'Một trường trong mã QR bị lặp lại.',
  'missing-crc': 'Mã QR thiếu mã kiểm tra (trường 63).',
  'crc-not-last': 'Mã kiểm tra (trường 63) không nằm ở cuối mã QR.',
  crc: 'Mã kiểm tra của mã QR không khớp: nội dung đã bị sửa hoặc đọc sai.',
  'missing-currency': 'Mã QR thiếu loại tiền (trường 53).',
  'missing-country': 'Mã QR thiếu quốc gia (trường 58).',
  'missing-account': 'Mã QR thiếu ngân hàng hoặc tài khoản nhận tiền (trường 38).',
  guid: 'Trường 38 của mã QR không phải của NAPAS.',
  currency: 'Mã QR không dùng đồng Việt Nam (704).',
  country: 'Mã QR không phải của Việt Nam (VN).',
  bank: 'Mã ngân hàng (BIN) trong mã QR phải có đúng 6 chữ số.',
  account: 'Số tài khoản trong mã QR không hợp lệ.',
  amount: 'Số tiền trong mã QR không phải số đồng chẵn lớn hơn 0.',
};

/** `at` is counted from 0; people count from 1. */
export function readingSentence(fault: VietQrFault, at: number): string {
  return `${readingSentences[fault].slice(0, -1)} (ký tự thứ ${at + 1}).`;
}

export const otherMerchantSentence =
  'Đây là mã thanh toán của hệ thống khác, không phải VietQR chuyển khoản.';
export const badAskSentence =
  'Yêu cầu không đọc được: JSON là một đối tượng, "bin" và "account" là chuỗi, "service" là QRIBFTTA hoặc QRIBFTTC.';
