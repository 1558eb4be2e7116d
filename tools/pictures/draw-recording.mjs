/** @import { Frame, Run } from './play-in-terminal.mjs' */

const COLUMN = 9;
const LINE = 21;
const FONT = 16;
const MARGIN = 18;
/** The letters' baseline, below the top of their line. */
const BASELINE = 16;

/** Light on dark whatever the page around it; each at least 7 : 1 on the background. */
const INK = { plain: '#e6edf3', dim: '#9da7b3', green: '#7ee787', yellow: '#f2cc60', cyan: '#76e3ea' };
const PAPER = '#0d1117';
const EDGE = '#6e7681';
/** The colours of the theme, by the number that a terminal gives them. */
const COLOURS = new Map([
  ['2', 'green'],
  ['3', 'yellow'],
  ['6', 'cyan'],
]);

/**
 * Draws frames as one SVG that plays them in a loop. They stand under each other like a strip of film and
 * the window steps along it; where nothing moves, the first one shows. Each run of letters is put at its
 * own column and given its width, so that a viewer's font cannot shift what follows.
 * @param {{ frames: Frame[], columns: number, title: string, story: string }} recording
 * @returns {string}
 */
export function drawRecording({ frames, columns, title, story }) {
  const height = Math.max(...frames.map(({ rows }) => rows.length)) * LINE;
  const width = columns * COLUMN;
  /** @type {Map<string, string>} what a row holds, and its id: most rows stay from frame to frame */
  const known = new Map();
  const strip = frames.map((frame, index) => drawFrame(frame, index * height, known));
  const rows = Array.from(known, ([drawn, id]) => `<g id="${id}">${drawn}</g>`);
  const outer = { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="zh-CN" width="${outer.width}" height="${outer.height}" viewBox="0 0 ${outer.width} ${outer.height}" role="img">
<title>${escapeText(title)}</title>
<desc>${escapeText(story)}</desc>
<style>
${writeStyle(frames, height)}
</style>
<defs>
<clipPath id="window"><rect width="${width}" height="${height}"/></clipPath>
${rows.join('\n')}
</defs>
<rect x="0.5" y="0.5" width="${outer.width - 1}" height="${outer.height - 1}" rx="8" fill="${PAPER}" stroke="${EDGE}"/>
<g transform="translate(${MARGIN} ${MARGIN})" clip-path="url(#window)">
<g class="film">
${strip.join('\n')}
</g>
</g>
</svg>
`;
}

/**
 * @param {Frame[]} frames
 * @param {number} height
 */
function writeStyle(frames, height) {
  const whole = frames.reduce((sum, { hold }) => sum + hold, 0);
  let passed = 0;
  const steps = frames.map(({ hold }, index) => {
    const share = Number(((100 * passed) / whole).toFixed(3));
    passed += hold;
    return `${share}%{transform:translateY(${-index * height}px)}`;
  });
  return [
    `text{font:${FONT}px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK SC','PingFang SC','Microsoft YaHei',monospace;fill:${INK.plain};white-space:pre}`,
    '.b{font-weight:bold}',
    ...Object.entries(INK)
      .slice(1)
      .map(([name, colour]) => `.${name}{fill:${colour}}`),
    `.film{animation:film ${whole / 1000}s step-end infinite}`,
    `@keyframes film{${steps.join('')}}`,
    '@media (prefers-reduced-motion:reduce){.film{animation:none}}',
  ].join('\n');
}

/**
 * @param {Frame} frame
 * @param {number} top
 * @param {Map<string, string>} known
 */
function drawFrame({ rows }, top, known) {
  return rows
    .map((runs, row) => {
      if (runs.length === 0) return '';
      const drawn = runs.map(drawRun).join('');
      const id = known.get(drawn) ?? `r${known.size}`;
      known.set(drawn, id);
      return `<use href="#${id}" y="${top + row * LINE + BASELINE}"/>`;
    })
    .join('');
}

/** @param {Run} run */
function drawRun({ text, column, columns, look }) {
  const colour = COLOURS.get(look.replace(/\D/g, '')) ?? (look.includes('d') ? 'dim' : '');
  const classes = [look.includes('b') ? 'b' : '', colour].filter(Boolean).join(' ');
  const kind = classes === '' ? '' : ` class="${classes}"`;
  return `<text x="${column * COLUMN}" textLength="${columns * COLUMN}"${kind}>${escapeText(text)}</text>`;
}

/** @param {string} text */
function escapeText(text) {
  return text.replace(/[&<>]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[letter] ?? letter);
}
