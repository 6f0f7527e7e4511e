import type { CustomTool } from '../wire/tools/custom-tool.js';

/** What is sent beside the name, description and input of a tool of your own, as the API reference writes it. */
export interface ToolWireOptions<Input = never>
  extends Pick<
    CustomTool,
    'allowed_callers' | 'cache_control' | 'defer_loading' | 'eager_input_streaming' | 'strict'
  > {
  /** Inputs as the model should write them. Each is checked by the schema. */
  readonly input_examples?: readonly Input[] | undefined;
}
