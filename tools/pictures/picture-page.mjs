import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ width: number, height: number, points: Uint8Array }} Picture three bytes a point: red, green, blue
 * @typedef {{ words: string, ink: number[] }} Likeness what a page says, as a digest, and how dark each part
 *   of it is: programs draw the same page a little differently
 */

const launcher = fileURLToPath(new URL('../../bin/yibao.js', import.meta.url));
const day = new URL('./on-the-day.mjs', import.meta.url).href;
const DOTS_PER_INCH = '90';
/** Parts across and down. */
const PARTS = [12, 17];
const EDGE = [0x8c, 0x95, 0x9f];

/**
 * Prints a checklist as the built program does and takes a picture of its first page, with poppler.
 * @param {string[]} argv the procedure and its answers
 * @returns {{ picture: Picture, likeness: Likeness }}
 */
export function picturePage(argv) {
  const folder = mkdtempSync(join(tmpdir(), 'yibao-page-'));
  try {
    const pdf = join(folder, 'page.pdf');
    const env = { ...process.env, XDG_STATE_HOME: folder };
    const command = ['--import', day, launcher, ...argv, '--no-input', '-o', pdf];
    execFileSync(process.execPath, command, { env, stdio: 'pipe' });
    const first = ['-f', '1', '-l', '1', pdf];
    execFileSync('pdftoppm', ['-r', DOTS_PER_INCH, '-singlefile', ...first, join(folder, 'page')]);
    const picture = readPpm(readFileSync(join(folder, 'page.ppm')));
    const text = execFileSync('pdftotext', ['-enc', 'UTF-8', ...first, '-'], { encoding: 'utf8' });
    const words = createHash('sha256').update(text.replace(/\s/g, '')).digest('hex');
    return { picture: withEdge(picture), likeness: { words, ink: measureInk(picture) } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * P6, width and height, the highest value, then the points.
 * @param {Buffer} file
 * @returns {Picture}
 */
function readPpm(file) {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('pdftoppm wrote another kind of picture');
  return { width: Number(head[1]), height: Number(head[2]), points: file.subarray(head[0].length) };
}

/**
 * A thin line around the paper, so that white paper is seen on a white page.
 * @param {Picture} picture
 * @returns {Picture}
 */
function withEdge({ width, height, points }) {
  const edged = Uint8Array.from(points);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += y === 0 || y === height - 1 ? 1 : width - 1) {
      edged.set(EDGE, 3 * (y * width + x));
    }
  }
  return { width, height, points: edged };
}

/**
 * How much of each part is not white, in thousandths.
 * @param {Picture} picture
 */
function measureInk({ width, height, points }) {
  const [across = 1, down = 1] = PARTS;
  const sums = Array.from({ length: across * down }, () => 0);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y * down) / height) * across;
    for (let x = 0; x < width; x += 1) {
      const part = row + Math.floor((x * across) / width);
      sums[part] = (sums[part] ?? 0) + 255 - (points[3 * (y * width + x) + 1] ?? 255);
    }
  }
  const whole = (255 * width * height) / (across * down);
  return sums.map((sum) => Math.round((1000 * sum) / whole));
}
