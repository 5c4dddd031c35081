/** Names of what the page knows of the core, for the query cache. */
export const keys = {
  info: ['info'],
  rows: ['rows'],
  patron: ['patron'],
  devices: ['devices'],
  sync: ['sync'],
  slips: ['slips'],
  training: ['training'],
  samples: ['samples'],
  slipImage: (slip: string) => ['slip-image', slip] as const,
  titles: (text: string) => ['titles', text] as const,
  readers: (text: string) => ['readers', text] as const,
} as const;
