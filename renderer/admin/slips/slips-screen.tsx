import { useTranslation } from 'react-i18next';
import { namespaces } from '../../i18n/start.ts';

export default function Screen() {
  const { t } = useTranslation(namespaces);
  return <h1 id="office-slips">{t('admin.place.slips')}</h1>;
}
