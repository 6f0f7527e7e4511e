import type { CustomTool } from '../wire/tools/custom-tool.js';

/** The fields of your own tool beside its name, description and input, as in the API reference. */
export interface ToolWireOptions<Input = never>
  extends Pick<
    CustomTool,
    'allowed_callers' | 'cache_control' | 'defer_loading' | 'eager_input_streaming' | 'strict'
  > {
  /** Example inputs. Each is checked with the schema. */
  readonly input_examples?: readonly Input[] | undefined;
}
