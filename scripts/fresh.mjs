// What the newest official SDK knows and clust does not, and the other way round: `npm run fresh [-- --json]`.
//
// Installs the newest @anthropic-ai/sdk into a scratch folder and compares names, list by list. Ends with 1 when
// a name is missing here. What only clust has is printed, and is no failure: retired models and sampling are among it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}.cache/fresh`;
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/package.json`, '{"private":true,"type":"module"}');
execFileSync(
  'npm',
  ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '@anthropic-ai/sdk@latest'],
  { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
);
const sdk = `${folder}/node_modules/@anthropic-ai/sdk`;
const { version } = JSON.parse(readFileSync(`${sdk}/package.json`, 'utf8'));

/** Each list: what it is called, how a name is read from a type, the official type, and ours. */
const lists = [
  ['models', 'strings', 'Api.Messages.Model', 'keyof Catalogue'],
  ['betas', 'strings', 'Api.Beta.AnthropicBeta', 'Clust.AnthropicBeta'],
  ['stop reasons', 'strings', 'Api.Beta.BetaStopReason', 'Clust.StopReason'],
  ['error types', 'strings', 'ErrorType', 'Clust.ApiErrorType'],
  ['request fields', 'fields', 'Api.Beta.MessageCreateParamsNonStreaming', 'Clust.MessagesRequestBody'],
  ['content blocks', 'types', 'Api.Beta.BetaContentBlock', 'Clust.ContentBlock'],
  ['tools', 'types', 'Api.Beta.BetaToolUnion', 'Clust.ToolParam'],
  ['events', 'types', 'Api.Beta.BetaRawMessageStreamEvent', 'Clust.MessageStreamEvent'],
];
/** Names that are none of the Messages API, and are not reported: of headers, and of the SDK's other products. */
const elsewhere = new Set([
  ...['betas', 'user_profile_id', 'workspace_id'],
  ...['memory_path_conflict_error', 'memory_precondition_failed_error'],
  'admin-user-sign-out-2026-10-08',
  'agent-memory-2026-07-22',
  'analytics-usage-cost-2026-08-24',
  'ce-claude-code-managed-settings-2026-10-06',
  'ce-plugins-2026-09-01',
  'ce-user-management-2026-07-13',
  'dreaming-2026-04-21',
  'efs-2026-10-01',
  'experimental-claude-tag-2026-10-21',
  'google-managed-data-controls-2026-09-01',
  'managed-agents-2026-04-01',
  'mcp-tunnels-2026-06-22',
  'spend-limit-reads-2026-09-26',
  'telemetry-destinations-2026-08-11',
  'user-profiles-2026-03-24',
  'webhooks-2026-10-07',
]);

const file = `${folder}/compared.ts`;
writeFileSync(
  file,
  `import type * as Messages from '@anthropic-ai/sdk/resources/messages/messages';
import type * as BetaMessages from '@anthropic-ai/sdk/resources/beta/messages/messages';
import type { AnthropicBeta } from '@anthropic-ai/sdk/resources/beta/beta';
import type { ErrorType } from '@anthropic-ai/sdk/resources/shared';
import type * as Clust from '../../lib/index.js';
import type { Catalogue } from '../../lib/models/catalogue.js';
${lists
  .map(([, , official, ours], index) => {
    const theirs = official
      .replace('Api.Messages.', 'Messages.')
      .replace('Api.Beta.AnthropicBeta', 'AnthropicBeta')
      .replace('Api.Beta.', 'BetaMessages.');
    return `export type Official${index} = ${theirs};\nexport type Ours${index} = ${ours};`;
  })
  .join('\n')}
`,
);
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
if (problems.length > 0) throw new Error(`The types to compare have moved:\n${problems.join('\n')}`);
const exported = new Map(
  checker.getExportsOfModule(checker.getSymbolAtLocation(source)).map((one) => [one.name, one]),
);

const readers = {
  strings: (type) => members(type).flatMap((one) => (one.isStringLiteral() ? [one.value] : [])),
  fields: (type) => checker.getPropertiesOfType(type).map(({ name }) => name),
  types: (type) =>
    members(type).flatMap((one) => {
      const property = one.getProperty('type');
      return property ? readers.strings(checker.getTypeOfSymbol(property)) : [];
    }),
};

function members(type) {
  return type.isUnion() ? type.types : [type];
}

function namesOf(name, reader) {
  return new Set(readers[reader](checker.getDeclaredTypeOfSymbol(exported.get(name))));
}

const report = lists.map(([list, reader], index) => {
  const [official, ours] = [namesOf(`Official${index}`, reader), namesOf(`Ours${index}`, reader)];
  if (official.size === 0 || ours.size === 0)
    throw new Error(`The list of ${list} is empty: its type has changed`);
  return {
    list,
    missing: [...official].filter((name) => !ours.has(name) && !elsewhere.has(name)).sort(),
    onlyOurs: [...ours].filter((name) => !official.has(name)).sort(),
  };
});
const differs = report.some(({ missing }) => missing.length > 0);
if (process.argv.includes('--json')) console.log(JSON.stringify({ sdk: version, lists: report }, null, 2));
else {
  console.log(`@anthropic-ai/sdk ${version}`);
  for (const { list, missing, onlyOurs } of report) {
    console.log(`${list}: ${missing.length} missing here, ${onlyOurs.length} only here`);
    for (const name of missing) console.log(`  + ${name}`);
    for (const name of onlyOurs) console.log(`  - ${name}`);
  }
}
process.exitCode = differs ? 1 : 0;
