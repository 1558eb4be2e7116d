import type { Flow, Text } from '../../model/flow.ts';
import { type FlowPart, partsOf } from './flow-parts.ts';

/** How a text is written: a heading or label is a name, a sentence ends with a mark. */
export type TextManner = 'name' | 'question' | 'sentence';

/** A text at the place where it is written. */
export interface WrittenText {
  readonly subject: string;
  readonly text: string;
  readonly manner: TextManner;
  /** The question or line that it belongs to. */
  readonly owner: string;
}

type Named = readonly [field: string, text: Text | undefined, manner: TextManner];

/** Every text of a flow that a person may read. Several rules ask for them, so they are kept. */
export function textsOf(flow: Flow): readonly WrittenText[] {
  const texts = known.get(flow) ?? [...findTexts(flow)];
  known.set(flow, texts);
  return texts;
}

const known = new WeakMap<Flow, readonly WrittenText[]>();

function* findTexts(flow: Flow): Generator<WrittenText> {
  for (const { id, ask, why, options, unsure } of Object.values(flow.questions)) {
    const fields: Named[] = [
      ['ask', ask, 'question'],
      ['why', why, 'sentence'],
      ['unsure/find-out', unsure?.findOut, 'sentence'],
    ];
    yield* writtenTexts(`question/${id}`, fields);
    for (const option of options) {
      const owner = `question/${id}`;
      for (const text of rowsOf(`option/${id}/${option.id}`, option.label)) {
        yield { ...text, manner: 'name', owner };
      }
    }
  }
  for (const part of partsOf(flow)) yield* writtenTexts(part.subject, fieldsOf(part));
}

function fieldsOf({ kind, fields }: FlowPart): Named[] {
  const { title, say, do: subSteps = [], oneOf = [], inCase, form } = fields;
  return [
    ['title', title, kind === 'warning' || kind === 'note' ? 'sentence' : 'name'],
    ['say', say, 'sentence'],
    ...subSteps.map(({ text }, index): Named => [`do/${index}/text`, text, 'sentence']),
    ...oneOf.map((text, index): Named => [`oneOf/${index}`, text, 'name']),
    ['inCase', inCase, 'name'],
    ['form', form, 'name'],
  ];
}

function* writtenTexts(owner: string, fields: readonly Named[]): Generator<WrittenText> {
  for (const [field, text, manner] of fields) {
    if (text === undefined) continue;
    for (const row of rowsOf(`${owner}/${field}`, text)) yield { ...row, manner, owner };
  }
}

function rowsOf(subject: string, text: Text): { subject: string; text: string }[] {
  if (typeof text === 'string') return [{ subject, text }];
  return text.map(({ is }, index) => ({ subject: `${subject}/${index}/is`, text: is }));
}
