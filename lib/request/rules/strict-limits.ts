import { type RawSchema, visitSchema } from '../../schema/walk-schema.js';
import { constrainedSchemas } from '../draft/constrained-schemas.js';
import type { Rule } from './rule.js';

/**
 * A request has at most 20 strict tools. Their schemas and that of the output format have at most 24 optional
 * parameters in total, and at most 16 parameters with several types.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/structured-outputs#schema-complexity-limits
 * @fix Make parameters required, merge tools, or turn `strict` off where it matters least.
 * @runtime The limits apply to all tools together, most of which are created elsewhere.
 */
export const strictLimits: Rule = {
  id: 'strict-limits',
  check({ body }, refuse) {
    const tools = body.tools?.filter((tool) => 'strict' in tool && tool.strict === true).length ?? 0;
    let optional = 0;
    let unions = 0;
    for (const [root, path] of constrainedSchemas(body)) {
      visitSchema(root, path, (schema) => {
        for (const [name, property] of Object.entries(schema?.properties ?? {})) {
          if (!Array.isArray(schema.required) || !schema.required.includes(name)) optional += 1;
          if (isUnion(property)) unions += 1;
        }
      });
    }
    if (tools > 20) refuse('tools', sentence('20 strict tools', tools));
    if (optional > 24) refuse('tools', sentence('24 optional parameters in strict schemas', optional));
    if (unions > 16) refuse('tools', sentence('16 parameters of several types in strict schemas', unions));
  },
};

const isUnion = (schema: RawSchema | null) => Array.isArray(schema?.type) || Array.isArray(schema?.anyOf);
const sentence = (limit: string, count: number) => `a request takes at most ${limit}, not ${count}`;
