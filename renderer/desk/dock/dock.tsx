import { IconDoorExit } from '@tabler/icons-react';
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
  readonly onList: () => void;
}

/** The bottom bar: slips to the left, what ends a reader to the right. */
export function Dock({ acts, calls, onList }: DockProps) {
  const { t } = useTranslation(namespaces);
  return (
    <div className="dock">
      <SlipDock calls={calls} onReprint={acts.reprint} onList={onList} />
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
