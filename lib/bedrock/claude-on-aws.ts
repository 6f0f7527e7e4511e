import { refuseProblems } from '../client/platform-call.js';
import { lackingProblems } from '../endpoints/platform/lacking-problems.js';
import type { Platform } from '../transport/platform.js';
import type { AwsClock } from './aws-identity.js';
import { awsPlatform } from './aws-platform.js';
import { awsLacks } from './lacks.js';

/** The Claude API with the authentication of AWS. It needs one more header. */
export function claudeOnAws(clock: AwsClock, workspace: string): Platform {
  return awsPlatform(clock, {
    name: 'the Claude Platform on AWS',
    requestId: 'request-id',
    adapt(call) {
      refuseProblems(lackingProblems(call, awsLacks));
      call.headers.set('anthropic-workspace-id', workspace);
      return call;
    },
  });
}
