import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';
import { useEscapeKey } from './use-escape-key.ts';
import './forms.css';

interface SideDrawerProps {
  readonly title: ReactNode;
  readonly testId: string;
  readonly size?: string;
  /** What stays in sight at the foot, whatever scrolls above. */
  readonly foot?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What lies beside the desk: the desk stays visible, and scans go on. */
export function SideDrawer({ title, testId, size, foot, onClose, children }: SideDrawerProps) {
  const { t } = useTranslation(namespaces);
  useEscapeKey(onClose);
  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnEscape={false}
      position="right"
      overlayProps={{ backgroundOpacity: 0.3 }}
      size={size ?? 'min(42rem, 96vw)'}
      title={title}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      classNames={{ content: 'side', body: 'side-body' }}
    >
      {/* Not on the drawer itself: its root has no size, and nobody would call it visible. */}
      <div className="side-inner" data-testid={testId}>
        <div className="side-scroll">{children}</div>
        {foot !== undefined && <div className="side-foot">{foot}</div>}
      </div>
    </Drawer>
  );
}
