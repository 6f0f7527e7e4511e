import {
  bodyOf,
  refuseOtherPaths,
  refuseProblems,
  takeHeaders,
  versionFor,
} from '../client/platform-call.js';
import { lackingProblems } from '../endpoints/platform/lacking-problems.js';
import type { Platform } from '../transport/platform.js';
import type { AwsClock } from './aws-identity.js';
import { awsPlatform } from './aws-platform.js';
import { runtimeLacks } from './lacks.js';
import { type InferenceProfile, runtimeModelId } from './model-ids.js';

/**
 * The older endpoint of Bedrock, `InvokeModel`: the model is in the path, the version and the betas are in the body,
 * and a stream is an AWS event stream.
 */
export function runtime(clock: AwsClock, profile: InferenceProfile): Platform {
  return awsPlatform(clock, {
    name: 'Amazon Bedrock',
    requestId: 'x-amzn-requestid',
    adapt(call) {
      refuseProblems(lackingProblems(call, runtimeLacks));
      refuseOtherPaths('Amazon Bedrock', call.path);
      const { model, stream, ...body } = bodyOf(call);
      const { version, betas } = takeHeaders(call.headers);
      const id = runtimeModelId(String(model), profile);
      call.headers.set('accept', 'application/json');
      return {
        ...call,
        path: `/model/${encodeURIComponent(id).replaceAll('%3A', ':')}/${stream === true ? 'invoke-with-response-stream' : 'invoke'}`,
        json: {
          ...body,
          anthropic_version: versionFor(String(model), version, 'bedrock-2023-05-31'),
          ...(betas.length > 0 && { anthropic_beta: betas }),
        },
      };
    },
  });
}
