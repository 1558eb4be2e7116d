import { chromium } from 'playwright-core';
import { findProgram } from './run-program.ts';

/** Debian's chromium, without a network of its own. */
export function openBrowser(): ReturnType<typeof chromium.launch> {
  return chromium.launch({
    executablePath: findProgram('chromium'),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
