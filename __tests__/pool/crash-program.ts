// Asks questions through a pool with a journal, until all are answered or the program is killed:
//
//     node program.mjs <server> <journal> <questions> <concurrency>
//
// It prints the text of the answers, in the order of the questions.
import { ApiKey, ClientBuilder, MessagesRequestBuilder, pool } from 'clust';
import { fileJournal } from 'clust/node';

const [server = '', journal = '', questions, concurrency] = process.argv.slice(2);
const client = ClientBuilder.create().apiKey(ApiKey.of('test')).baseUrl(server).build();
const preset = MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(64);

const calls = pool(client, { concurrency: Number(concurrency), journal: fileJournal(journal) });
const results = await calls.map(
  Array.from({ length: Number(questions) }, (_, index) => index),
  (index) => preset.user(`${index}`).build(),
);
process.stdout.write(
  JSON.stringify(results.map((result) => (result.ok ? result.message.text : String(result.error)))),
);
