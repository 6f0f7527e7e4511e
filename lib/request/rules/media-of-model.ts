import { isPdf } from '../draft/parts.js';
import type { Rule } from './rule.js';

/**
 * A model may not support images or PDF.
 *
 * @source https://platform.claude.com/docs/en/about-claude/models/overview
 * @fix Choose a model that does, or send text.
 * @runtime Every model of the catalog accepts images; only your own definitions can exclude them.
 */
export const mediaOfModel: Rule = {
  id: 'media-of-model',
  check({ parts, spec }, refuse) {
    for (const { block, path } of parts) {
      if (block.type === 'image' && spec?.imageInput === false) refuse(path, sentence(spec.id, 'images'));
      if (isPdf(block) && spec?.pdfInput === false) refuse(path, sentence(spec.id, 'PDF'));
    }
  },
};

const sentence = (id: string, what: string) => `${id} takes no ${what}: send text`;
