import { readFileSync } from 'node:fs';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { drawRecording } from '../../tools/pictures/draw-recording.mjs';

const run = (text: string, column: number, look = '') => ({ text, column, columns: stringWidth(text), look });

const drawn = drawRecording({
  columns: 10,
  title: '两问',
  story: '甲 < 乙',
  frames: [
    { rows: [[run('1.', 2), run('大人', 5, 'b6')], []], hold: 1000 },
    { rows: [[run('1.', 2), run('大人', 5, 'b6')], [run('好', 0, 'd')]], hold: 3000 },
  ],
});

test('a row that stays is drawn once, each run at its own column and as wide as its columns', () =>
  expect(drawn.match(/<g id.*/g)).toEqual([
    '<g id="r0"><text x="18" textLength="18">1.</text><text x="45" textLength="36" class="b cyan">大人</text></g>',
    '<g id="r1"><text x="0" textLength="18" class="dim">好</text></g>',
  ]));

test('the frames stand under each other, and the window steps along them in their time', () => {
  expect(drawn.match(/<use .*/g)).toEqual([
    '<use href="#r0" y="16"/>',
    '<use href="#r0" y="58"/><use href="#r1" y="79"/>',
  ]);
  expect(drawn.match(/.*animation.*|@keyframes.*/g)).toEqual([
    '.film{animation:film 4s step-end infinite}',
    '@keyframes film{0%{transform:translateY(0px)}25%{transform:translateY(-42px)}}',
    '@media (prefers-reduced-motion:reduce){.film{animation:none}}',
  ]);
});

test('who cannot see it is told what it shows', () =>
  expect(drawn).toMatch(/<title>两问<\/title>\n<desc>甲 &lt; 乙<\/desc>/));

test('in the one of the README no run mixes wide letters and narrow ones, so that no font can shift one', () => {
  const recording = readFileSync(new URL('../../docs/interview.svg', import.meta.url), 'utf8');
  const runs = Array.from(
    recording.matchAll(/textLength="(\d+)"[^>]*>([^<]*)</g),
    ([, length, text = '']) => {
      const letters = text.replace(/&\w+;/g, '&').length;
      return { text, columns: Number(length) / letters };
    },
  );
  expect(runs.length).toBeGreaterThan(100);
  expect(runs.filter(({ columns }) => columns !== 9 && columns !== 18)).toEqual([]);
});
