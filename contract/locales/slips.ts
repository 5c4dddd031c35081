/** Words on paper. The reader takes the slip home, so they follow the library's language, not the screen's. */
export interface SlipWords {
  readonly loanTitle: string;
  readonly returnTitle: string;
  readonly due: string;
  readonly returned: string;
  readonly renewed: string;
  readonly count: (copies: number) => string;
  readonly loanFooter: string;
}

export const slipWordsVi: SlipWords = {
  loanTitle: 'PHIẾU MƯỢN',
  returnTitle: 'PHIẾU TRẢ',
  due: 'Hạn trả',
  returned: 'Đã trả',
  renewed: 'Gia hạn',
  count: (copies) => `Tổng số: ${copies} tài liệu`,
  loanFooter: 'Vui lòng trả đúng hạn và giữ gìn tài liệu. Cảm ơn bạn đọc.',
};
