import { Button, SegmentedControl, Slider, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInfo } from '../../connection/queries.ts';
import { namespaces } from '../../i18n/start.ts';
import { usePage, useSettings } from '../../ui/page-context.tsx';
import { staleLimits, wedgeGapLimits, wedgePrefixPattern } from '../../ui/settings.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useDeskDrawers } from '../drawers/desk-drawer.ts';
import { deskActs } from '../keys/presets.ts';
import type { Tone } from '../sound/tones.ts';
import './settings-form.css';

const trials = [
  { tone: 'done', label: 'settings.tryDone' },
  { tone: 'routed', label: 'settings.tryRouted' },
  { tone: 'question', label: 'settings.tryQuestion' },
  { tone: 'refused', label: 'settings.tryRefused' },
] as const satisfies readonly { tone: Tone; label: string }[];

/** What one desk may set for itself: sound, keys, and how fast its keyboard scanner types. */
export default function SettingsForm({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation(namespaces);
  const { sounds } = usePage();
  const drawers = useDeskDrawers();
  const { data: info } = useInfo();
  const [{ volume, muted, keys, wedgeGap, wedgePrefix, staleMinutes }, change] = useSettings();
  return (
    <section className="settings" aria-labelledby="settings-title" data-testid="settings-form">
      <h2 id="settings-title">{t('settings.title')}</h2>
      <div className="settings-part">
        <h3 id="settings-volume">{t('settings.volume')}</h3>
        <Slider
          value={Math.round(volume * 100)}
          onChange={(value) => change({ volume: value / 100 })}
          min={0}
          max={100}
          step={5}
          disabled={muted}
          thumbProps={{ 'aria-labelledby': 'settings-volume' }}
          label={(value) => `${value}%`}
        />
        <Switch
          checked={muted}
          onChange={(event) => change({ muted: event.currentTarget.checked })}
          label={t('settings.muted')}
        />
        <div className="settings-sounds" role="group" aria-label={t('settings.trySounds')}>
          {trials.map(({ tone, label }) => (
            <Button
              key={tone}
              variant="default"
              size="xs"
              onClick={() => {
                sounds.wake();
                sounds.play(tone);
              }}
            >
              {t(label)}
            </Button>
          ))}
        </div>
      </div>
      <div className="settings-part">
        <h3 id="settings-keys">{t('settings.keys')}</h3>
        <SegmentedControl
          fullWidth
          aria-labelledby="settings-keys"
          value={keys}
          onChange={(value) => change({ keys: value === 'koha' ? 'koha' : 'evergreen' })}
          data={[
            { value: 'evergreen', label: t('settings.keysEvergreen') },
            { value: 'koha', label: t('settings.keysKoha') },
          ]}
          data-testid="key-preset"
        />
        <p className="settings-help">
          {keys === 'koha' ? t('settings.keysHelpKoha') : t('settings.keysHelpEvergreen')}
        </p>
        <details className="settings-keys" data-testid="key-list">
          <summary>{t('keys.all')}</summary>
          <dl>
            {deskActs.map((act) => (
              <div key={act}>
                <dt>{t(`keys.act.${act}`)}</dt>
                <dd>
                  <KeyHint act={act} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
      <div className="settings-part">
        <h3 id="settings-wedge">{t('settings.wedge')}</h3>
        <p>{t('settings.wedgeGap', { ms: wedgeGap })}</p>
        <Slider
          value={wedgeGap}
          onChange={(value) => change({ wedgeGap: value })}
          min={wedgeGapLimits.min}
          max={wedgeGapLimits.max}
          step={5}
          thumbProps={{ 'aria-labelledby': 'settings-wedge' }}
          label={(value) => `${value} ms`}
        />
        <p className="settings-help">{t('settings.wedgeHelp')}</p>
        <TextInput
          size="xs"
          label={t('settings.wedgePrefix')}
          description={t('settings.wedgePrefixHelp')}
          value={wedgePrefix}
          maxLength={4}
          onChange={({ currentTarget: { value } }) => {
            if (wedgePrefixPattern.test(value)) change({ wedgePrefix: value });
          }}
          data-testid="wedge-prefix"
        />
        <Button
          variant="default"
          size="xs"
          data-testid="open-scanner-test"
          onClick={() => {
            onLeave();
            drawers.open({ kind: 'scanner-test' });
          }}
        >
          {t('scannerTest.open')}
        </Button>
      </div>
      <div className="settings-part">
        <h3 id="settings-stale">{t('settings.stale')}</h3>
        <p>{t('settings.staleMinutes', { count: staleMinutes })}</p>
        <Slider
          value={staleMinutes}
          onChange={(value) => change({ staleMinutes: value })}
          min={staleLimits.min}
          max={staleLimits.max}
          step={5}
          thumbProps={{ 'aria-labelledby': 'settings-stale' }}
          label={null}
        />
        <p className="settings-help">{t('settings.staleHelp')}</p>
      </div>
      <p className="settings-help">
        {info && t('settings.version', { version: info.version, station: info.station })}
      </p>
    </section>
  );
}
