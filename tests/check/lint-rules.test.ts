import { expect, test } from 'vitest';
import { tellOfFiles } from '../support/check-files.ts';
import { toyFiles } from '../support/toy-flows.ts';
import { LINT_BREAKERS } from './lint-breakers.ts';

const usual = new Set(tellOfFiles(toyFiles()));

const breakers = LINT_BREAKERS.map(([code, edits, told, date]) => ({ code, edits, told, date }));

test.each(breakers)('$code is told at its place', ({ code, edits, told, date }) => {
  const lines = tellOfFiles(toyFiles(...edits), date).filter((line) => !usual.has(line));
  expect(lines.filter((line) => line.startsWith(`${code} `))).toEqual(told);
});

test('a rule of age sleeps until its day', () => {
  for (const date of ['2026-12-31', '2027-01-01', '2026-06-30']) {
    const codes = tellOfFiles(toyFiles(), date).map((line) => line.split(' ')[0]);
    expect(codes.includes('review-overdue')).toBe(date > '2026-12-31');
    expect(codes.includes('seen-long-ago')).toBe(false);
    expect(codes.includes('item-expired')).toBe(date > '2026-06-30');
  }
});
