/**
 * Lists the differences between two modules, block by block. Blocks are separated by blank lines, and named by what
 * they export.
 */
export function difference(before: string, after: string): readonly string[] {
  const [old, next] = [blocksOf(before), blocksOf(after)];
  const lines: string[] = [];
  for (const [name, code] of next) {
    const was = old.get(name);
    if (was === undefined) lines.push(`+ ${name}`);
    else if (was !== code) {
      const [wasLines, isLines] = [was.split('\n'), code.split('\n')];
      lines.push(`~ ${name}`);
      lines.push(...wasLines.filter((line) => !isLines.includes(line)).map((line) => `    - ${line.trim()}`));
      lines.push(...isLines.filter((line) => !wasLines.includes(line)).map((line) => `    + ${line.trim()}`));
    }
  }
  for (const name of old.keys()) if (!next.has(name)) lines.push(`- ${name}`);
  return lines.length === 0 && before !== after ? ['the order or the white space differs'] : lines;
}

function blocksOf(code: string): ReadonlyMap<string, string> {
  return new Map(
    code
      .replaceAll('\r\n', '\n')
      .split(/\n\s*\n/)
      .map(
        (block) =>
          [/^export const (\w+)/m.exec(block)?.[1] ?? 'the start of the file', block.trim()] as const,
      ),
  );
}
