import { describe, expect, test } from '@jest/globals';
import { awsLacks, mantleLacks, runtimeLacks } from '../../lib/bedrock/lacks.js';
import { foundryLacks } from '../../lib/foundry/lacks.js';
import { vertexLacks } from '../../lib/vertex/lacks.js';
import { documents } from '../support/documents.js';

/** The features in each row of the table. */
const features: Readonly<Record<string, readonly string[]>> = {
  'messages, streams, tools, structured outputs': [],
  '`countTokens`': ['countTokens'],
  '`batches`': ['batches'],
  '`models`': ['models'],
  '`files`': ['files'],
  'containers, skills, code execution': ['container', 'codeExecution'],
  'MCP connector': ['mcpServers'],
  'web search': ['webSearch', 'newWebSearch'],
  'web fetch': ['webFetch'],
  advisor: ['advisor'],
  'message threads': ['thread'],
  '`fallbacks`': ['fallbacks'],
  '`inference_geo`': ['inferenceGeo'],
  "`speed: 'fast'`": ['speed'],
  'cache diagnostics': ['diagnostics'],
  'task budgets': ['taskBudget'],
  'images and documents by URL': ['urlSources'],
  'system messages between the turns': ['systemTurns'],
  'tools added and removed between the turns': ['toolChanges'],
};

const page = documents().find(({ path }) => path === 'docs/platforms.md')?.markdown ?? '';
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && /\b(yes|no)\b/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** The expected cell: the features are available, missing, on one endpoint only, or in one version only. */
function cellOf(list: readonly string[], ...lacks: readonly object[]): RegExp {
  const lacking = lacks.filter((each) => list.some((feature) => Object.hasOwn(each, feature)));
  if (lacking.length === 0) return /^(yes|some models)$/;
  if (lacking.length < lacks.length) return /^mantle$/;
  return list.includes('newWebSearch') && !Object.hasOwn(lacks[0] ?? {}, 'webSearch')
    ? /^`web_search_20250305`$/
    : /^no$/;
}

describe('the table of docs/platforms.md', () => {
  test('has a row for every feature that a platform lacks', () => {
    expect(rows.map(([, name]) => name)).toEqual(Object.keys(features));
    const named = new Set(Object.values(features).flat());
    for (const lacks of [mantleLacks, runtimeLacks, vertexLacks, foundryLacks, awsLacks])
      for (const feature of Object.keys(lacks))
        if (!['model', 'automaticCache', 'forcedTool', 'sizes'].includes(feature))
          expect(named).toContain(feature);
  });

  test.each(rows)(
    'matches the features that the clients reject:%s %s',
    (_, name = '', api, aws, bedrock, vertex, foundry) => {
      const list = features[name] ?? [];
      expect(api).toBe('yes');
      expect(aws).toMatch(cellOf(list, awsLacks));
      expect(bedrock).toMatch(cellOf(list, mantleLacks, runtimeLacks));
      expect(vertex).toMatch(cellOf(list, vertexLacks));
      expect(foundry).toMatch(cellOf(list, foundryLacks));
    },
  );
});
