import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  buildChecklist,
  FlowFileError,
  FORMATS,
  loadFlows,
  RenderError,
  readAnswers,
  render,
  UnknownFlowError,
  UnknownFormatError,
} from '../src/index.ts';
import { RENDERERS } from '../src/render/formats.ts';
import { render as renderText, TEXT_FORMATS } from '../src/render-api.ts';
import { sampleFont } from './support/sample-font.ts';

const flows = await loadFlows();
const flow = await flows.get('yidi');
const options = { date: '2026-11-22' };
const { answers } = readAnswers(
  flow,
  {
    'on-behalf': 'family',
    reason: 'illness',
    stage: 'planning',
    'insured-place': '绵阳',
    'care-place': '广州',
    stay: 'living',
    proof: 'none',
    channel: 'phone',
  },
  options,
);
const checklist = buildChecklist(flow, answers, options);

test('the built-in flows are listed, found by their names and got', async () => {
  expect(flows.list().map(({ id }) => id)).toContain('yidi');
  expect(flows.find('异地就医备案')).toEqual({ id: 'yidi' });
  const near = flows.find('yidy');
  expect('suggestions' in near && near.suggestions.map(({ id }) => id)).toContain('yidi');
  expect((await flows.get('canbao')).id).toBe('canbao');
});

test('a flow that there is not is an error that names those that there are', async () => {
  await expect(flows.get('nothing')).rejects.toThrow(UnknownFlowError);
  await expect(flows.get('nothing')).rejects.toMatchObject({
    id: 'nothing',
    known: flows.list().map(({ id }) => id),
  });
});

test('flows of a folder stand over the built-in ones, and broken files are told with their places', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yibao-'));
  mkdirSync(join(folder, 'mine'));
  writeFileSync(
    join(folder, 'mine', 'flow.yaml'),
    'id: mine\ntitel: 我的\ntree:\n  - exit: done\noutcomes:\n  done: { verdict: proceed, title: 好 }\n',
  );
  const broken = loadFlows({ flows: folder });
  await expect(broken).rejects.toThrow(FlowFileError);
  const problems = await broken.catch(({ problems }: FlowFileError) => problems);
  expect(problems).toContainEqual(
    expect.objectContaining({
      code: 'unknown-key',
      file: join(folder, 'mine/flow.yaml'),
      line: 2,
      column: 1,
    }),
  );
});

test('every format that is text is the same from both entries, and as the command writes it', async () => {
  for (const format of TEXT_FORMATS) {
    const text = await render(checklist, format, { why: true, width: 60, large: true });
    expect(await renderText(checklist, format, { why: true, width: 60, large: true })).toBe(text);
    expect(await RENDERERS[format].render(checklist, { why: true, width: 60, large: true })).toBe(text);
  }
  expect([...TEXT_FORMATS, 'pdf'].sort()).toEqual([...FORMATS].sort());
});

test('a PDF is bytes, with the built-in font or with one that is given', async () => {
  const pdf = await render(checklist, 'pdf');
  expect(new TextDecoder().decode(pdf.subarray(0, 8))).toBe('%PDF-1.7');
  expect(Buffer.compare(pdf, await render(checklist, 'pdf', { font: sampleFont }))).toBe(0);
  expect((await render(checklist, 'pdf', { large: true })).length).toBeGreaterThan(pdf.length);
});

test('what cannot be written is an error with a code', async () => {
  const font = new TextEncoder().encode('no font');
  await expect(render(checklist, 'pdf', { font })).rejects.toThrow(RenderError);
  await expect(render(checklist, 'pdf', { font })).rejects.toMatchObject({ code: 'bad-font' });
});

test.each(['docx', 'toString', ''])('there is no format %j', async (format) => {
  await expect(render(checklist, format as 'json')).rejects.toThrow(UnknownFormatError);
  await expect(renderText(checklist, format as 'json')).rejects.toMatchObject({
    format,
    allowed: TEXT_FORMATS,
  });
});

test('the entry for browsers has no PDF, and says what it has', async () => {
  await expect(renderText(checklist, 'pdf' as 'json')).rejects.toThrow(
    'There is no format “pdf” here; there are: terminal, text, markdown, html, json, ics',
  );
});
