/**
 * The grounds on which a reader is exempt from a fee or an amount is waived. The list is closed: money is never
 * forgiven "just so". Source: Law on Libraries 46/2019/QH14 art. 44(5) (whoever is named there pays nothing for a
 * card) and art. 38(9) (the library decides the form and value of compensation).
 */

export interface LegalGround {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
  /** The act and article; empty where it is no privilege but the mending of a mistake. */
  readonly source: string;
  readonly exemptsFromCardFee: boolean;
}

const article44 = { source: 'Luật Thư viện 46/2019/QH14, Điều 44 khoản 5', exemptsFromCardFee: true };

export const legalGrounds: readonly LegalGround[] = [
  { id: 'child', vi: 'Trẻ em', en: 'Child', ...article44 },
  { id: 'elderly', vi: 'Người cao tuổi', en: 'Elderly person', ...article44 },
  { id: 'disabled', vi: 'Người khuyết tật', en: 'Person with a disability', ...article44 },
  { id: 'war-invalid', vi: 'Thương binh', en: 'War invalid', ...article44 },
  { id: 'poor-household', vi: 'Hộ nghèo', en: 'Poor household', ...article44 },
  { id: 'near-poor-household', vi: 'Hộ cận nghèo', en: 'Near-poor household', ...article44 },
  {
    id: 'library-decision',
    vi: 'Thư viện quyết định',
    en: 'Decision of the library',
    source: 'Luật Thư viện 46/2019/QH14, Điều 38 khoản 9',
    exemptsFromCardFee: false,
  },
  {
    id: 'error-correction',
    vi: 'Sửa sai sót',
    en: 'Correction of a mistake',
    source: '',
    exemptsFromCardFee: false,
  },
];

export function isLegalGround(id: string): boolean {
  return legalGrounds.some((ground) => ground.id === id);
}

/** Whether evidence for this ground frees a reader of what a card costs. Unknown grounds free nobody. */
export function exemptFromCardFee(id: string): boolean {
  return legalGrounds.some((ground) => ground.id === id && ground.exemptsFromCardFee);
}
