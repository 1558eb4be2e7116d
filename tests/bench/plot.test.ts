import { expect, test } from 'vitest';
import { drawPlot } from './plot.mjs';

const points = [
  { x: 10, y: 1 },
  { x: 100, y: 10 },
  { x: 1000, y: 100 },
];

test('linear growth is a straight line, on plain and on logarithmic axes', () => {
  for (const log of [false, true]) {
    const svg = drawPlot({ title: '图', xLabel: '行', log, series: [{ name: '时间', unit: '秒', points }] });
    const [a, b, c] = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }));
    const slope = (one = { x: 0, y: 0 }, other = { x: 0, y: 0 }) => (other.y - one.y) / (other.x - one.x);
    expect(slope(a, b)).toBeCloseTo(slope(b, c), 1);
  }
});
