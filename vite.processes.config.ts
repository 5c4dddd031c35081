/** Everything that is started by path beside it: names as in `main/entry-points.ts`. */
import { mergeConfig } from 'vite';
import { nodeBundle } from './scripts/build/bundle.ts';

export default mergeConfig(
  nodeBundle(
    {
      core: 'main/hosts/electron/utility/core.ts',
      'writer-worker': 'main/workers/writer.ts',
      'reader-worker': 'main/workers/reader.ts',
      'snapshot-worker': 'main/workers/snapshot.ts',
      drivers: 'drivers/host.ts',
      'virtual-devices': 'drivers/virtual/host.ts',
    },
    'es',
  ),
  // The notices the licences of the bundled packages ask for.
  { build: { license: { fileName: 'licenses.md' } } },
);
