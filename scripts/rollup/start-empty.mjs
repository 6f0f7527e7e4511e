import { rmSync } from 'node:fs';

/** Empties the folder before the build, so that no file of an earlier build is published. */
export function startEmpty(folder) {
  return {
    name: 'start-empty',
    buildStart: () => rmSync(folder, { recursive: true, force: true }),
  };
}
