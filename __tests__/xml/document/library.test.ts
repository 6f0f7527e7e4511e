import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { writeTemplate } from '../../../lib/xml/document/library.js';

describe('document/library.ts', () => {
  test('is the only file in lib/xml that imports xmlbuilder2', () => {
    const folder = new URL('../../../lib/xml/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const importing = files.filter((file) =>
      /from '(xmlbuilder2|@oozcitak)/.test(readFileSync(new URL(file, folder), 'utf8')),
    );
    expect(importing).toEqual(['document/library.ts']);
  });

  test('writes markup with a number in place of each leaf, and returns the leaves', () => {
    const tree = {
      name: 'invoke',
      children: [
        { name: 'tool_name', children: [], leaf: '&lt;<script>]]>\u0000' },
        { name: 'parameters', children: [], leaf: { '{"a":1}': '---' } },
        { name: 'empty', children: [] },
      ],
    };
    const outline = writeTemplate(tree);

    expect(outline.markup).toBe(
      '<invoke>\n  <tool_name>0</tool_name>\n  <parameters>1</parameters>\n  <empty></empty>\n</invoke>',
    );
    expect(outline.leaves).toEqual(tree.children.slice(0, 2).map(({ leaf }) => leaf));
  });
});
