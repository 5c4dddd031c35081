import {
  IconArchive,
  IconArrowBackUp,
  IconCashRegister,
  IconDoorExit,
  IconListNumbers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../../i18n/start.ts';
import { SlipDock } from '../../printing/slip-dock.tsx';
import { ActButton } from '../../ui/act-button.tsx';
import type { DeskAct } from '../keys/presets.ts';
import type { DeskCalls } from '../use-desk-calls.ts';
import './dock.css';

interface DockProps {
  readonly acts: Readonly<Record<DeskAct, () => void>>;
  readonly calls: DeskCalls;
}

const others = [
  { act: 'undo', words: 'dock.undo', Icon: IconArrowBackUp },
  { act: 'batch', words: 'dock.batch', Icon: IconListNumbers },
  { act: 'shelf', words: 'dock.shelf', Icon: IconArchive },
  { act: 'till', words: 'dock.till', Icon: IconCashRegister },
] as const;

/** The bottom bar: slips to the left, what is done in between, and to the right what ends a reader. */
export function Dock({ acts, calls }: DockProps) {
  const { t } = useTranslation(namespaces);
  return (
    <div className="dock">
      <SlipDock calls={calls} onReprint={acts.reprint} onList={acts.slips} />
      <div className="dock-others" role="group" aria-label={t('dock.others')}>
        {others.map(({ act, words, Icon }) => (
          <ActButton
            key={act}
            act={act}
            variant="subtle"
            compact
            title={act === 'undo' ? t('dock.undoHelp') : t(words)}
            icon={<Icon aria-hidden size="1.2rem" stroke={1.8} />}
            onClick={acts[act]}
          >
            {t(words)}
          </ActButton>
        ))}
      </div>
      <div className="dock-acts">
        <ActButton act="finishQuiet" onClick={acts.finishQuiet}>
          {t('dock.finishQuiet')}
        </ActButton>
        <ActButton
          act="finish"
          variant="filled"
          icon={<IconDoorExit aria-hidden size="1.2rem" />}
          onClick={acts.finish}
        >
          {t('dock.finish')}
        </ActButton>
      </div>
    </div>
  );
}
