/** Epoch of the recorded feed. */
export const benchEpoch = 'bench';
