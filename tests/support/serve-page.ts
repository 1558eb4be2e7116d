import type { Page } from 'playwright-core';

/** A file of a site: what it is and what is in it. */
export interface ServedFile {
  readonly contentType: string;
  readonly body: string;
}

/**
 * Opens a page of a site that exists only in the browser: it holds these files and an empty page at `/`.
 * What is asked for is noted; what is not there is refused.
 */
export async function servePage(page: Page, files: ReadonlyMap<string, ServedFile>): Promise<string[]> {
  const asked: string[] = [];
  await page.route('**', (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    const file = files.get(pathname.slice(1));
    return file ? route.fulfill({ ...file }) : route.abort();
  });
  await page.goto('http://yibao.test/');
  return asked;
}

/** Chunks of a program as files of a site. */
export function scriptFiles(chunks: ReadonlyMap<string, string>): Map<string, ServedFile> {
  return new Map([...chunks].map(([name, body]) => [name, { contentType: 'text/javascript', body }]));
}
