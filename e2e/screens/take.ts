import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import type { DemoSample } from '../../domain/demo/samples.ts';

/** Takes one picture of the page under a name. */
export type Take = (name: string) => Promise<void>;

/** The code of the demonstration's sample with a trait, or of its `index`-th. */
export type SampleCode = (trait: DemoSample['trait'], index?: number) => string;

/** Where the pictures are. */
export const pictureFolder = resolve(import.meta.dirname, '../../docs/screens');
export const small = { width: 1366, height: 768 };
export const large = { width: 1920, height: 1080 };

/** A fifth smaller than Chromium writes them: flat colours compress best without a filter, and nothing is see-through. */
const smallest = { filterType: 0, deflateLevel: 9, deflateStrategy: 0, colorType: 2 } as const;

/** Takes pictures of `page`, each after everything on it has come to rest. */
export function takeOf(page: Page): Take {
  return async (name) => {
    await page.evaluate('document.fonts.ready');
    await page.waitForFunction(() =>
      document.getAnimations().every((animation) => animation.playState !== 'running'),
    );
    const picture = PNG.sync.read(await page.screenshot());
    writeFileSync(join(pictureFolder, `${name}.png`), PNG.sync.write(picture, smallest));
    process.stdout.write(`docs/screens/${name}.png\n`);
  };
}
