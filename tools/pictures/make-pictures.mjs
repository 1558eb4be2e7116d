import { mkdir, writeFile } from 'node:fs/promises';
import { drawRecording } from './draw-recording.mjs';
import { INTERVIEW } from './interview.mjs';
import { picturePage } from './picture-page.mjs';
import { playInTerminal } from './play-in-terminal.mjs';
import { writePng } from './png.mjs';

// Makes the pictures of the README from the built program. tests/system says when they have to be made again.
const docs = new URL('../../docs/', import.meta.url);

/** @returns the recording of an interview, as an SVG */
export async function makeRecording() {
  return drawRecording({ ...INTERVIEW, frames: await playInTerminal(INTERVIEW) });
}

/** @returns the first page of the same person's checklist */
export const makePage = () => picturePage([...INTERVIEW.argv, ...INTERVIEW.answers]);

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await mkdir(docs, { recursive: true });
  await writeFile(new URL('interview.svg', docs), await makeRecording());
  const { picture, likeness } = makePage();
  await writeFile(new URL('checklist-page.png', docs), writePng(picture, JSON.stringify(likeness)));
}
