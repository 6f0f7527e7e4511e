/** The schema of one member of a union of inputs, whose `field` is `name`. */
export function variant(
  field: 'action' | 'command',
  name: string,
  properties: object,
  required: readonly string[],
) {
  return {
    type: 'object',
    properties: { [field]: { const: name }, ...properties },
    required: [field, ...required],
  } as const;
}
