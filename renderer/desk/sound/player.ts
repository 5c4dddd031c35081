import type { Store } from '../../ui/store.ts';
import { createStore } from '../../ui/store.ts';
import { restAfter } from './resting.ts';
import type { Playing, Tone } from './tones.ts';
import { mayPlay } from './tones.ts';

interface Note {
  readonly wave: OscillatorType;
  /** Hertz. */
  readonly pitch: number;
  /** Seconds after the tone's start, and how long. */
  readonly start: number;
  readonly length: number;
  readonly loudness: number;
}

/** Apart in pitch, rhythm and timbre, so that they differ on a poor speaker and for tired ears. */
const melodies: Readonly<Record<Tone, readonly Note[]>> = {
  done: [{ wave: 'sine', pitch: 1175, start: 0, length: 0.09, loudness: 0.5 }],
  routed: [
    { wave: 'sine', pitch: 784, start: 0, length: 0.08, loudness: 0.5 },
    { wave: 'sine', pitch: 1175, start: 0.09, length: 0.14, loudness: 0.5 },
  ],
  question: [
    { wave: 'triangle', pitch: 587, start: 0, length: 0.08, loudness: 0.6 },
    { wave: 'triangle', pitch: 587, start: 0.12, length: 0.08, loudness: 0.6 },
    { wave: 'triangle', pitch: 740, start: 0.24, length: 0.14, loudness: 0.6 },
  ],
  refused: [
    { wave: 'square', pitch: 196, start: 0, length: 0.16, loudness: 0.32 },
    { wave: 'square', pitch: 147, start: 0.2, length: 0.26, loudness: 0.32 },
  ],
  noted: [{ wave: 'sine', pitch: 880, start: 0, length: 0.03, loudness: 0.14 }],
};

/** Without a tone for this long (ms) the sound rests; Chromium lets the sound card go after as long a silence. */
const quiet = 30_000;

export interface SoundPlayer {
  play(tone: Tone): void;
  /** False while the browser still waits for a first click or key before it lets the page sound. */
  readonly awake: Store<boolean>;
  /** To be called from a click or key. */
  wake(): void;
}

/** Plays tones by WebAudio. `loudness` gives 0…1 at each tone; 0 is mute. */
export function soundPlayer(loudness: () => number): SoundPlayer {
  const audio = new AudioContext({ latencyHint: 'interactive' });
  const awake = createStore(audio.state === 'running');
  let last: Playing | null = null;
  let voice: GainNode | null = null;
  const resting = restAfter(audio, quiet);
  const onState = (): void => {
    const isRunning = audio.state === 'running';
    awake.set(isRunning || resting.isResting());
    if (isRunning) resting.stayUp();
  };
  audio.addEventListener('statechange', onState);
  onState();

  const sound = ({ wave, pitch, start, length, loudness: strength }: Note, into: AudioNode): void => {
    const from = audio.currentTime + start;
    const oscillator = new OscillatorNode(audio, { type: wave, frequency: pitch });
    const envelope = new GainNode(audio, { gain: 0 });
    // A ramp of a few milliseconds at both ends: without it every tone clicks.
    envelope.gain.setValueAtTime(0, from);
    envelope.gain.linearRampToValueAtTime(strength, from + 0.006);
    envelope.gain.setValueAtTime(strength, from + length - 0.02);
    envelope.gain.linearRampToValueAtTime(0, from + length);
    oscillator.connect(envelope).connect(into);
    oscillator.start(from);
    oscillator.stop(from + length);
  };
  const melody = async (tone: Tone, volume: number): Promise<void> => {
    if (!(await resting.getUp())) return;
    voice?.disconnect();
    voice = new GainNode(audio, { gain: volume });
    voice.connect(audio.destination);
    for (const note of melodies[tone]) sound(note, voice);
  };
  return {
    awake,
    wake: () => {
      if (audio.state === 'suspended' && !resting.isResting()) void audio.resume();
    },
    play: (tone) => {
      const now = performance.now();
      const volume = loudness();
      // A sleeping context would keep the tones and play them all at the first click.
      if (!awake.get() || volume === 0 || !mayPlay(tone, now, last)) return;
      last = { tone, at: now };
      void melody(tone, volume);
    },
  };
}
