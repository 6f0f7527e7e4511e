import { fileURLToPath } from 'node:url';

/** The repository, with a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the pages are written that VitePress reads. */
export const pages = fileURLToPath(new URL('../.cache/pages/', import.meta.url));
