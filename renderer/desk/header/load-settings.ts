/** The settings form, fetched apart from the desk. */
export const loadSettings = () => import('./settings-form.tsx');
