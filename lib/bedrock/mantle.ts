import { bodyOf, refuseOtherPaths, refuseProblems } from '../client/platform-call.js';
import { lackingProblems } from '../endpoints/platform/lacking-problems.js';
import type { Platform } from '../transport/platform.js';
import type { AwsClock } from './aws-identity.js';
import { awsPlatform } from './aws-platform.js';
import { mantleLacks } from './lacks.js';
import { mantleModelId } from './model-ids.js';

/** The endpoint of Bedrock that takes the requests of the Claude API, below `/anthropic`. */
export function mantle(clock: AwsClock): Platform {
  return awsPlatform(clock, {
    name: 'Amazon Bedrock',
    requestId: 'x-amzn-requestid',
    adapt(call) {
      refuseProblems(lackingProblems(call, mantleLacks));
      refuseOtherPaths('Amazon Bedrock', call.path);
      const body = bodyOf(call);
      return { ...call, json: { ...body, model: mantleModelId(String(body.model)) } };
    },
  });
}
