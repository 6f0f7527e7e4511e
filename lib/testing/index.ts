// The public exports of `clust/testing`: helpers for the tests of an application.

export { type AnswerBlock, type AnsweredToolUse, type AnswerOptions, answer } from './answer.js';
export { type AnswerEvents, events } from './events.js';
export { type FakeFetch, type FakeRequest, fakeFetch } from './fake-fetch.js';
export { type ConditionalReply, MockClient, mockClient, type RecordedRequest } from './mock-client.js';
export { type RecordedOptions, recorded } from './recorded.js';
export { type FailureReply, failure, type Reply } from './reply.js';
export { type Cut, cut, type ScriptStep, type Stall, type StreamScript, stall } from './script.js';
