import type { MantineColorsTuple } from '@mantine/core';
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
