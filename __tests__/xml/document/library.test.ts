import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { writeTemplate } from '../../../lib/xml/document/library.js';

describe('the door to xmlbuilder2', () => {
  test('is the only one', () => {
    const folder = new URL('../../../lib/xml/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const importing = files.filter((file) =>
      /from '(xmlbuilder2|@oozcitak)/.test(readFileSync(new URL(file, folder), 'utf8')),
    );
    expect(importing).toEqual(['document/library.ts']);
  });

  test('writes a number in the place of each leaf', () => {
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
