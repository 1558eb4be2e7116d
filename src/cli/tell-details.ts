import type { Answers, AnswerValue } from '../model/answers.ts';
import type { Checklist } from '../model/checklist.ts';
import type { Flow } from '../model/flow.ts';
import type { CliContext } from './context.ts';
import type { GivenEntry } from './given-answers.ts';
import { findQuestion } from './question-words.ts';

type Teller = Pick<CliContext, 'say'>;

/** With `--verbose`: the day whose rules count, and who named it. */
export function tellDate({ say, today }: CliContext, date: string, isOption: boolean): void {
  const origin = isOption ? '来自 --date' : date === today ? '今天，北京时间' : '来自回答文件';
  say.detail(() => `日期 ${date}（${origin}）`);
}

/** With `--verbose`: the answers that were given, and where each comes from. */
export function tellGiven(
  { say }: Teller,
  flow: Flow,
  entries: readonly GivenEntry[],
  answers: Answers,
): void {
  if (say.level !== 'verbose') return;
  const origins = new Map(entries.map(({ key, origin }) => [findQuestion(flow, key), origin]));
  for (const [id, value] of Object.entries(answers)) tellAnswer({ say }, id, value, origins.get(id));
}

/** With `--verbose`: the answers that a person gave when asked. */
export function tellAsked({ say }: Teller, answers: Answers, known: Answers): void {
  for (const [id, value] of Object.entries(answers)) {
    if (!(id in known)) tellAnswer({ say }, id, value, '问答');
  }
}

function tellAnswer({ say }: Teller, id: string, value: AnswerValue, origin = '上一件事项'): void {
  say.detail(() => `回答 ${id} = ${[value].flat().join('、')}（来自 ${origin}）`);
}

/** With `--verbose`: a file that was written, and how big it is. */
export function tellWritten({ say }: Teller, path: string, content: string | Uint8Array): void {
  say.detail(() => `写了 ${path}，${Buffer.byteLength(content)} 字节`);
}

/** With `--verbose`: what the answers came to, and whose rules were applied. */
export function tellChecklist({ say }: Teller, checklist: Checklist): void {
  say.detail(() => {
    const { outcome, steps, materials, warnings, notNeeded } = checklist;
    const counts = `${materials.length} 样材料，${steps.length} 步，${warnings.length} 条提醒，${notNeeded.length} 样不用`;
    return `结论 ${outcome.id}（${outcome.title}）：${counts}`;
  });
  say.detail(() => `地方规定：${placesOf(checklist)}`);
  const { handOver } = checklist.outcome;
  if (!handOver) return;
  const crossing = Object.keys(handOver.answers).join('、') || '没有';
  say.detail(() => `接着办 ${handOver.to}，带过去的回答：${crossing}`);
}

function placesOf({ localStatus, ...lists }: Checklist): string {
  const { level, place } = localStatus;
  if (level === 'none') return '没有问地方，用全国规定';
  if (level === 'nation') return `${place ?? '当地'}的没有核对过，用全国规定`;
  const items = [lists.steps, lists.materials, lists.warnings, lists.notNeeded, lists.notes].flat();
  const local = items.filter((item) => item.place !== undefined);
  return `用了${place}的，清单里有 ${local.length} 条是地方规定`;
}
