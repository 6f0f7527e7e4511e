import { writeFileSync } from 'node:fs';
import ts from 'typescript';

const imports = (clust, hasAi) => `
import type * as Messages from '@anthropic-ai/sdk/resources/messages/messages';
import type * as BetaMessages from '@anthropic-ai/sdk/resources/beta/messages/messages';
import type * as Batches from '@anthropic-ai/sdk/resources/messages/batches';
import type * as Files from '@anthropic-ai/sdk/resources/files';
import type * as Models from '@anthropic-ai/sdk/resources/models';
import type { AnthropicBeta } from '@anthropic-ai/sdk/resources/beta/beta';
import type { ErrorType } from '@anthropic-ai/sdk/resources/shared';
import type * as Clust from '${clust}lib/index.js';
import type * as Body from '${clust}lib/wire/message-body.js';
import type * as Batch from '${clust}lib/wire/endpoints/message-batch.js';
import type * as File from '${clust}lib/wire/endpoints/file-object.js';
import type * as Info from '${clust}lib/wire/endpoints/model-info.js';
import type { Catalogue } from '${clust}lib/models/catalogue.js';
${hasAi ? "import type { anthropic } from '@ai-sdk/anthropic';" : ''}
`;

/** Compiles the given types with the packages of the folder. Returns a checker, and a function that finds a type by its name. */
export function readTypes({ folder, root, types, hasAi }) {
  const file = `${folder}/compared.ts`;
  const lines = Object.entries(types).map(([name, type]) => `export type ${name} = ${type};`);
  writeFileSync(file, `${imports(root, hasAi)}${lines.join('\n')}\n`);
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const problems = program
    .getSemanticDiagnostics(source)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  if (problems.length > 0) throw new Error(`The types to compare do not compile:\n${problems.join('\n')}`);
  const exported = new Map(
    checker.getExportsOfModule(checker.getSymbolAtLocation(source)).map((one) => [one.name, one]),
  );
  return { checker, typeOf: (name) => checker.getDeclaredTypeOfSymbol(exported.get(name)) };
}

export function members(type) {
  return type.isUnion() ? type.types : [type];
}

/** The names in a type: the members of a union of strings, the fields of an object, or the `type` of each member of a union. */
export function namesOf(checker, type, reader) {
  const strings = (one) => members(one).flatMap((each) => (each.isStringLiteral() ? [each.value] : []));
  if (reader === 'strings') return new Set(strings(type));
  if (reader === 'fields') return new Set(checker.getPropertiesOfType(type).map(({ name }) => name));
  return new Set(
    members(type).flatMap((one) => {
      const property = one.getProperty('type');
      return property ? strings(checker.getTypeOfSymbol(property)) : [];
    }),
  );
}
