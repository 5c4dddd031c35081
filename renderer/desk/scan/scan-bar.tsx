import { IconBarcode, IconBookDownload, IconBookUpload, IconCamera, IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useMode, usePatronId } from '../../connection/queries.ts';
import { namespaces } from '../../i18n/start.ts';
import { ActButton } from '../../ui/act-button.tsx';
import type { DeskAct } from '../keys/presets.ts';
import { modesOn } from '../modes/mode-kinds.ts';
import { scanBoxMark } from '../wedge/listen.ts';
import './scan-bar.css';

interface ScanBarProps {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly onTyped: (text: string) => void;
  readonly acts: Readonly<Record<DeskAct, () => void>>;
  /** The menu of what can be switched on. */
  readonly modes: ReactNode;
}

/** The scan box. It needs no focus; beside it stands what the next book will mean. */
export function ScanBar({ box, onTyped, acts, modes }: ScanBarProps) {
  const { t } = useTranslation(namespaces);
  const lending = usePatronId() !== null;
  const mode = useMode();
  const unusual = mode !== undefined && modesOn(mode).length > 0;
  const submit = (event: KeyboardEvent<HTMLInputElement>): void => {
    // An input method uses Enter to finish a word.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    onTyped(event.currentTarget.value);
    event.currentTarget.value = '';
  };
  return (
    <div className="scan">
      <label className="scan-field">
        <IconBarcode aria-hidden className="scan-icon" />
        <span className="unseen">{t('scan.label')}</span>
        <input
          ref={box}
          className={unusual ? 'scan-input scan-unusual' : 'scan-input'}
          data-testid="scan-box"
          placeholder={t('scan.placeholder')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="send"
          aria-describedby="scan-mode"
          onKeyDown={submit}
          {...{ [scanBoxMark]: '' }}
        />
      </label>
      <div className="scan-modes" role="group" aria-label={t('scan.label')}>
        <ActButton
          act="lend"
          variant={lending ? 'filled' : 'default'}
          pressed={lending}
          title={lending ? t('scan.modeLend') : t('scan.needCard')}
          icon={<IconBookUpload aria-hidden size="1.2rem" />}
          onClick={acts.lend}
        >
          {t('scan.lend')}
        </ActButton>
        <ActButton
          act="return"
          variant={lending ? 'default' : 'filled'}
          pressed={!lending}
          title={t('scan.modeReturn')}
          icon={<IconBookDownload aria-hidden size="1.2rem" />}
          onClick={acts.return}
        >
          {t('scan.return')}
        </ActButton>
        <ActButton act="search" icon={<IconSearch aria-hidden size="1.1rem" />} onClick={acts.search}>
          {t('scan.search')}
        </ActButton>
        <ActButton
          act="camera"
          compact
          title={t('camera.title')}
          icon={<IconCamera aria-hidden size="1.15rem" />}
          onClick={acts.camera}
        >
          {t('camera.open')}
        </ActButton>
        {modes}
      </div>
    </div>
  );
}
