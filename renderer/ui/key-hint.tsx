import type { DeskAct } from '../desk/keys/presets.ts';
import { keyHint } from '../desk/keys/presets.ts';
import { useSettings } from './page-context.tsx';

/** The key of an act, as it stands on the keyboard. */
export function KeyHint({ act }: { readonly act: DeskAct }) {
  const [{ keys }] = useSettings();
  return <kbd className="key">{keyHint(act, keys)}</kbd>;
}
