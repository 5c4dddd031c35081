import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DeskAct } from '../desk/keys/presets.ts';
import { keyHint } from '../desk/keys/presets.ts';
import { useSettings } from './page-context.tsx';

interface ActButtonProps {
  readonly act: DeskAct;
  readonly variant?: 'filled' | 'default' | 'light' | 'subtle';
  readonly size?: 'xs' | 'sm';
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  /** Set for a button that also shows which state the desk is in. */
  readonly pressed?: boolean;
  readonly title?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button of a desk act with its key on it. */
export function ActButton(props: ActButtonProps) {
  const [{ keys }] = useSettings();
  const hint = keyHint(props.act, keys);
  return (
    <Button
      variant={props.variant ?? 'default'}
      size={props.size ?? 'sm'}
      leftSection={props.icon}
      disabled={props.disabled ?? false}
      aria-pressed={props.pressed}
      aria-keyshortcuts={hint.replace('Ctrl', 'Control')}
      title={props.title}
      data-testid={`act-${props.act}`}
      onClick={props.onClick}
    >
      {props.children}
      <kbd className="key">{hint}</kbd>
    </Button>
  );
}
