import { ValidationError } from '../errors/validation-error.js';

/** @throws {ValidationError} If two tools have the same name. */
export function toolsByName<Named extends { readonly name: string }>(
  tools: Iterable<Named>,
): ReadonlyMap<string, Named> {
  const byName = new Map<string, Named>();
  for (const tool of tools) {
    if (byName.has(tool.name)) {
      const message = `tool names must be unique: ${tool.name} is given twice`;
      throw new ValidationError([{ path: `tools.${byName.size}.name`, rule: 'tool-names-unique', message }]);
    }
    byName.set(tool.name, tool);
  }
  return byName;
}
