import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { createTheme, rem } from '@mantine/core';

/** Tím Huế, the one accent: green, blue, amber and red belong to the outcomes. */
const tim: MantineColorsTuple = [
  '#f6f1fc',
  '#eae0f6',
  '#d5c1ec',
  '#bd9de2',
  '#a67dd6',
  '#9364ca',
  '#7f4fb8',
  '#6b3fa0',
  '#583287',
  '#44256b',
];

/** Mantine's dark neutrals in the tint of `tokens.css`: text first, then borders, then surfaces. */
const dark: MantineColorsTuple = [
  '#efecf5',
  '#b9b2c6',
  '#877f97',
  '#5d5570',
  '#453d57',
  '#352e42',
  '#292335',
  '#1d1925',
  '#18141f',
  '#131018',
];

export const theme = createTheme({
  colors: { tim, dark },
  primaryColor: 'tim',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 'md',
  radius: { sm: rem(4), md: rem(7), lg: rem(12) },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
});

/** Mantine's surfaces and pale buttons take the page's own colours of `tokens.css`, light and dark alike. */
export const pageVariables: CSSVariablesResolver = () => {
  const colours = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-2)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-tim-light': 'var(--accent-soft)',
    '--mantine-color-tim-light-hover': 'var(--accent-soft)',
    '--mantine-color-tim-light-color': 'var(--accent-ink)',
    '--mantine-color-tim-text': 'var(--accent-ink)',
  };
  return { variables: {}, light: colours, dark: colours };
};
