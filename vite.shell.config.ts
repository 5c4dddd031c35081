/** Electron's main process. CommonJS, as Forge expects it. */
import { nodeBundle } from './scripts/build/bundle.ts';

export default nodeBundle({ index: 'main/hosts/electron/index.ts' }, 'cjs');
