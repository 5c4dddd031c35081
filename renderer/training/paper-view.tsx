import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PaperSlip } from '../../contract/devices/drivers.ts';
import { keys } from '../connection/keys.ts';
import { useApi } from '../connection/queries.ts';
import { formatTimeShort } from '../format/dates.ts';
import { namespaces } from '../i18n/start.ts';

/** One slip as it left the printer, fed out of the slit line by line. */
export function PaperView({ slip }: { readonly slip: PaperSlip }) {
  const { t } = useTranslation(namespaces);
  const api = useApi();
  const { data } = useQuery({
    queryKey: keys.slipImage(slip.id),
    queryFn: () => api.training.slipImage({ slip: slip.id }),
    gcTime: Infinity,
  });
  return (
    <li className="paper" data-testid="training-paper-slip" data-slip-id={slip.id}>
      {data && (
        <img
          src={`data:image/png;base64,${data}`}
          width={slip.width}
          height={slip.height}
          alt={t('training.slipImage', { time: formatTimeShort(slip.at) })}
        />
      )}
    </li>
  );
}
