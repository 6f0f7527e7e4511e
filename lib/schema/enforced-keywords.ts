// The JSON Schema keywords that the API enforces, in an output format or a strict tool.
// https://platform.claude.com/docs/en/build-with-claude/structured-outputs#json-schema-limitations

const formats = /^(date-time|time|date|duration|email|hostname|uri|ipv4|ipv6|uuid)$/;

const enforced =
  /^(\$schema|\$id|type|enum|const|\$ref|required|additionalProperties|description|title|default|minItems|items|properties|\$defs|definitions|anyOf|allOf|oneOf)$/;

/** Whether the API is known to accept a keyword. */
export function isEnforced(
  keyword: string,
  value: unknown,
  siblings: { readonly prefixItems?: unknown; readonly anyOf?: unknown },
): boolean {
  if (keyword === 'format') return formats.test(String(value));
  // `items` applies to the items after those of `prefixItems`: alone, `items: false` would allow no item at all.
  if (keyword === 'items' && siblings.prefixItems) return false;
  // `oneOf` is sent as `anyOf`, unless the schema has one.
  if (keyword === 'oneOf' && siblings.anyOf) return false;
  return enforced.test(keyword) && !isLimit(keyword, value);
}

/** Whether a keyword limits values. The API refuses these, since it cannot enforce limits during generation. */
export function isLimit(keyword: string, value: unknown): boolean {
  if (keyword === 'minItems') return Number(value) > 1;
  return /^(m(ax|in)(imum|Length)|exclusiveM(ax|in)imum|multipleOf|maxItems)$/.test(keyword);
}

/** Whether a keyword adds nothing: a pattern beside a known format, or the bounds of safe integers. */
export function isRedundant(
  keyword: string,
  value: unknown,
  siblings: { readonly format?: unknown },
): boolean {
  if (keyword === 'pattern') return formats.test(String(siblings.format));
  return isLimit(keyword, value) && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER;
}
