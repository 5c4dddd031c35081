/** A mirror that was downloaded whole and is not in use yet. */
export const nextMirrorFile = 'mirror.next.db';
