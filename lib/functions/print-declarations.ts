import type { FunctionTool } from './function-tool.js';
import { constantOf } from './print-module.js';
import { printString, printValue } from './print-value.js';

/** Prints the types of a generated module that is not on disk. An ambient module cannot import files next to it. */
export function printDeclarations(name: string, tools: readonly FunctionTool[]): string {
  const constants = tools.map((tool) => {
    const input = `FromJsonSchema<${printValue(tool.inputSchema, '  ')}>`;
    const [first = ''] = tool.description.split('\n');
    return [
      `  /** ${first.replaceAll('*/', '*\\/')} */`,
      `  export const ${constantOf(tool)}: Tool<${printString(tool.toolName)}, ${input}>;`,
    ].join('\n');
  });
  return [
    `declare module ${printString(name)} {`,
    "  import type { FromJsonSchema, Tool, ToolList } from 'clust';",
    '',
    ...constants,
    `  export const tools: ToolList<readonly [${tools.map((tool) => `typeof ${constantOf(tool)}`).join(', ')}]>;`,
    '}',
    '',
  ].join('\n');
}
