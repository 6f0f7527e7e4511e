import type { ts } from 'ts-json-schema-generator';
import type { Generator } from './load-generator.js';

/** A doc comment at the end of a text, on the line of what follows. */
const INLINE = /\/\*\*(?!\/)(?:[^*]|\*(?!\/))*\*\/(?=[ \t]*$)/;

/**
 * Adds the doc comments of properties that do not start a line, as in `{ /** The city. *\/ city: string }`. The compiler
 * ignores them, so the model would not see them.
 */
export function addInlineComments(source: ts.SourceFile, compiler: Generator['ts']): void {
  const visit = (node: ts.Node): void => {
    const isProperty = compiler.isPropertySignature(node) || compiler.isPropertyDeclaration(node);
    if (isProperty && compiler.getJSDocCommentsAndTags(node).length === 0) addTo(node);
    compiler.forEachChild(node, visit);
  };
  const addTo = (property: ts.Node): void => {
    const start = property.getFullStart();
    const comment = INLINE.exec(source.text.slice(start, property.getStart(source)));
    if (comment === null) return;
    // At the same position, since the text of a link is read from the file.
    const text = `${' '.repeat(start + comment.index)}${comment[0]}\nlet commented;`;
    // The compiler has no public field for comments; it reads this one.
    Reflect.set(property, 'jsDoc', commentsIn(text, compiler));
  };
  if (source.text.includes('/**')) visit(source);
}

function commentsIn(text: string, compiler: Generator['ts']): readonly ts.Node[] {
  const { statements } = compiler.createSourceFile('comment.ts', text, compiler.ScriptTarget.ES2022, true);
  return statements.flatMap((statement) => compiler.getJSDocCommentsAndTags(statement));
}
