import { expect, test } from 'vitest';
import { runCase } from '../../src/check/run-case.ts';
import { openFlowStore } from '../../src/load/flow-store.ts';
import { openFont, refuseMissing } from '../../src/render/pdf-font.ts';
import { sampleFont } from '../support/sample-font.ts';

const store = await openFlowStore({ packageRoot: new URL('../../', import.meta.url) });
const font = openFont(sampleFont);

test.each(store.list().map(({ id }) => id))(
  'the font that ships has every character of every case of %s',
  async (id) => {
    const flow = await store.get(id);
    const cases = await store.cases(id);
    expect(cases.length).toBeGreaterThan(0);
    const checklists = cases.map((flowCase) => runCase(flow, flowCase).checklist);
    expect(checklists).not.toContain(undefined);
    expect(() => refuseMissing(font, [JSON.stringify(checklists)], false)).not.toThrow();
  },
);
