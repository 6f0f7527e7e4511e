const width = 80;

/** Prints a JSON value as source code, in the layout of Prettier and Biome: on one line if it fits. */
export function printValue(value: unknown, indent = '', before = 0): string {
  if (typeof value === 'string') return printString(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, parts, close] = Array.isArray(value)
    ? (['[', value.map((item) => printValue(item, inner)), ']'] as const)
    : (['{', Object.entries(value).map((entry) => printEntry(entry, inner)), '}'] as const);
  const space = open === '{' && parts.length > 0 ? ' ' : '';
  const line = `${open}${space}${parts.join(', ')}${space}${close}`;
  if (indent.length + before + line.length < width && !line.includes('\n')) return line;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`;
}

function printEntry([name, value]: readonly [string, unknown], indent: string): string {
  const key = printKey(name);
  return `${key}: ${printValue(value, indent, key.length + 2)}`;
}

/** Uses single quotes, or the quotes that need fewer escapes. */
export function printString(text: string): string {
  const escaped = JSON.stringify(text).replace(
    /[\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16)}`,
  );
  const count = (quote: string) => text.split(quote).length - 1;
  if (count("'") > count('"')) return escaped;
  return `'${escaped.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function printKey(name: string): string {
  // In an object literal `__proto__: …` would set the prototype.
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : printString(name);
}
