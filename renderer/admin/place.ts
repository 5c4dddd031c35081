import { useSyncExternalStore } from 'react';

/** Where the page is: at the desk, or on a screen of the office behind it. */
export const places = ['desk', 'policy', 'calendar', 'slips', 'devices'] as const;
export type Place = (typeof places)[number];

/** The place an address names by its hash (`#/policy`). Anything else is the desk: nobody is ever lost. */
export function placeOf(hash: string): Place {
  const name = /^#\/([a-z]*)/u.exec(hash)?.[1] ?? '';
  return places.find((place) => place === name) ?? 'desk';
}

export function hashOf(place: Place): string {
  return place === 'desk' ? '#/' : `#/${place}`;
}

/** Goes to a place and tells everybody at once: the browser's own event comes a task later. */
export function goTo(place: Place): void {
  if (placeOf(window.location.hash) === place) return;
  window.location.hash = hashOf(place);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** The place the page is at, followed. */
export function usePlace(): Place {
  return useSyncExternalStore(followHash, () => placeOf(window.location.hash));
}

function followHash(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
