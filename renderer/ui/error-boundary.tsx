import type { ReactNode } from 'react';
import { Component } from 'react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../i18n/start.ts';

interface Props {
  readonly children: ReactNode;
}

/** When the page itself fails: the work is safe in the core, and one button brings the screen back. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const { t } = useTranslation(namespaces);
  return (
    <main className="teach" role="alert" data-testid="crash">
      <strong>{t('app.crashTitle')}</strong>
      <p>{t('app.crashText')}</p>
      <p>LT-5103</p>
      <button type="button" className="link" onClick={() => window.location.reload()}>
        {t('app.crashButton')}
      </button>
    </main>
  );
}
