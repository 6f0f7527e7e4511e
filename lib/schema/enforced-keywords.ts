// What the API takes of a schema that it holds the model to: of an output format, and of a strict tool.
// https://platform.claude.com/docs/en/build-with-claude/structured-outputs#json-schema-limitations

const formats = /^(date-time|time|date|duration|email|hostname|uri|ipv4|ipv6|uuid)$/;

const taken = /^(type|enum|const|\$ref|required|additionalProperties|description|title|default|minItems)$/;

/** Whether the API is known to take a keyword, whose value is none of schemas. */
export function isTaken(keyword: string, value: unknown): boolean {
  if (keyword === 'format') return formats.test(String(value));
  return taken.test(keyword) && !isLimit(keyword, value);
}

/** Whether a keyword limits values, which the API refuses: it enforces no limit while it generates. */
export function isLimit(keyword: string, value: unknown): boolean {
  if (keyword === 'minItems') return Number(value) > 1;
  return /^(m(ax|in)(imum|Length)|exclusiveM.*imum|multipleOf|maxItems)$/.test(keyword);
}

/** Whether a keyword says nothing new: a pattern beside a known format, a limit that no safe integer passes. */
export function isRedundant(keyword: string, value: unknown, beside: { readonly format?: unknown }): boolean {
  if (keyword === 'pattern') return formats.test(String(beside.format));
  return isLimit(keyword, value) && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER;
}
