/** The colors of the pictures, for the backgrounds of GitHub and of the site. */
export const themes = {
  light: {
    panel: '#f6f8fa',
    border: '#d0d7de',
    text: '#1f2328',
    dim: '#59636e',
    keyword: '#cf222e',
    string: '#0a3069',
    number: '#0550ae',
    call: '#6639ba',
    error: '#cf222e',
    errorPanel: '#fff1f0',
    good: '#1a7f37',
    bar: '#1a7f37',
    peer: '#afb8c1',
  },
  dark: {
    panel: '#161b22',
    border: '#30363d',
    text: '#e6edf3',
    dim: '#9198a1',
    keyword: '#ff7b72',
    string: '#a5d6ff',
    number: '#79c0ff',
    call: '#d2a8ff',
    error: '#ff7b72',
    errorPanel: '#2d1618',
    good: '#3fb950',
    bar: '#3fb950',
    peer: '#57606a',
  },
};

export const escapeXml = (text) =>
  text.replace(/[&<>"]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[each]);

const MONO = "ui-monospace, SFMono-Regular, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace";
const SANS = "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif";

/** A whole picture. Screen readers read the title. */
export function picture({ width, height, title, body }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escapeXml(title)}</title>
${body.join('\n')}
</svg>
`;
}

/** A line of code in parts, each with its color. `advance` is the width of a character, whatever the font. */
export function codeLine({ x, y, size, advance, parts, weight = 400 }) {
  const text = parts.map(([part]) => part).join('');
  const spans = parts.map(([part, fill]) => `<tspan fill="${fill}">${escapeXml(part)}</tspan>`).join('');
  return `<text x="${x}" y="${y}" font-family="${MONO}" font-size="${size}" font-weight="${weight}" xml:space="preserve" textLength="${round(text.length * advance)}" lengthAdjust="spacingAndGlyphs">${spans}</text>`;
}

export function label({ x, y, size, fill, text, weight = 400, anchor = 'start' }) {
  return `<text x="${x}" y="${y}" font-family="${SANS}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
}

export function box({ x, y, width, height, fill, stroke, radius = 6 }) {
  const border = stroke === undefined ? '' : ` stroke="${stroke}"`;
  return `<rect x="${x}" y="${y}" width="${round(width)}" height="${height}" rx="${radius}" fill="${fill}"${border}/>`;
}

/** The wavy line with which editors underline an error. */
export function squiggle({ x, y, width, stroke }) {
  const waves = Math.round(width / 4);
  const path = Array.from({ length: waves }, (_, at) => `q 1 ${at % 2 ? 3 : -3} 2 0 t 2 0`).join(' ');
  return `<path d="M ${round(x)} ${y} ${path}" fill="none" stroke="${stroke}" stroke-width="1.4"/>`;
}

export const round = (number) => Math.round(number * 100) / 100;

/** Breaks a text at spaces into lines of at most `length` characters. */
export function wrap(text, length) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== '' && line.length + word.length + 1 > length) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
