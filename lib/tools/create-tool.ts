import { messageOf } from '../base/message-of.js';
import { ToolCallError } from '../errors/tool-call-error.js';
import type { Problem } from '../errors/validation-error.js';
import { freezeJson } from '../request/freeze.js';
import { checkValue } from '../schema/check-value.js';
import type { ToolInputSchema } from '../wire/tools/custom-tool.js';
import type { ToolParam } from '../wire/tools/tool-param.js';
import { provideRunner } from './provide-runner.js';
import type { Tool, ToolContext, ToolHandler } from './tool.js';

/** The parts of a tool. */
export interface ToolParts {
  readonly name: string;
  /** Sent in `tools`. */
  readonly definition: ToolParam;
  readonly description: string | undefined;
  readonly inputSchema: ToolInputSchema;
  /** Checks the input. */
  readonly schema: unknown;
  readonly handler: ToolHandler<never>;
}

/** Creates a frozen tool. All functions that create tools call it. */
export function createTool<Name extends string, Input>(parts: ToolParts): Tool<Name, Input>;
export function createTool({ name, definition, description, inputSchema, schema, handler }: ToolParts): Tool {
  const tool = {
    name,
    description,
    definition: freezeJson(definition),
    input_schema: freezeJson(inputSchema),
    async call(input: unknown, context: Partial<ToolContext> = {}): Promise<unknown> {
      const { signal = new AbortController().signal, toolUse } = context;
      const checked = await checkValue(schema, input);
      const toolUseId = toolUse?.id;
      if (checked.problems) {
        const { problems } = checked;
        const message = `${name} was not called: its input does not fit its schema.\n${listed(problems)}`;
        throw new ToolCallError(message, { reason: 'invalid-input', toolName: name, toolUseId, problems });
      }
      try {
        // The schema has checked the handler's input.
        const output = await handler(checked.value as never, { signal, toolUse });
        if (output instanceof Error) throw output;
        return output;
      } catch (cause) {
        throw new ToolCallError(
          `${name} failed: ${messageOf(cause)}`,
          { reason: 'failed', toolName: name, toolUseId },
          { cause },
        );
      }
    },
  };
  return Object.freeze(provideRunner(tool));
}

function listed(problems: readonly Problem[]): string {
  return problems.map(({ path, message }) => `- ${path === '' ? '' : `${path}: `}${message}`).join('\n');
}
