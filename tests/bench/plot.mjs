/**
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ name: string, unit: string, points: readonly Point[] }} Series
 * @typedef {{ title: string, xLabel: string, series: readonly Series[], log?: boolean }} Plot
 */

const WIDTH = 640;
const HEIGHT = 360;
const BOX = { left: 70, right: 570, top: 50, bottom: 300 };
const COLOURS = ['#1f5fa8', '#b4462e'];

/**
 * One or two lines over the same steps, each with its own scale, from zero. With `log` both axes grow by
 * powers of ten, so that a straight line at 45 degrees is linear growth.
 * @param {Plot} plot
 * @returns {string} an SVG document
 */
export function drawPlot({ title, xLabel, series, log = false }) {
  const xs = series.flatMap(({ points }) => points.map(({ x }) => x));
  const across = scale(xs, BOX.left, BOX.right, log);
  const parts = series.map((one, at) => drawSeries(one, at, across, log));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">
<title>${title}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
${text(WIDTH / 2, 26, title, 'middle', '#222222', 16)}
<path d="M${BOX.left} ${BOX.top}V${BOX.bottom}H${BOX.right}" fill="none" stroke="#888888"/>
${across.ticks.map((x) => drawTick(across.place(x), x)).join('\n')}
${text(WIDTH / 2, HEIGHT - 18, xLabel, 'middle', '#222222')}
${parts.join('\n')}
</svg>
`;
}

/**
 * @param {Series} series
 * @param {number} at
 * @param {ReturnType<typeof scale>} across
 * @param {boolean} log
 */
function drawSeries({ name, unit, points }, at, across, log) {
  const up = scale(
    points.map(({ y }) => y),
    BOX.bottom,
    BOX.top,
    log,
  );
  const colour = COLOURS[at] ?? '#222222';
  const [x, anchor] = at === 0 ? [BOX.left - 8, 'end'] : [BOX.right + 8, 'start'];
  const places = points.map((point) => `${round(across.place(point.x))} ${round(up.place(point.y))}`);
  return [
    `<path d="M${places.join('L')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...places.map((place) => {
      const [cx, cy] = place.split(' ');
      return `<circle cx="${cx}" cy="${cy}" r="3.5" fill="${colour}"/>`;
    }),
    ...up.ticks.map((y) => text(x, up.place(y) + 4, label(y), anchor, colour)),
    text(x, BOX.top - 12, `${name}（${unit}）`, at === 0 ? 'start' : 'end', colour),
  ].join('\n');
}

/**
 * @param {readonly number[]} values
 * @param {number} from
 * @param {number} to
 * @param {boolean} log
 */
function scale(values, from, to, log) {
  const greatest = Math.max(...values);
  if (log) {
    const low = Math.floor(Math.log10(Math.min(...values)));
    const high = Math.max(low + 1, Math.ceil(Math.log10(greatest)));
    const ticks = Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step));
    const place = (/** @type {number} */ value) =>
      from + ((Math.log10(value) - low) / (high - low)) * (to - from);
    return { ticks, place };
  }
  const step = niceStep(greatest / 4);
  const top = Math.ceil(greatest / step) * step;
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step);
  return { ticks, place: (/** @type {number} */ value) => from + (value / top) * (to - from) };
}

/** 1, 2 or 5 times a power of ten. @param {number} least */
function niceStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((times) => times * power >= least) ?? 10);
}

/**
 * @param {number} x
 * @param {number} value
 */
function drawTick(x, value) {
  return `<path d="M${round(x)} ${BOX.bottom}v5" stroke="#888888"/>${text(x, BOX.bottom + 20, label(value), 'middle', '#222222')}`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} content
 * @param {string} anchor
 * @param {string} colour
 */
function text(x, y, content, anchor, colour, size = 13) {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${colour}" font-size="${size}">${content}</text>`;
}

/** @param {number} value */
function round(value) {
  return Number(value.toFixed(1));
}

/** @param {number} value */
function label(value) {
  return String(Number(value.toPrecision(3)));
}
