import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { permissionWords } from '../../../contract/locales/format.ts';
import { useMode } from '../../connection/queries.ts';
import { formatDue } from '../../format/dates.ts';
import { localeOf } from '../../format/reasons.ts';
import { useMay } from '../../forms/use-may.ts';
import { namespaces } from '../../i18n/start.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useFocusedFirst } from '../../ui/use-focused-first.ts';
import { useDeskCalls } from '../use-desk-calls.ts';
import { modeIcons } from './mode-band.tsx';
import { MomentForm } from './moment-form.tsx';
import type { ModeKind } from './mode-kinds.ts';
import { isOn, isTimed, modeKinds, modePermission, momentOf, withOff, withPlainOn } from './mode-kinds.ts';
import type { ModesAsked } from './use-modes.ts';

interface ModesFormProps {
  readonly asked: Exclude<ModesAsked, null>;
  readonly onAsk: (asked: ModesAsked) => void;
}

/** Every mode with its switch and its key; one that needs a moment asks for it first. */
export default function ModesForm({ asked, onAsk }: ModesFormProps) {
  const { t } = useTranslation(namespaces);
  const mode = useMode();
  const may = useMay();
  const calls = useDeskCalls();
  const form = useFocusedFirst<HTMLElement>();
  if (!mode) return null;
  if (asked !== 'menu') return <MomentForm kind={asked} mode={mode} onClose={() => onAsk(null)} />;
  const toggle = (kind: ModeKind, on: boolean): void => {
    if (!on) calls.setMode(withOff(mode, kind));
    else if (isTimed(kind)) onAsk(kind);
    else calls.setMode(withPlainOn(mode, kind));
  };
  return (
    <section className="modes" aria-labelledby="modes-title" data-testid="modes-form" ref={form}>
      <h2 id="modes-title">{t('modes.title')}</h2>
      <p className="settings-help">{t('modes.help')}</p>
      <ul>
        {modeKinds.map((kind) => {
          const Icon = modeIcons[kind];
          const permission = modePermission[kind];
          const lacks = permission !== null && !may(permission) ? permission : null;
          const at = momentOf(mode, kind);
          return (
            <li key={kind} className="modes-kind">
              <Icon aria-hidden size="1.35rem" stroke={1.7} />
              <Switch
                size="sm"
                checked={isOn(mode, kind)}
                disabled={lacks !== null}
                onChange={(event) => toggle(kind, event.currentTarget.checked)}
                label={
                  isOn(mode, kind) && at !== null
                    ? `${t(`modes.name.${kind}`)}: ${formatDue(at)}`
                    : t(`modes.name.${kind}`)
                }
                description={
                  lacks === null
                    ? t(`modes.what.${kind}`)
                    : t('modes.lacks', { permission: permissionWords(lacks, localeOf(t)) })
                }
                data-testid={`mode-${kind}`}
              />
              <KeyHint act={kind} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
