/** Makes the page's parts, once, and joins them. */
import { notifyManager } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { connect } from './connection/connect.ts';
import { lineOpener } from './connection/line.ts';
import { stationCache, stationQueries } from './connection/station-cache.ts';
import { openNotices } from './desk/rows/notices.ts';
import { soundPlayer } from './desk/sound/player.ts';
import { toneFor } from './desk/sound/tones.ts';
import { startLanguages } from './i18n/start.ts';
import { openSettings } from './ui/settings.ts';
import { App } from './app.tsx';
import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@fontsource/be-vietnam-pro/700.css';
import './fonts/figures.css';
import './ui/mantine.css';
import './ui/tokens.css';
import './ui/base.css';

// A row has to be painted in the next frame; the default waits for a timer first.
notifyManager.setScheduler(queueMicrotask);

// All weights at once: the core serves the page too, and one that has died can serve no font.
for (const weight of [400, 500, 600, 700]) void document.fonts.load(`${weight} 1em 'Be Vietnam Pro'`, 'aế0');

const settings = openSettings(window.localStorage);
startLanguages(settings.get().language);
const sounds = soundPlayer(() => (settings.get().muted ? 0 : settings.get().volume));
for (const gesture of ['pointerdown', 'keydown'] as const) {
  window.addEventListener(gesture, sounds.wake, { capture: true });
}

const queries = stationQueries();
const connection = connect(lineOpener(window));
const notices = openNotices(() => sounds.play('refused'));
const cache = stationCache(queries, connection.api, (row, before) => {
  const tone = toneFor(row, before);
  if (tone) sounds.play(tone);
});
void connection.run(cache.onEvent, new AbortController().signal);

const root = document.querySelector('#page');
if (root === null) throw new Error('index.html has no #page');
createRoot(root).render(<App page={{ connection, cache, settings, sounds, notices }} queries={queries} />);
