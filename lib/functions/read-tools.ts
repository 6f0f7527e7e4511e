import { basename } from 'node:path';
import type { ts } from 'ts-json-schema-generator';
import { type Problem, ValidationError } from '../errors/validation-error.js';
import { exportedFunctions } from './exported-functions.js';
import type { FunctionTool } from './function-tool.js';
import { schemaGenerator } from './json-schema-of.js';
import type { Project } from './project.js';
import { readFunction } from './read-function.js';
import { sourceProblem } from './source-problem.js';

/** The tools of a file, and the files that they depend on. */
export interface SourceTools {
  readonly tools: readonly FunctionTool[];
  /** The file and its imports, without packages. If one of them changes, the tools may change too. */
  readonly sources: readonly string[];
  readonly options: ts.CompilerOptions;
}

/**
 * Reads the exported functions of a file as tools.
 *
 * @throws {ValidationError} With every problem and its position: `src/weather.ts:12:3`.
 */
export function readTools(project: Project, file: string): SourceTools {
  const program = project.programOf(file);
  const source = program.getSourceFile(file);
  if (source === undefined) throw refusal(file, `there is no file ${file}, or it cannot be read`);
  const problems: Problem[] = program
    .getSyntacticDiagnostics(source)
    .slice(0, 1)
    .map(({ start = 0, messageText }) => {
      const { line, character } = source.getLineAndCharacterOfPosition(start);
      const message = project.generator.ts.flattenDiagnosticMessageText(messageText, ' ');
      return { path: `${basename(file)}:${line + 1}:${character + 1}`, rule: 'function-signature', message };
    });
  if (problems.length > 0) throw new ValidationError(problems);

  const functions = exportedFunctions(source, project.generator, program, problems);
  const schemas = schemaGenerator(project.generator, program);
  const reader = { generator: project.generator, program, schemas };
  const tools = functions.flatMap((each) => {
    const tool = readFunction(each, reader, problems);
    const twin = functions.slice(0, functions.indexOf(each)).find((other) => other.name === each.name);
    if (twin !== undefined)
      problems.push(sourceProblem(each.node, 'function-name', `${each.name} is exported twice`));
    return tool ?? [];
  });
  for (const [index, { toolName, name }] of tools.entries()) {
    const twin = tools.slice(0, index).find((other) => other.toolName === toolName);
    const node = functions.find((each) => each.name === name)?.node;
    if (twin === undefined || node === undefined) continue;
    const message = `tool names must be unique: ${toolName} is ${twin.name} already, so name ${name} with @toolName`;
    problems.push(sourceProblem(node, 'function-name', message));
  }
  if (problems.length > 0) throw new ValidationError(problems);
  if (tools.length === 0)
    throw refusal(file, `${basename(file)} exports no function: each exported function becomes a tool`);
  return { tools, sources: sourcesOf(program), options: program.getCompilerOptions() };
}

function sourcesOf(program: ts.Program): string[] {
  return program
    .getSourceFiles()
    .filter((file) => !program.isSourceFileDefaultLibrary(file) && !file.fileName.includes('/node_modules/'))
    .map(({ fileName }) => fileName);
}

function refusal(path: string, message: string): ValidationError {
  return new ValidationError([{ path, rule: 'function-source', message }]);
}
