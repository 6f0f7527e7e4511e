import { orders, summary, support } from '@acme/presets';
import { Client } from 'clust';

export const patient = support.maxTokens(4096).effort('high');
export const tracking = orders.toolChoice('auto').user('Where is my order A-17?');

// The compiler knows the settings of a preset from another package.
// @ts-expect-error claude-sonnet-5-5 does not take thinking of type disabled
support.thinking('disabled');

const client = Client.fromEnv();
const answer = await client.createMessage(patient.user('Where is the capital of France?').build());
console.log(answer.text);
console.log(JSON.stringify(summary(answer.text).build()));
