/**
 * Counted up with every change that makes other histories of the same seeds. What an earlier world found is still told
 * by `npm run simulate`, but it is another history: the fault that it found has a test beside the code that had it.
 */
export const worldVersion = 5;
