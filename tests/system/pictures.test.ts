import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makePage, makeRecording } from '../../tools/pictures/make-pictures.mjs';
import type { Likeness } from '../../tools/pictures/picture-page.mjs';
import { readPngNote } from '../../tools/pictures/png.mjs';
import { openBrowser } from '../support/browser.ts';

const inDocs = (name: string): Buffer => readFileSync(new URL(`../../docs/${name}`, import.meta.url));

// Failing here: the words or the look have changed since; run `npm run pictures`, look, and commit.
describe('the pictures of the README show what the program does today', () => {
  test('the recording of an interview', async () => {
    const recording = await makeRecording();
    expect(inDocs('interview.svg').toString()).toBe(recording);
    expect(recording.length).toBeLessThan(200_000);
  });

  test('the printed page: the same words, and the ink where it was', () => {
    const { words, ink }: Likeness = JSON.parse(readPngNote(inDocs('checklist-page.png')));
    const { likeness } = makePage();
    expect(likeness.words).toBe(words);
    const differences = likeness.ink.map((part, index) => Math.abs(part - (ink[index] ?? 1000)));
    // Poppler's versions draw edges a little differently; a line that moves makes a part differ by far more.
    expect(Math.max(...differences)).toBeLessThan(8);
  });
});

describe('the recording, in a browser,', () => {
  const open = async (reducedMotion: 'reduce' | 'no-preference') => {
    const browser = await openBrowser();
    const page = await browser.newPage({ reducedMotion });
    await page.goto(new URL('../../docs/interview.svg', import.meta.url).href);
    return { page, close: () => browser.close() };
  };

  test('begins with a question, steps on, and holds its last picture a while', async () => {
    const { page, close } = await open('no-preference');
    const film = await page.evaluate(`(() => {
      const [animation] = document.getAnimations();
      const { iterations, duration } = animation.effect.getTiming();
      const top = (at) => { animation.currentTime = at; return getComputedStyle(document.querySelector('.film')).transform; };
      animation.pause();
      return { iterations, tops: [0, 4000, duration - 5000, duration - 1].map(top) };
    })()`);
    await close();
    const { iterations, tops } = film as { iterations: number | null; tops: string[] };
    expect(iterations).toBe(Number.POSITIVE_INFINITY);
    expect(tops[0]).toMatch(/, 0\)$/);
    expect(tops[1]).not.toBe(tops[0]);
    expect(tops[2]).toBe(tops[3]);
  });

  test('stands still at the first question for who asked for less motion', async () => {
    const { page, close } = await open('reduce');
    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
    await close();
  });
});
