import type { OwnDefinition } from '../../models/defined-model.js';
import { effortLevels, type LifecycleStage, thinkingTypes } from '../../models/model-spec.js';
import type { Capability, ModelCapabilities, ModelInfo } from '../../wire/endpoints/model-info.js';

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Converts the answer of `GET /v1/models` to the fields of a definition. Fields that it leaves out are left out. */
export function traitsOf(info: ModelInfo): Partial<OwnDefinition> {
  const traits: Writable<Partial<OwnDefinition>> = {
    ...limitsOf(info),
    ...capabilitiesOf(info.capabilities ?? {}),
  };
  if (typeof info.display_name === 'string') traits.displayName = info.display_name;
  const line = lines.find((known) => known === info.line);
  if (line) traits.line = line;
  const stage = stages.find((known) => known === info.lifecycle);
  if (stage) {
    traits.lifecycle = {
      stage,
      released: dayOf(info.created_at),
      deprecatedAt: dayOf(info.deprecated_at),
      retiresAt: dayOf(info.retires_at),
      notBefore: null,
    };
  }
  return traits;
}

const lines = ['opus', 'sonnet', 'haiku', 'fable', 'mythos'] as const;
const stages: readonly LifecycleStage[] = ['active', 'deprecated', 'retired'];

function limitsOf({ max_tokens, max_input_tokens }: ModelInfo): Partial<OwnDefinition> {
  return {
    ...(max_tokens != null && { maxOutputTokens: max_tokens }),
    // The API has no field for the context window, which equals the longest prompt.
    ...(max_input_tokens != null && { contextWindow: max_input_tokens }),
  };
}

function capabilitiesOf({
  thinking,
  effort,
  structured_outputs,
  image_input,
  pdf_input,
}: Partial<ModelCapabilities>): Partial<OwnDefinition> {
  const isSupported = (capability: Capability | null | undefined) => capability?.supported === true;
  return {
    ...(thinking && {
      thinking: thinkingTypes.filter((type) => thinking.supported && isSupported(thinking.types?.[type])),
    }),
    ...(effort && { effort: effortLevels.filter((level) => effort.supported && isSupported(effort[level])) }),
    ...(structured_outputs && { structuredOutputs: structured_outputs.supported }),
    ...(image_input && { imageInput: image_input.supported }),
    ...(pdf_input && { pdfInput: pdf_input.supported }),
  };
}

/** The date of a timestamp; `null` for none, and for the epoch, which means an unknown date. */
function dayOf(timestamp: string | null | undefined): string | null {
  const day = timestamp?.slice(0, 10);
  return day === undefined || day === '1970-01-01' ? null : day;
}
