/** Who may import whom: design §2. Checked by `npm test`. */
const room = (name) => `^${name}/`;
const onlyThese = (from, allowed, comment) => ({
  name: `${from}-imports`,
  comment,
  severity: 'error',
  from: { path: room(from), pathNot: '\\.test\\.tsx?$' },
  to: {
    path: '^(domain|contract|drivers|main|preload|renderer|province|simulation|e2e|bench|scripts)/',
    pathNot: [from, ...allowed].map(room),
  },
});

module.exports = {
  forbidden: [
    onlyThese('domain', [], 'the law of the library is pure'),
    onlyThese('contract', ['domain'], 'what crosses a boundary knows only the domain'),
    onlyThese('drivers', ['domain', 'contract'], 'hardware knows neither the core nor the screen'),
    {
      ...onlyThese(
        'main',
        ['domain', 'contract'],
        'the core reaches drivers and the province through their processes',
      ),
      from: { path: room('main'), pathNot: '\\.test\\.tsx?$|^main/cli/tag-[a-z]+\\.ts$' },
    },
    {
      name: 'main-cli-tag-imports',
      comment:
        'the tag commands may call the tag codecs: pure functions on bytes, which touch no hardware; nothing else of drivers',
      severity: 'error',
      from: { path: '^main/cli/tag-[a-z]+\\.ts$' },
      to: {
        path: '^(domain|contract|drivers|main|preload|renderer|province|simulation|e2e|bench|scripts)/',
        pathNot: ['main', 'domain', 'contract'].map(room).concat('^drivers/rfid/tags/index\\.ts$'),
      },
    },
    {
      name: 'tag-codecs-are-pure',
      comment: 'they could run in a browser: no I/O, no Node, nothing of the drivers around them',
      severity: 'error',
      from: { path: '^drivers/rfid/tags/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^drivers/rfid/tags/' },
    },
    onlyThese('preload', ['contract'], 'the bridge hands over one port'),
    onlyThese('renderer', ['domain', 'contract'], 'the page talks to the core by contract only'),
    {
      ...onlyThese('province', ['domain', 'contract'], 'the province runs the same domain, not the station'),
      from: { path: room('province'), pathNot: '\\.test\\.tsx?$|^province/snapshots/' },
    },
    {
      name: 'province-snapshots-imports',
      comment:
        'a snapshot is a mirror made by the same code that a station fills its own with; nothing else of the station',
      severity: 'error',
      from: { path: '^province/snapshots/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(domain|contract|drivers|main|preload|renderer|province|simulation|e2e|bench|scripts)/',
        pathNot: ['province', 'domain', 'contract']
          .map(room)
          .concat('^main/store/mirror/(history|rows|schema)\\.ts$'),
      },
    },
    {
      name: 'domain-is-pure',
      comment: 'no I/O, no clock, no Node in the domain',
      severity: 'error',
      from: { path: room('domain'), pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-packages',
      severity: 'error',
      from: { path: room('domain'), pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(temporal-polyfill|mustache|@types/mustache)/' },
    },
    {
      name: 'electron-in-its-host',
      comment: 'only the Electron host, the bridge and the packaging know Electron',
      severity: 'error',
      from: { pathNot: '^(main/hosts/electron|preload)/|^forge\\.config\\.ts$' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'page-without-node',
      severity: 'error',
      from: { path: room('renderer'), pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules|\\.vite|dist|out|coverage|\\.luu-thong)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
