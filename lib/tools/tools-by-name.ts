import { ValidationError } from '../errors/validation-error.js';
import type { Tool } from './tool.js';

/** @throws {ValidationError} If two tools have the same name. */
export function toolsByName(tools: Iterable<Tool>): ReadonlyMap<string, Tool> {
  const byName = new Map<string, Tool>();
  for (const tool of tools) {
    if (byName.has(tool.name)) {
      const message = `tool names must be unique: ${tool.name} is given twice`;
      throw new ValidationError([{ path: `tools.${byName.size}.name`, rule: 'tool-names-unique', message }]);
    }
    byName.set(tool.name, tool);
  }
  return byName;
}
