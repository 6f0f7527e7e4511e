import ts from 'typescript';

/** Removes the comments from declarations of other packages that are inlined: they do not document clust. */
export function stripForeignComments() {
  return {
    name: 'strip-foreign-comments',
    transform(code, id) {
      return id.includes('/node_modules/') ? { code: withoutComments(code), map: null } : null;
    },
  };
}

/** Uses the syntax tree: template literal types may contain `//` and `/*`. */
function withoutComments(code) {
  const source = ts.createSourceFile('', code, ts.ScriptTarget.Latest);
  const comments = new Map();
  const collect = (node) => {
    for (const { pos, end } of ts.getLeadingCommentRanges(code, node.pos) ?? []) comments.set(pos, end);
    for (const { pos, end } of ts.getTrailingCommentRanges(code, node.end) ?? []) comments.set(pos, end);
    node.getChildren(source).forEach(collect);
  };
  collect(source);
  return [...comments]
    .sort(([left], [right]) => right - left)
    .reduce((rest, [pos, end]) => rest.slice(0, pos) + rest.slice(end), code)
    .replace(/^\s*\n/gm, '');
}
