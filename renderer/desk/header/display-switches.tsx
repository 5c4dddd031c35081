import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun, IconVolume, IconVolume2, IconVolumeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { namespaces } from '../../i18n/start.ts';
import { usePage, useSettings, useStore } from '../../ui/page-context.tsx';
import { textScales } from '../../ui/settings.ts';

/** Text size, language, light or dark, and sound: one click each. */
export function DisplaySwitches() {
  const { t, i18n } = useTranslation(namespaces);
  const [{ textSize, language }, change] = useSettings();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const other = language === 'vi' ? 'en' : 'vi';
  const percent = textScales[textSize] ?? 100;
  return (
    <>
      <span className="tool-pair" role="group" aria-label={t('header.textSize', { percent })}>
        <button
          type="button"
          className="tool tool-text"
          title={`${t('header.textSmaller')} (${t('header.textSize', { percent })})`}
          data-testid="text-smaller"
          disabled={textSize === 0}
          onClick={() => change({ textSize: textSize - 1 })}
        >
          A−<span className="unseen"> {t('header.textSmaller')}</span>
        </button>
        <button
          type="button"
          className="tool tool-text tool-larger"
          title={`${t('header.textLarger')} (${t('header.textSize', { percent })})`}
          data-testid="text-larger"
          disabled={textSize === textScales.length - 1}
          onClick={() => change({ textSize: textSize + 1 })}
        >
          A+<span className="unseen"> {t('header.textLarger')}</span>
        </button>
      </span>
      <button
        type="button"
        className="tool tool-text"
        lang={other}
        title={t('header.languageHelp')}
        data-testid="language"
        onClick={() => {
          change({ language: other });
          void i18n.changeLanguage(other);
        }}
      >
        {other.toUpperCase()}
        <span className="unseen"> {t('header.language')}</span>
      </button>
      <button
        type="button"
        className="tool"
        title={dark ? t('header.light') : t('header.dark')}
        aria-label={dark ? t('header.light') : t('header.dark')}
        data-testid="color-scheme"
        onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      >
        {dark ? (
          <IconSun aria-hidden size="1.25rem" stroke={1.7} />
        ) : (
          <IconMoon aria-hidden size="1.25rem" stroke={1.7} />
        )}
      </button>
      <SoundSwitch />
    </>
  );
}

function SoundSwitch() {
  const { t } = useTranslation(namespaces);
  const { sounds } = usePage();
  const [{ muted }, change] = useSettings();
  const awake = useStore(sounds.awake);
  const label = muted ? t('header.soundOff') : awake ? t('header.soundOn') : t('header.soundAsleep');
  const Icon = muted ? IconVolumeOff : awake ? IconVolume : IconVolume2;
  return (
    <button
      type="button"
      className="tool"
      title={label}
      aria-label={label}
      data-testid="sound"
      data-muted={muted}
      // The click itself wakes the sound; it should not mute it as well.
      onClick={() => (awake || muted ? change({ muted: !muted }) : sounds.wake())}
    >
      <Icon aria-hidden size="1.25rem" stroke={1.7} />
    </button>
  );
}
