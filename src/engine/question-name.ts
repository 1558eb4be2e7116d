import type { Flow, Text } from '../model/flow.ts';

/**
 * The question that a key names: by its id, an earlier id of it, or the Chinese words in which it is
 * asked. `undefined` where there is none, or where the words are those of several questions.
 *
 * @example
 * questionName(flow, '想怎么办备案？'); // 'channel'
 */
export function questionName(flow: Flow, key: string): string | undefined {
  if (Object.hasOwn(flow.questions, key)) return key;
  const questions = Object.values(flow.questions);
  const renamed = questions.find(({ was }) => was?.includes(key));
  if (renamed) return renamed.id;
  const words = plain(key);
  if (words === '') return undefined;
  const asked = questions.filter(({ ask }) => wordings(ask).some((text) => plain(text) === words));
  return asked.length === 1 ? asked[0]?.id : undefined;
}

/** Every way in which a text may be worded. */
export function wordings(text: Text): readonly string[] {
  return typeof text === 'string' ? [text] : text.map((row) => row.is);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/[?。:!\s]+$/u, '')
    .toLowerCase();
}
