import { fileURLToPath } from 'node:url';

/** The path of the repository, with a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of the generated pages, which VitePress reads. */
export const pages = fileURLToPath(new URL('../.cache/pages/', import.meta.url));
