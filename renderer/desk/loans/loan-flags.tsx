import { IconBooks, IconCloudUp, IconMessageReport, IconUrgent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PatronLoan } from '../../../contract/workstation/desk.ts';
import { formatDue, formatMoment } from '../../format/dates.ts';
import { namespaces } from '../../i18n/start.ts';

/** What is unusual about a loan, each with an icon and a word. */
export function LoanFlags({ entry }: { readonly entry: PatronLoan }) {
  const { t } = useTranslation(namespaces);
  const { loan, provisional } = entry;
  const flags = [
    loan.recall && {
      Icon: IconUrgent,
      word: t('loans.recalled'),
      help: t('loans.recalledHelp', { date: formatDue(loan.recall.dueBefore) }),
    },
    loan.claimedReturnedAt !== null && {
      Icon: IconMessageReport,
      word: t('loans.claimed'),
      help: t('loans.claimedHelp', { at: formatMoment(loan.claimedReturnedAt) }),
    },
    loan.use === 'reading-room' && { Icon: IconBooks, word: t('loans.room'), help: t('loans.room') },
    provisional && { Icon: IconCloudUp, word: t('loans.provisional'), help: t('loans.provisionalHelp') },
  ];
  return (
    <span className="loan-flags">
      {flags.map(
        (flag) =>
          flag && (
            <span key={flag.word} className="loan-flag" title={flag.help}>
              <flag.Icon aria-hidden size="1.05rem" />
              <span>{flag.word}</span>
            </span>
          ),
      )}
    </span>
  );
}
