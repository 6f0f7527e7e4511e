import { toolsByName } from '../../tools/tools-by-name.js';
import { Tools } from '../dialect/tools.js';
import { describeTool } from './describe-tool.js';
import type { ToolLike } from './tool-like.js';

const instructions = `\
You can call the tools below to answer. To call one, write a block of this form, and nothing after it:
<function_calls>
  <invoke>
    <tool_name>$TOOL_NAME</tool_name>
    <parameters>
      <$PARAMETER_NAME>$PARAMETER_VALUE</$PARAMETER_NAME>
      ...
    </parameters>
  </invoke>
</function_calls>

To call several tools, or one several times, put an <invoke> for each call into the block. Write strings and numbers
as they are, lists and objects as JSON; in any value write &lt; for < and &amp; for &. You then get the results in a
<function_results> block: never write one yourself.

These are the tools:
`;

/**
 * Creates the part of a system prompt that tells a model how to call these tools in its text: for gateways and models
 * without native tool use.
 *
 * @throws {ValidationError} If two tools have the same name.
 *
 * @example
 * ```ts
 * import { functionCallingPrompt } from 'clust/xml';
 *
 * const weather = {
 *   name: 'get_weather',
 *   description: 'Gets the current weather of a city.',
 *   input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
 *   call: () => 'sunny',
 * };
 *
 * const system = `You are a friendly assistant.\n\n${functionCallingPrompt([weather])}`;
 * ```
 */
export function functionCallingPrompt(tools: Iterable<ToolLike>): string {
  return (
    instructions +
    Tools.serialize({ tool_description: Array.from(toolsByName(tools).values(), describeTool) })
  );
}
