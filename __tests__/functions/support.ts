import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isValidationError } from 'clust';
import { defaultOutput, generateModule } from '../../lib/functions/generate-module.js';
import { Project } from '../../lib/functions/project.js';
import { root } from '../support/typescript-versions.js';

export const cases = `${root}__tests__/functions/cases/`;

/** Shared by all tests of a file, so that the libraries of the compiler are parsed once. */
export const project = new Project({ folder: root });

export function generate(file: string): string {
  return generateModule(project, file, defaultOutput(file)).code;
}

export function read(file: string): string {
  return readFileSync(file, 'utf8');
}

/** A folder of source files inside the repository, where they can import clust. */
export class Sources {
  readonly folder: string;

  constructor() {
    mkdirSync(`${root}.cache`, { recursive: true });
    this.folder = mkdtempSync(`${root}.cache/functions-`);
    this.write('package.json', '{ "name": "sources", "type": "module" }');
    this.write('tsconfig.json', JSON.stringify({ compilerOptions: { ...options, paths } }));
  }

  /** Writes a file and returns its path. */
  write(name: string, code: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
    return path;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

const options = { strict: true, target: 'ES2022', lib: ['ES2022'], types: [], module: 'NodeNext' };
const paths = { clust: [`${root}lib/index.ts`] };

/** The problems of a source file, such as `12:3 function-type: parameter callback: …`. */
export function problemsOf(file: string): readonly string[] {
  try {
    generate(file);
    return [];
  } catch (error) {
    if (!isValidationError(error)) throw error;
    return error.problems.map(
      ({ path, rule, message }) => `${path.replace(/^.*?:/, '')} ${rule}: ${message}`,
    );
  }
}
