import { box, label, picture } from './svg.mjs';
import { expressible } from './table.mjs';

const WIDTH = 860;
const COLUMN = 270;
const GAP = 25;

/** The picture with the three most important figures, as bar charts. */
export function figuresPicture({ failures, stream }) {
  const { requests, sent, cuts, detected } = failures;
  const endings = Object.keys(Object.values(detected)[0]).length;
  const answers = cuts * endings;
  const detectedOf = (reader) => Object.values(detected[reader]).reduce((sum, count) => sum + count, 0);
  const toolTime = (reader) => stream.tool[reader].at(-1);
  const charts = [
    {
      title: `${requests} wrong requests`,
      subtitle: 'refused before the network',
      bars: Object.entries(sent).map(([name, counts]) => [
        name,
        counts.refused / expressible(counts),
        `${counts.refused} of ${expressible(counts)}`,
      ]),
    },
    {
      title: `${answers} cut answers`,
      subtitle: 'make the loop over the text throw',
      bars: [
        ['clust', detectedOf('clust, `textStream()`')],
        ['official SDK', detectedOf('official SDK, `create({stream: true})`')],
        ['ai', detectedOf('ai, `streamText().textStream`')],
      ].map(([name, count]) => [name, count, `${count} of ${answers}`]),
    },
    {
      title: `${stream.sizes.at(-1) / 1000} kB of tool input`,
      subtitle: 'CPU time, parsed while it streams',
      bars: [
        ['clust', toolTime('clust, `toolInputStream()`')],
        ['official SDK', toolTime('official SDK, `stream().on("inputJson")`')],
        ['ai', toolTime('ai, `streamText()` with `parsePartialJson()`')],
      ].map(([name, time]) => [
        name,
        time,
        time < 1000 ? `${time.toFixed(0)} ms` : `${(time / 1000).toFixed(0)} s`,
      ]),
    },
  ];
  const sentences = charts.map(
    ({ title, subtitle, bars }) =>
      `${title}, ${subtitle}: ${bars.map(([name, , value]) => `${name} ${value}`).join(', ')}`,
  );
  const title = sentences.join('. ');
  return { title, draw: (theme) => draw(theme, charts, title) };
}

function draw(theme, charts, title) {
  const body = charts.flatMap((chart, column) => {
    const x = column * (COLUMN + GAP);
    const greatest = Math.max(...chart.bars.map(([, size]) => size));
    return [
      label({ x, y: 20, size: 17, weight: 600, fill: theme.text, text: chart.title }),
      label({ x, y: 40, size: 13, fill: theme.dim, text: chart.subtitle }),
      ...chart.bars.flatMap(([name, size, value], row) => {
        const y = 56 + row * 30;
        const fill = name === 'clust' ? theme.bar : theme.peer;
        const length = Math.max(3, (size / greatest) * (COLUMN - 165));
        return [
          label({
            x,
            y: y + 15,
            size: 13,
            weight: name === 'clust' ? 600 : 400,
            fill: theme.text,
            text: name,
          }),
          box({ x: x + 90, y, width: length, height: 20, fill, radius: 3 }),
          label({ x: x + 90 + Math.round(length) + 7, y: y + 15, size: 13, fill: theme.text, text: value }),
        ];
      }),
    ];
  });
  return picture({ width: WIDTH, height: 146, title, body });
}
