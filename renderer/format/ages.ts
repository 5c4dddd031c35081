import type { Instant } from '../../domain/facts/fact.ts';

const steps = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

/**
 * How long ago, in words: `2 phút trước`. Under a minute it is "just now", also when a clock was set back:
 * the future would only puzzle. `now` in milliseconds since the Unix epoch.
 */
export function formatAge(instant: Instant, now: number, language: string): string {
  const elapsed = now - new Date(instant).getTime();
  const step = steps.find(({ ms }) => elapsed >= ms);
  if (!step) return language === 'vi' ? 'vừa xong' : 'just now';
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  return words.format(-Math.floor(elapsed / step.ms), step.unit);
}
