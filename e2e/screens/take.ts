import type { DemoSample } from '../../domain/demo/samples.ts';

/** Takes one picture of the page under a name. */
export type Take = (name: string) => Promise<void>;

/** The code of the demonstration's sample with a trait, or of its `index`-th. */
export type SampleCode = (trait: DemoSample['trait'], index?: number) => string;
