import type { Argument, FunctionTool } from './function-tool.js';
import { printString, printValue } from './print-value.js';

export interface ModuleOptions {
  /** The comment at the top of the module. */
  readonly header: readonly string[];
  /** The path from which the module imports the functions, such as `./weather.js`. */
  readonly specifier: string;
  /** `'js'` leaves out types. */
  readonly language: 'ts' | 'js';
}

/** Prints the module that creates tools from functions. */
export function printModule(
  tools: readonly FunctionTool[],
  { header, specifier, language }: ModuleOptions,
): string {
  const names = tools.map(constantOf);
  const list = `ToolList.of(${names.join(', ')})`;
  const lines = `ToolList.of(\n${names.map((name) => `  ${name},\n`).join('')})`;
  const fits = `export const tools = ${list};`.length <= 80;
  return [
    ...header.map((line) => `// ${line}`),
    "import { tool, ToolList } from 'clust';",
    `import * as functions from ${printString(specifier)};`,
    '',
    ...tools.map((each) => `${printTool(each, language)}\n`),
    `/** ${tools.length === 1 ? 'The tool' : `The ${tools.length} tools`} of this module. */`,
    `export const tools = ${fits ? list : lines};`,
    '',
  ].join('\n');
}

/** The name of a tool's constant, such as `getWeatherTool`. */
export function constantOf({ name }: FunctionTool): string {
  return `${name}Tool`;
}

function printTool(tool: FunctionTool, language: 'ts' | 'js'): string {
  const takesContext = tool.arguments.some(({ from }) => from === 'context');
  const takesInput = tool.arguments.some(({ from }) => from === 'input');
  const parameters = takesContext
    ? [takesInput ? 'input' : '_input', 'context']
    : takesInput
      ? ['input']
      : [];
  const args = tool.arguments.map((argument, index) => printArgument(argument, index, tool, language));
  const call = `functions.${tool.exportName}(`;
  const head = `  run: (${parameters.join(', ')}) =>`;
  const oneLine = `${head} ${call}${args.join(', ')}),`;
  const run =
    oneLine.length <= 80
      ? oneLine
      : `${head}\n    ${call}${
          `    ${call}${args.join(', ')}),`.length <= 80
            ? args.join(', ')
            : `\n${args.map((argument) => `      ${argument},\n`).join('')}    `
        }),`;
  const description = printString(tool.description);
  const fits = `  description: ${description},`.length <= 80;
  return [
    `/** ${comment(tool.description)} */`,
    `export const ${constantOf(tool)} = tool({`,
    `  name: ${printString(tool.toolName)},`,
    `  description:${fits ? ' ' : '\n    '}${description},`,
    `  input: ${printValue(tool.inputSchema, '  ')},`,
    run,
    '});',
  ].join('\n');
}

function printArgument(argument: Argument, index: number, tool: FunctionTool, language: 'ts' | 'js'): string {
  if (argument.from === 'context') return 'context';
  const { property, isExact, isRest } = argument;
  const value = property === undefined ? 'input' : `input.${property}`;
  if (isExact || language === 'js') return isRest ? `...${value}` : value;
  // The type is narrower than the schema, for example for an enum.
  const type = `Parameters<typeof functions.${tool.exportName}>`;
  return isRest ? `...(${value} as ${type})` : `${value} as ${type}[${index}]`;
}

function comment(description: string): string {
  const [first = ''] = description.split('\n');
  return first.replaceAll('*/', '*\\/');
}
