import manifest from '../package.json' with { type: 'json' };

/** Version of the program, as released. */
export const appVersion = manifest.version;
