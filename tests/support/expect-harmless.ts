import { expect } from 'vitest';
import type { MeasuredRun } from './run-measured.ts';

/** What a run may take. Twice the seconds that are promised: other machines are slower, and share. */
export interface Limits {
  readonly seconds?: number;
  readonly megabytes?: number;
}

/** Later Nodes give new objects more room from the start. */
const MEGABYTES = process.versions.node.startsWith('20.') ? 200 : 250;

/** Nothing that acts on a terminal may be printed, however it got into a file. CSV ends its lines with CR LF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be there
const ACTS = /(?!\r?\n)[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** The run ended by itself, with a documented exit code, in time, and said nothing that could do harm. */
export function expectHarmless(run: MeasuredRun, { seconds = 4, megabytes = MEGABYTES }: Limits = {}): void {
  const { code, stdout, stderr } = run;
  expect([0, 2, 3, 4], stderr.slice(0, 500)).toContain(code);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(stdout.match(ACTS)?.[0]).toBeUndefined();
  expect(stderr.match(ACTS)?.[0]).toBeUndefined();
  expect(run.seconds).toBeLessThan(seconds);
  expect(run.megabytes).toBeLessThan(megabytes);
}
