import { create } from 'xmlbuilder2';
import type { Leaf } from './content.js';
import type { Outline } from './outline.js';
import type { Tree } from './tree.js';

/*
 * The one door to xmlbuilder2. The library reads and arranges the outline of a document: the names of the dialect,
 * and a number where a text stands. No text and no name from outside comes near it. It would resolve references
 * twice (`&amp;#60;`), leave `&lt;` unescaped, drop control characters, accept tags that do not balance, call
 * functions, and take `{"a":1}` for JSON; and its time goes with the number of elements, not the length of texts.
 */

type Builder = ReturnType<typeof create>;
type DomNode = Builder['node'];
type DomDocument = NonNullable<DomNode['ownerDocument']>;

const elementNode = 1;

/** Reads an outline that passed the scanner. */
export function readOutline({ markup, leaves }: Outline): Tree {
  return treeOf(create(markup).root().node, leaves);
}

function treeOf(element: DomNode, leaves: readonly Leaf[]): Tree {
  const children: Tree[] = [];
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === elementNode) children.push(treeOf(child, leaves));
  }
  const number = children.length === 0 ? (element.textContent ?? '') : '';
  return { name: element.nodeName, children, leaf: number === '' ? undefined : leaves[Number(number)] };
}

/** Writes the outline of a tree, a line an element, indented by two spaces. */
export function writeOutline(tree: Tree): Outline {
  const leaves: Leaf[] = [];
  const root = create().ele(tree.name);
  // The builder has just put its element into a document.
  fill(root.node, tree, leaves, root.node.ownerDocument as DomDocument);
  const markup = root.end({ headless: true, prettyPrint: true, indent: '  ', allowEmptyTags: true });
  return { markup, leaves };
}

/** Through the DOM: the builder takes three times as long, most of it to find out what it was given. */
function fill(element: DomNode, { children, leaf }: Tree, leaves: Leaf[], document: DomDocument): void {
  for (const child of children) {
    const node = document.createElement(child.name);
    fill(node, child, leaves, document);
    element.appendChild(node);
  }
  if (leaf !== undefined) element.textContent = String(leaves.push(leaf) - 1);
}
