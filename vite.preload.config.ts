/** The preload: one CommonJS file, because a sandboxed one can load nothing else. */
import { nodeBundle } from './scripts/build/bundle.ts';

export default nodeBundle({ preload: 'preload/index.ts' }, 'cjs');
