import { load } from '../load.mjs';
import { diagnosticsOf } from './compiled.mjs';
import { box, codeLine, label, picture, round, squiggle, wrap } from './svg.mjs';

const WIDTH = 860;
const LINE = 22;
const SIZE = 14;
const ADVANCE = 8.43;
const SMALL = 12.5;
const SMALL_ADVANCE = 7.53;
const LEFT = 20;

const chain = (...steps) =>
  ["MessagesRequestBuilder.create('claude-opus-5-5')", ...steps.map((step) => `  .${step}`)].join('\n');
const refused = chain(
  'maxTokens(200_000)',
  'temperature(0.7)',
  "user('Where is the capital of France?')",
  'build();',
);
const accepted = chain('maxTokens(128_000)', "user('Where is the capital of France?')", 'build();');
const moduleOf = (code) => `import { MessagesRequestBuilder } from 'clust';\n${code}\n`;

/** The picture of a request that the compiler refuses and, below it, the corrected request and its JSON. */
export async function refusalPicture() {
  const [found, [unexpected]] = diagnosticsOf(moduleOf(refused), moduleOf(accepted));
  const problems = found.map((each) => ({ ...each, line: each.line - 1 }));
  if (problems.length !== 2) throw new Error(`expected two compile errors, not ${problems.length}`);
  if (unexpected !== undefined) throw new Error(`the accepted request is refused: ${unexpected.message}`);
  const { MessagesRequestBuilder } = await load(`export { MessagesRequestBuilder } from './lib/index.ts';`);
  const body = new Function('MessagesRequestBuilder', `return ${accepted}`)(MessagesRequestBuilder);
  const sentences = problems.map(({ message }) => sentenceIn(message));
  return {
    title: titleOf(sentences),
    draw: (theme) => draw(theme, problems, JSON.stringify(body), sentences),
  };
}

function titleOf(sentences) {
  return `A request that does not compile: ${sentences.join('; ')}. Below it, a corrected request that compiles.`;
}

function sentenceIn(message) {
  const [, sentence] = /'"(.*)"'\.$/.exec(message) ?? [];
  if (sentence === undefined) throw new Error(`the compiler message has no sentence: ${message}`);
  return sentence;
}

function draw(theme, problems, body, sentences) {
  const parts = [];
  let y = 0;
  const panel = (title, mark, color, drawLines) => {
    const top = y;
    y += 38;
    const lines = drawLines();
    y += 4;
    parts.push(
      box({
        x: 0.5,
        y: top + 0.5,
        width: WIDTH - 1,
        height: y - top,
        fill: theme.panel,
        stroke: theme.border,
        radius: 8,
      }),
      label({ x: LEFT, y: top + 24, size: 13, weight: 600, fill: color, text: `${mark} ${title}` }),
      ...lines,
    );
    y += 14;
  };

  panel('hello.ts does not compile', '✗', theme.error, () =>
    refused
      .split('\n')
      .flatMap((line, number) => [
        ...code(line, theme),
        ...problems
          .filter((problem) => problem.line === number)
          .flatMap((problem) => callout(problem, theme)),
      ]),
  );
  panel('hello.ts compiles, and clust sends this JSON', '✓', theme.good, () => [
    ...accepted.split('\n').flatMap((line) => code(line, theme)),
    ...sent(body, theme),
  ]);
  return picture({
    width: WIDTH,
    height: y - 12,
    title: titleOf(sentences),
    body: parts,
  });

  function code(line, { text, keyword, string, number, call }) {
    y += LINE;
    const colors = { word: text, keyword, string, number, call, other: text };
    return [
      codeLine({
        x: LEFT,
        y: y - 7,
        size: SIZE,
        advance: ADVANCE,
        parts: tokens(line).map(([kind, part]) => [part, colors[kind]]),
      }),
    ];
  }

  /** The compiler message below the line with the error, as editors show it. */
  function callout({ character, length, code: number, message }) {
    const wave = squiggle({
      x: LEFT + character * ADVANCE,
      y,
      width: length * ADVANCE,
      stroke: theme.error,
    });
    const lines = wrap(`TS${number}: ${message}`, 104);
    const top = y + 4;
    y = top + lines.length * 18 + 10;
    const sentence = sentenceIn(message);
    return [
      wave,
      box({
        x: LEFT,
        y: top,
        width: WIDTH - 2 * LEFT,
        height: y - top - 2,
        fill: theme.errorPanel,
        stroke: theme.error,
        radius: 4,
      }),
      ...highlighted(lines, sentence).map((spans, at) =>
        codeLine({
          x: LEFT + 10,
          y: top + 17 + at * 18,
          size: SMALL,
          advance: SMALL_ADVANCE,
          parts: spans.map(([part, isSentence]) => [part, isSentence ? theme.error : theme.dim]),
        }),
      ),
    ];
  }

  function sent(json) {
    const lines = wrap(json.replace(/,(?=")/g, ', '), 104);
    const top = y + 4;
    y = top + lines.length * 18 + 10;
    return [
      box({
        x: LEFT,
        y: top,
        width: WIDTH - 2 * LEFT,
        height: y - top - 2,
        fill: 'none',
        stroke: theme.border,
        radius: 4,
      }),
      ...lines.map((line, at) =>
        codeLine({
          x: LEFT + 10,
          y: round(top + 17 + at * 18),
          size: SMALL,
          advance: SMALL_ADVANCE,
          parts: [[line, theme.dim]],
        }),
      ),
    ];
  }
}

/** Splits the lines into parts, and marks the parts that belong to the sentence. The sentence can span several lines. */
function highlighted(lines, sentence) {
  const begin = lines.join(' ').indexOf(sentence);
  const end = begin + sentence.length;
  let at = 0;
  return lines.map((line) => {
    const [from, to] = [begin - at, end - at].map((place) => Math.min(Math.max(place, 0), line.length));
    at += line.length + 1;
    return [
      [line.slice(0, from), false],
      [line.slice(from, to), true],
      [line.slice(to), false],
    ].filter(([part]) => part !== '');
  });
}

const grammar =
  /(?<string>'[^']*')|(?<number>[\d._]*\d[\d_]*)|(?<call>(?<=\.)\w+(?=\())|(?<word>\w+)|(?<other>[^\w']+)/g;

function tokens(line) {
  return [...line.matchAll(grammar)].map(({ 0: part, groups }) => [
    Object.keys(groups).find((kind) => groups[kind] !== undefined),
    part,
  ]);
}
