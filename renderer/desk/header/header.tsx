import { IconDeviceDesktop, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AdminMenu } from '../../admin/admin-menu.tsx';
import { useInfo } from '../../connection/queries.ts';
import { DeviceLights } from '../../devices/device-lights.tsx';
import { namespaces } from '../../i18n/start.ts';
import { SyncPill } from '../../sync/sync-pill.tsx';
import { useSettings } from '../../ui/page-context.tsx';
import { Brand } from './brand.tsx';
import { DisplaySwitches } from './display-switches.tsx';
import { SettingsButton } from './settings-button.tsx';
import './header.css';

/** Where this is, how it is, and how it looks. */
export function Header({ onSyncNow }: { readonly onSyncNow: () => void }) {
  const { t } = useTranslation(namespaces);
  const { data: info } = useInfo();
  const [{ trainingOpen }, change] = useSettings();
  return (
    <header className="header">
      <Brand />
      <p className="header-place">
        <b data-testid="desk-name">{info?.desk}</b>
        <span data-testid="library-name" title={info?.library.name}>
          {info?.library.name}
        </span>
      </p>
      {info?.training && (
        <span className="training-mark" title={t('app.trainingHelp')} data-testid="training-mark">
          {t('app.training')}
        </span>
      )}
      <div className="header-status">
        <SyncPill onSyncNow={onSyncNow} />
        <DeviceLights />
      </div>
      <p className="header-staff" title={t('header.staff', { name: info?.staff ?? '' })} data-testid="staff">
        <IconUserCircle aria-hidden size="1.25rem" stroke={1.7} />
        <span>{info?.staff}</span>
      </p>
      <div className="header-tools">
        <AdminMenu />
        {info?.training && (
          <button
            type="button"
            className="tool tool-wide"
            aria-pressed={trainingOpen}
            title={t('header.training')}
            data-testid="training-toggle"
            onClick={() => change({ trainingOpen: !trainingOpen })}
          >
            <IconDeviceDesktop aria-hidden size="1.2rem" stroke={1.7} />
            <span className="unseen">{t('header.training')}</span>
          </button>
        )}
        <DisplaySwitches />
        <SettingsButton />
      </div>
    </header>
  );
}
