import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DeskAct } from '../desk/keys/presets.ts';
import { ariaKeys, keyHint } from '../desk/keys/presets.ts';
import { keyActMark } from '../desk/keys/press-shown.ts';
import { useSettings } from './page-context.tsx';

interface KeyedButtonProps {
  /** The act whose key presses this button while it has it, or null: then there is no key on it. */
  readonly act: DeskAct | null;
  readonly testId: string;
  readonly variant?: 'filled' | 'default';
  readonly size?: 'xs' | 'sm' | 'md';
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  /** Id of the words that say why it is disabled, or more. */
  readonly describedBy?: string | undefined;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button of a row. Of many rows only one has the key: the newest that asks, or the one that holds the line. */
export function KeyedButton(props: KeyedButtonProps) {
  const [{ keys }] = useSettings();
  const { act } = props;
  return (
    <Button
      variant={props.variant ?? 'default'}
      size={props.size ?? 'sm'}
      leftSection={props.icon}
      disabled={props.disabled ?? false}
      aria-describedby={props.describedBy}
      aria-keyshortcuts={act ? ariaKeys(act, keys) : undefined}
      data-testid={props.testId}
      onClick={props.onClick}
      {...(act ? { [keyActMark]: act } : {})}
    >
      {props.children}
      {act && <kbd className="key">{keyHint(act, keys)}</kbd>}
    </Button>
  );
}
