import { Button } from '@mantine/core';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import type { DeskAct } from '../desk/keys/presets.ts';
import { ariaKeys, keyHint } from '../desk/keys/presets.ts';
import { useSettings } from './page-context.tsx';

interface ActButtonProps extends Omit<
  ComponentPropsWithRef<'button'>,
  'onClick' | 'children' | 'color' | 'disabled'
> {
  readonly disabled?: boolean;
  readonly act: DeskAct;
  readonly variant?: 'filled' | 'default' | 'light' | 'subtle';
  readonly size?: 'xs' | 'sm';
  readonly icon?: ReactNode;
  /** Set for a button that also shows which state the desk is in. */
  readonly pressed?: boolean;
  /** Where there is little room: the icon stays, words and key only for screen readers and the tooltip. */
  readonly compact?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button of a desk act with its key on it. What else a menu puts on its target is passed on. */
export function ActButton(props: ActButtonProps) {
  const {
    act,
    variant = 'default',
    size = 'sm',
    icon,
    pressed,
    compact = false,
    children,
    ...others
  } = props;
  const [{ keys }] = useSettings();
  return (
    <Button
      variant={variant}
      size={size}
      leftSection={icon}
      aria-pressed={pressed}
      aria-keyshortcuts={ariaKeys(act, keys)}
      data-testid={`act-${act}`}
      data-compact={compact || undefined}
      {...others}
    >
      <span className="act-words">{children}</span>
      <kbd className="key">{keyHint(act, keys)}</kbd>
    </Button>
  );
}
