import {
  IconBooks,
  IconCalendarDue,
  IconClockEdit,
  IconEye,
  IconHistory,
  IconInbox,
  IconPin,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMode } from '../../connection/queries.ts';
import { formatDue } from '../../format/dates.ts';
import { namespaces } from '../../i18n/start.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useDeskCalls } from '../use-desk-calls.ts';
import type { ModeKind, TimedMode } from './mode-kinds.ts';
import { everythingOff, isTimed, modesOn, momentOf, withOff } from './mode-kinds.ts';
import './modes.css';

export const modeIcons = {
  readingRoom: IconBooks,
  backdate: IconHistory,
  bookDrop: IconInbox,
  setDue: IconCalendarDue,
  countUse: IconEye,
  keepHere: IconPin,
} as const satisfies Readonly<Record<ModeKind, unknown>>;

/** What stays switched on shouts until it is switched off: staff forget it, and then every loan is wrong. */
export function ModeBand({ onChange }: { readonly onChange: (kind: TimedMode) => void }) {
  const { t } = useTranslation(namespaces);
  const calls = useDeskCalls();
  const mode = useMode();
  const on = mode ? modesOn(mode) : [];
  if (!mode || on.length === 0) return null;
  return (
    <section className="band" aria-label={t('modes.band.title')} data-testid="mode-band">
      <ul className="band-modes">
        {on.map((kind) => {
          const Icon = modeIcons[kind];
          const at = momentOf(mode, kind);
          return (
            <li key={kind} className="band-mode" data-testid={`band-${kind}`}>
              <Icon aria-hidden size="1.6rem" stroke={1.9} />
              <strong>{t(`modes.band.${kind}`, { at: at === null ? '' : formatDue(at) })}</strong>
              {isTimed(kind) && (
                <button
                  type="button"
                  className="band-act band-change"
                  title={t('modes.change')}
                  aria-label={`${t('modes.change')}: ${t(`modes.name.${kind}`)}`}
                  data-testid={`band-change-${kind}`}
                  onClick={() => onChange(kind)}
                >
                  <IconClockEdit aria-hidden size="1.2rem" stroke={1.9} />
                </button>
              )}
              <button
                type="button"
                className="band-act"
                data-testid={`band-off-${kind}`}
                onClick={() => calls.setMode(withOff(mode, kind))}
              >
                {t('modes.off')}
                <span className="unseen"> {t(`modes.name.${kind}`)} </span>
                <KeyHint act={kind} />
              </button>
            </li>
          );
        })}
      </ul>
      {on.length > 1 && (
        <button
          type="button"
          className="band-act"
          data-testid="band-all-off"
          onClick={() => calls.setMode(everythingOff)}
        >
          {t('modes.allOff')}
          <KeyHint act="modesOff" />
        </button>
      )}
    </section>
  );
}
