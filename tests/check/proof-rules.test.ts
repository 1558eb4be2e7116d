import { expect, test } from 'vitest';
import { tellOfFiles } from '../support/check-files.ts';
import { soundFiles } from '../support/sound-flow.ts';
import { PROOF_BREAKERS } from './proof-breakers.ts';

test('the sound flow has nothing to say against it', () => {
  expect(tellOfFiles(soundFiles())).toEqual([]);
});

const breakers = PROOF_BREAKERS.map(([code, edits, told]) => ({ code, edits, told }));

test.each(breakers)('$code is told at its place', ({ edits, told }) => {
  expect(tellOfFiles(soundFiles(...edits))).toEqual(told);
});
