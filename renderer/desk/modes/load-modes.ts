/** The form of the modes, fetched apart from the desk. */
export const loadModes = () => import('./modes-form.tsx');
